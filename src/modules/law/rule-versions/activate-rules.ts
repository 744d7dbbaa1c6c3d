/** Puts a waiting rule in force under four eyes: one of the centre asks, another decides. */
import type { SignedInActor } from '../../../platform/actor.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { isId } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/index.ts';
import { Problem } from '../../../platform/problem.ts';
import { notAllowed } from '../../../platform/problems.ts';
import { defineAct, findUnit, type Hands, requestApproval } from '../../identity/index.ts';
import { logState } from '../../transparency/index.ts';
import { activateRulesPermission } from '../permissions.ts';
import { ruleNotWaiting, ruleRefused } from '../problems.ts';
import * as queries from '../queries/rule-versions.ts';
import { differencesOf } from './difference.ts';
import { ruleVersionSource } from './log-source.ts';
import { getRuleSet, refusalsOf, refusalsTold } from './rule-set.ts';

type Version = { readonly versionId: string };

const activation = defineAct<Version>({
  kind: 'law.activate-rules',
  name: { zh: '启用规则', en: 'Put a rule in force' },
  requester: activateRulesPermission,
  deciders: ['reviewer', 'publisher', 'administrator'],
  target: ({ versionId }) => versionId,
  async describe(platform, { versionId }) {
    const db = platform.db.app;
    const row = await db.maybe<queries.RuleVersionRow>(queries.selectVersion(versionId));
    if (!row) return { zh: `没有版本 ${versionId}。`, en: `There is no version ${versionId}.` };
    const name = getRuleSet(row.kind).name(row.content);
    const active = await db.maybe<queries.RuleVersionRow>(queries.selectActive(row.kind, row.key));
    if (!active) return { zh: `启用新的${name.zh}。`, en: `Put in force for the first time: ${name.en}.` };
    if (active.versionId === versionId) return { zh: `${name.zh}，已启用。`, en: `${name.en}, in force.` };
    const { length } = differencesOf(active.content, row.content);
    return {
      zh: `启用${name.zh}，与现行版本有 ${length} 处不同（见“待启用规则”）。`,
      en: `Put in force: ${name.en}; ${length} places differ from what is in force (see “Rules waiting”).`,
    };
  },
  async run(platform, tx, { versionId }, hands) {
    await putRulesInForce(platform, tx, versionId, hands);
    return { outcome: { versionId } };
  },
});

/** @throws Problem rule-not-waiting, rule-refused with the clauses that would be exceeded */
async function putRulesInForce(
  platform: Platform,
  tx: Tx,
  versionId: string,
  hands: Pick<Hands, 'requestedBy' | 'approvedBy'>,
): Promise<void> {
  await tx.query(queries.lockRuleVersions());
  const row = await tx.maybe<queries.RuleVersionRow>(queries.lockVersion(versionId));
  if (!row) throw new Problem(ruleNotWaiting);
  const ruleSet = getRuleSet(row.kind);
  const refusals = await refusalsOf(platform, tx, row);
  if (refusals.length > 0) throw new Problem(ruleRefused, { extra: refusalsTold(refusals) });
  const now = platform.clock.now();
  await tx.query(queries.supersede(row.kind, row.key, now));
  await tx.query(queries.putInForce(versionId, now, hands));
  await ruleSet.apply(tx, row.content);
  await ruleSet.settle(tx);
  await logState(tx, ruleVersionSource);
}

/** Whether somebody may ask: publishers and administrators of the centre, no other unit's. */
export async function isOfTheCentre(platform: Platform, actor: SignedInActor): Promise<boolean> {
  return (await findUnit(platform, actor.unit))?.kind === 'centre';
}

/**
 * Asks for a waiting version; what stands against it is said at once, and asked again when it is decided.
 * @throws Problem not-allowed, rule-not-waiting, rule-refused, already-requested
 */
export async function requestActivation(
  platform: Platform,
  actor: SignedInActor,
  versionId: string,
  reason: string,
): Promise<{ readonly approvalId: string }> {
  if (!(await isOfTheCentre(platform, actor))) throw new Problem(notAllowed);
  const row = isId(versionId)
    ? await platform.db.app.maybe<queries.RuleVersionRow>(queries.selectVersion(versionId))
    : undefined;
  if (row?.state !== 'waiting') throw new Problem(ruleNotWaiting);
  const refusals = await platform.db.app.transaction((tx) => refusalsOf(platform, tx, row));
  if (refusals.length > 0) throw new Problem(ruleRefused, { extra: refusalsTold(refusals) });
  return requestApproval(platform, actor, activation, { payload: { versionId }, unit: actor.unit, reason });
}
