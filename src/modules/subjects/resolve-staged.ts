/** Says of every staged row which subject it is about, and whether code and name agree. */
import type { Tx } from '../../platform/db/index.ts';
import { namesAgree } from './names-agree.ts';
import {
  agreeByFormerName,
  agreeByMergedNames,
  agreeRows,
  analyseResolved,
  closeDisputed,
  countRemainder,
  createResolved,
  type DisputedName,
  describeDisputed,
  nextDisputed,
  openDisputed,
  type Remainder,
  type Resolution,
  resolveByLegacyKeys,
  turnAwayC13,
} from './queries/resolve.ts';

const BATCH = 10_000;

/**
 * What is said of a row. Three may become records: `agrees` (a present name of the code's holder), `former-name` (one
 * it bore), `renamed` (a new name, given with the former one that is on file). The others wait: `name-mismatch` (the
 * code is somebody else's, see `holder_name`), `unknown` (nobody has the code), `name-only` (no code, a name that
 * exists: it decides nothing), `no-code`. And, where only organisations are meant, `c13`: the subject counts as a
 * natural person (charter C13).
 */
export type Verdict =
  | 'agrees'
  | 'former-name'
  | 'renamed'
  | 'name-mismatch'
  | 'unknown'
  | 'name-only'
  | 'no-code'
  | 'c13';

/** What may be known besides the rows. */
export interface ResolveOptions {
  /** Places that stand in front of names also without 省 市 县 区; pass the same array each time. */
  readonly areaNames?: readonly string[];
  /** Nothing about C13 subjects is taken. */
  readonly organisationsOnly?: boolean;
}

/**
 * Makes `resolved` with one row for each of `staged`: `row_no integer, subject_id bigint` (merges followed; null for
 * `unknown`, `name-only`, `no-code`), `verdict text` (`Verdict`), `holder_name text` (of a mismatch; null for C13
 * subjects), `named_id bigint` (who bears exactly the row's name where its code says otherwise; for the officer).
 * The order is USCC, legacy numbers, name. The caller has analysed `staged` and drops both relations.
 * @param resolved schema-qualified name of the table to make
 */
export async function resolveStaged(
  tx: Tx,
  staged: string,
  resolved: string,
  options: ResolveOptions = {},
): Promise<void> {
  const relations: Resolution = { staged, resolved };
  await tx.query(createResolved(relations));
  await tx.query(analyseResolved(relations));
  let left = await tx.one<Remainder>(countRemainder(relations));
  if (left.unknown > 0) {
    await tx.query(resolveByLegacyKeys(relations));
    left = await tx.one<Remainder>(countRemainder(relations));
  }
  if (left.merges && left.disputed + left.former > 0) await tx.query(agreeByMergedNames(relations));
  if (left.disputed + left.former > 0) await tx.query(agreeByFormerName(relations));
  if (left.disputed + left.nameless > 0) await tx.query(describeDisputed(relations));
  if (left.disputed > 0) await settleDisputed(tx, relations, options.areaNames ?? []);
  if (options.organisationsOnly) await tx.query(turnAwayC13(relations));
}

async function settleDisputed(tx: Tx, relations: Resolution, areaNames: readonly string[]): Promise<void> {
  const present: number[] = [];
  const former: number[] = [];
  await tx.query(openDisputed(relations));
  for (;;) {
    const names = await tx.query<DisputedName>(nextDisputed(BATCH));
    if (names.length === 0) break;
    for (const name of names) {
      if (namesAgree(name.name_norm, name.held, areaNames))
        (name.is_current ? present : former).push(name.row_no);
    }
  }
  await tx.query(closeDisputed());
  if (former.length > 0) await tx.query(agreeRows(relations, 'former-name', former));
  if (present.length > 0) await tx.query(agreeRows(relations, 'agrees', present));
}
