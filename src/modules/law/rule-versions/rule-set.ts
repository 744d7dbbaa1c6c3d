/** A kind of rule that two people put in force: how it is named, judged and applied; modules define theirs. */
import type { Tx } from '../../../platform/db/index.ts';
import type { Platform, Words } from '../../../platform/index.ts';
import type { RuleVersionRow } from '../queries/rule-versions.ts';

/** Why a rule may not come into force: the clause it would exceed, and the sentence about it. */
export interface Refusal extends Words {
  /** Of the charter (C1 …) or of the law. */
  readonly clause: string;
  /** Which check says so, for tests and lists. */
  readonly rule: string;
}

/** One kind of rule; `Content` is JSON. */
export interface RuleSet<Content> {
  /** `module.what`, unique. */
  readonly kind: string;
  /** What a version of it is called. */
  name(content: Content): Words;
  /** Whatever stands against its coming into force today. */
  refusals(tx: Tx, content: Content): Promise<readonly Refusal[]>;
  /** Whatever stands against a local draft besides, held against what is in force today. */
  draftRefusals?(platform: Platform, tx: Tx, content: Content): Promise<readonly Refusal[]>;
  /** Makes the tables say what the version says; the same again changes nothing. */
  apply(tx: Tx, content: Content): Promise<void>;
  /** Once after one or several were applied: what rests on which article, and the state for the log. */
  settle(tx: Tx): Promise<void>;
}

/** Refusals as a problem carries them: each sentence in the reader's language. */
export function refusalsTold(refusals: readonly Refusal[]) {
  return { refusals: refusals.map(({ clause, rule, zh, en }) => ({ clause, rule, what: { zh, en } })) };
}

const registry = new Map<string, RuleSet<never>>();

/** Defines a kind of rule. @throws Error for a kind taken or badly written */
export function defineRuleSet<Content>(ruleSet: RuleSet<Content>): RuleSet<Content> {
  if (!/^[a-z-]+\.[a-z-]+$/.test(ruleSet.kind))
    throw new Error(`rule set is not module.what: ${ruleSet.kind}`);
  if (registry.has(ruleSet.kind)) throw new Error(`rule set is defined twice: ${ruleSet.kind}`);
  registry.set(ruleSet.kind, ruleSet as RuleSet<never>);
  return ruleSet;
}

/** The kind of a stored version. @throws Error for one that the program no longer knows */
export function getRuleSet(kind: string): RuleSet<unknown> {
  const ruleSet = registry.get(kind);
  if (!ruleSet) throw new Error(`nobody defines the rule set ${kind}`);
  return ruleSet as unknown as RuleSet<unknown>;
}

/** All that stands against a waiting version today; what is in force may have narrowed since a draft was judged (charter C7). */
export async function refusalsOf(
  platform: Platform,
  tx: Tx,
  { kind, origin, content }: Pick<RuleVersionRow, 'kind' | 'origin' | 'content'>,
): Promise<readonly Refusal[]> {
  const ruleSet = getRuleSet(kind);
  const found = await ruleSet.refusals(tx, content);
  if (origin === 'data' || !ruleSet.draftRefusals) return found;
  return [...(await ruleSet.draftRefusals(platform, tx, content)), ...found];
}
