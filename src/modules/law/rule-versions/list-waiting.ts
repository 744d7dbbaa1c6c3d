/** Lists the rules that wait, each with its differences to what is in force and what stands against it. */
import type { Platform, Words } from '../../../platform/index.ts';
import * as queries from '../queries/rule-versions.ts';
import { type Change, differencesOf } from './difference.ts';
import { getRuleSet, type Refusal, refusalsOf } from './rule-set.ts';

/** A rule that waits. */
export interface WaitingRule {
  readonly versionId: string;
  readonly kind: string;
  readonly name: Words;
  readonly origin: 'data' | 'draft';
  readonly foundAt: Date;
  /** Whether nothing of it is in force yet. */
  readonly isNew: boolean;
  readonly changes: readonly Change[];
  readonly refusals: readonly Refusal[];
}

/** All, the oldest first. */
export async function listWaitingRules(platform: Platform): Promise<WaitingRule[]> {
  return platform.db.app.transaction(async (tx) => {
    const found: WaitingRule[] = [];
    for (const row of await tx.query<queries.RuleVersionRow>(queries.selectWaiting())) {
      const ruleSet = getRuleSet(row.kind);
      const active = await tx.maybe<queries.RuleVersionRow>(queries.selectActive(row.kind, row.key));
      const { versionId, kind, origin, foundAt, content } = row;
      found.push({
        versionId,
        kind,
        name: ruleSet.name(content),
        origin,
        foundAt,
        isNew: active === undefined,
        changes: differencesOf(active?.content, content),
        refusals: await refusalsOf(platform, tx, row),
      });
    }
    return found;
  });
}
