/** A draft's way: written by one of the centre, reviewed by another, open for comments, then waiting to come into force. */
import { addDays, type CivilDate } from '../../../kernel/civil-date.ts';
import { actorName, type SignedInActor } from '../../../platform/actor.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { isId, newId } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/index.ts';
import { Problem } from '../../../platform/problem.ts';
import { notAllowed } from '../../../platform/problems.ts';
import { findUnit } from '../../identity/index.ts';
import { putToWait, refusalsTold } from '../../law/index.ts';
import { itemRefusals, itemRules } from '../catalogue-rules.ts';
import { findActiveItem } from '../find-item.ts';
import type { ItemDefinition } from '../item-definition.ts';
import { powerOf, powersData } from '../over-reach/powers.ts';
import { commentsUnread, draftNotFound, draftNotReady, draftRefused, ownDraft } from '../problems.ts';
import * as queries from '../queries/drafts.ts';
import { applyChanges, type ItemChanges } from './apply-changes.ts';
import { judgeDraft } from './judge-draft.ts';

/** Whether somebody is of the centre, whose matter the catalogue is. */
export async function isOfCentre(platform: Platform, actor: SignedInActor): Promise<boolean> {
  return (await findUnit(platform, actor.unit))?.kind === 'centre';
}

/** @throws Problem not-allowed for anybody of another unit than the centre */
export async function requireCentre(platform: Platform, actor: SignedInActor): Promise<void> {
  if (!(await isOfCentre(platform, actor))) throw new Problem(notAllowed);
}

async function judge(platform: Platform, tx: Tx, definition: ItemDefinition): Promise<void> {
  const standing = await findActiveItem(tx, definition.item);
  if (standing === undefined) throw newItem(platform);
  const refusals = [
    ...judgeDraft(definition, standing, platform.config.legislativeLevel, powersData),
    ...(await itemRefusals(tx, definition)),
  ];
  if (refusals.length > 0) throw new Problem(draftRefused, { extra: refusalsTold(refusals) });
}

async function lock(tx: Tx, draftId: string, state: queries.DraftRow['state']): Promise<queries.DraftRow> {
  const row = isId(draftId) ? await tx.maybe<queries.DraftRow>(queries.lockDraft(draftId)) : undefined;
  if (!row) throw new Problem(draftNotFound);
  if (row.state !== state) throw new Problem(draftNotReady);
  return row;
}

function newItem(platform: Platform): Problem {
  const { whoMay, may } = powerOf(powersData, platform.config.legislativeLevel);
  const how = may.includes('supplement')
    ? {
        zh: '有权新增：请把事项的定义和样例作为数据文件加入，再在“待启用规则”中启用。',
        en: 'You may add one: put its definition and samples in as data, then put it in force under “Rules waiting”.',
      }
    : {
        zh: `新增信息事项。有权作此规定的是：${whoMay.zh}。`,
        en: `This is an item more than the catalogue has. It could be made by: ${whoMay.en}.`,
      };
  return new Problem(draftRefused, { extra: refusalsTold([{ clause: 'C7', rule: 'new-item', ...how }]) });
}

/**
 * Puts a draft down: an item in force with the changes it would have.
 * @throws Problem not-allowed, draft-refused with the clauses and who may make such a rule
 */
export async function createDraft(
  platform: Platform,
  actor: SignedInActor,
  draft: { readonly item: string; readonly changes: ItemChanges; readonly reason: string },
): Promise<{ readonly draftId: string }> {
  await requireCentre(platform, actor);
  const draftId = newId();
  await platform.db.app.transaction(async (tx) => {
    const standing = await findActiveItem(tx, draft.item);
    if (standing === undefined) throw newItem(platform);
    const definition = applyChanges(standing, draft.changes);
    await judge(platform, tx, definition);
    const [author, at] = [actorName(actor), platform.clock.now()];
    await tx.query(queries.insertDraft({ draftId, definition, reason: draft.reason, author, at }));
  });
  return { draftId };
}

/**
 * The second person's word: it goes to public consultation until a day, or back.
 * @throws Problem not-allowed, draft-not-found, draft-not-ready, own-draft, draft-refused
 */
export async function reviewDraft(
  platform: Platform,
  actor: SignedInActor,
  draftId: string,
  given: { readonly decision: 'open' | 'refuse'; readonly note: string; readonly days?: number | undefined },
): Promise<{ readonly until: CivilDate | null }> {
  await requireCentre(platform, actor);
  const from = platform.clock.today();
  const days = Math.max(given.days ?? 0, platform.config.consultationDays);
  const open = given.decision === 'open' ? { from, until: addDays(from, days) } : undefined;
  await platform.db.app.transaction(async (tx) => {
    const row = await lock(tx, draftId, 'draft');
    const by = actorName(actor);
    if (row.author === by) throw new Problem(ownDraft);
    if (open) await judge(platform, tx, row.definition);
    await tx.query(queries.reviewDraft(draftId, { by, at: platform.clock.now(), note: given.note, open }));
  });
  return { until: open?.until ?? null };
}

/**
 * After the closing day, every comment looked at: the draft waits to come into force, with what became of the comments.
 * @throws Problem not-allowed, draft-not-found, draft-not-ready before the closing day, comments-unread, draft-refused
 */
export async function concludeDraft(
  platform: Platform,
  actor: SignedInActor,
  draftId: string,
  outcome: string,
): Promise<{ readonly versionId: string }> {
  await requireCentre(platform, actor);
  return platform.db.app.transaction(async (tx) => {
    const row = await lock(tx, draftId, 'consultation');
    if (row.until === null || platform.clock.today() < row.until) throw new Problem(draftNotReady);
    const { unread } = await tx.one<{ unread: number }>(queries.countUnread(draftId));
    if (unread > 0) throw new Problem(commentsUnread);
    await judge(platform, tx, row.definition);
    const key = `${row.item}/${row.edition}`;
    const versionId = await putToWait(platform, tx, {
      ruleSet: itemRules,
      key,
      content: row.definition,
      origin: 'draft',
    });
    const at = platform.clock.now();
    await tx.query(queries.closeDraft(draftId, { state: 'waiting', outcome, versionId, at }));
    return { versionId };
  });
}

/** Gives a draft up during its consultation, saying why. @throws Problem not-allowed, draft-not-found, draft-not-ready */
export async function withdrawDraft(
  platform: Platform,
  actor: SignedInActor,
  draftId: string,
  outcome: string,
): Promise<void> {
  await requireCentre(platform, actor);
  await platform.db.app.transaction(async (tx) => {
    await lock(tx, draftId, 'consultation');
    const at = platform.clock.now();
    await tx.query(queries.closeDraft(draftId, { state: 'withdrawn', outcome, versionId: null, at }));
  });
}
