/** Takes a rule as data/ holds it: known, founding, or waiting for two people; what is in force is applied. */
import { sha256 } from '../../../platform/crypto.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/index.ts';
import { logState } from '../../transparency/index.ts';
import * as queries from '../queries/rule-versions.ts';
import { canonicalText } from './difference.ts';
import { ruleVersionSource } from './log-source.ts';
import type { RuleSet } from './rule-set.ts';

/** What identifies a content: the same content has the same digest. */
export const digestOf = (content: unknown): string => sha256(canonicalText(content));

async function comesByItself<Content>(
  platform: Platform,
  tx: Tx,
  ruleSet: RuleSet<Content>,
  content: Content,
): Promise<boolean> {
  if ((await tx.maybe(queries.selectFounding())) !== undefined) return false;
  const refusals = await ruleSet.refusals(tx, content);
  for (const { clause, zh, en } of refusals)
    platform.log.warn({ kind: ruleSet.kind, name: ruleSet.name(content), clause }, `${zh} ${en}`);
  return refusals.length === 0;
}

/** A version that waits, from data/ or from a draft; one that waited from there before is withdrawn. */
export async function putToWait<Content>(
  platform: Platform,
  tx: Tx,
  rule: {
    readonly ruleSet: RuleSet<Content>;
    readonly key: string;
    readonly content: Content;
    readonly origin: 'data' | 'draft';
  },
): Promise<string> {
  const { ruleSet, key, content, origin } = rule;
  const standing = await tx.query<queries.RuleVersionRow>(queries.selectStanding(ruleSet.kind, key));
  const now = platform.clock.now();
  for (const row of standing)
    if (row.state === 'waiting' && row.origin === origin)
      await tx.query(queries.withdrawVersion(row.versionId, now));
  const versionId = newId();
  const row = { versionId, kind: ruleSet.kind, key, origin, digest: digestOf(content), content };
  await tx.query(queries.insertVersion({ ...row, state: 'waiting', foundAt: now }));
  return versionId;
}

async function offer<Content>(
  platform: Platform,
  tx: Tx,
  ruleSet: RuleSet<Content>,
  key: string,
  content: Content,
): Promise<void> {
  const standing = await tx.query<queries.RuleVersionRow>(queries.selectStanding(ruleSet.kind, key));
  const active = standing.find(({ state }) => state === 'active');
  const waiting = standing.find(({ state, origin }) => state === 'waiting' && origin === 'data');
  const digest = digestOf(content);
  if (waiting?.digest === digest) return;
  // A local draft that took its place stays until data/ says something new.
  const lastOfData =
    active?.origin === 'data' ? active : standing.find(({ state }) => state === 'superseded');
  const now = platform.clock.now();
  if (lastOfData?.digest === digest) {
    if (waiting) await tx.query(queries.withdrawVersion(waiting.versionId, now));
  } else if (active === undefined && (await comesByItself(platform, tx, ruleSet, content))) {
    const row = { versionId: newId(), kind: ruleSet.kind, key, origin: 'data', digest, content } as const;
    await tx.query(queries.insertVersion({ ...row, state: 'active', foundAt: now }));
  } else await putToWait(platform, tx, { ruleSet, key, content, origin: 'data' });
}

/**
 * In the transaction that loads. What is new or changed waits, and what was in force stays; on the founding load of an
 * empty installation it comes into force, unless something stands against it. A change taken back in data/ waits no more.
 */
export async function offerRules<Content>(
  platform: Platform,
  tx: Tx,
  ruleSet: RuleSet<Content>,
  entries: readonly { readonly key: string; readonly content: Content }[],
): Promise<void> {
  await tx.query(queries.lockRuleVersions());
  for (const { key, content } of entries) {
    await offer(platform, tx, ruleSet, key, content);
    const inForce = await tx.maybe<queries.RuleVersionRow>(queries.selectActive(ruleSet.kind, key));
    if (inForce) await ruleSet.apply(tx, inForce.content as Content);
  }
  await ruleSet.settle(tx);
}

/** Closes the founding load with one entry of the log: from here on nothing in data/ comes into force by itself. */
export async function completeFounding(platform: Platform): Promise<void> {
  await platform.db.app.transaction(async (tx) => {
    await tx.query(queries.lockRuleVersions());
    if ((await tx.maybe(queries.insertFounding(platform.clock.now()))) === undefined) return;
    await logState(tx, ruleVersionSource);
  });
}
