/** Refuses rules that rest on an article that the register in force doesn't hold (charter C1). */
import type { Tx } from '../../../platform/db/index.ts';
import { selectUnknownArticles } from '../queries/rule-versions.ts';
import type { Refusal } from './rule-set.ts';

/** One refusal an article, in order; none when all are known. */
export async function unknownArticles(
  tx: Tx,
  bases: readonly { readonly instrument: string; readonly article: string }[],
): Promise<Refusal[]> {
  const cited = bases.map(({ instrument, article }) => ({ instrument, article }));
  const unknown = await tx.query<{ instrument: string; article: string }>(selectUnknownArticles(cited));
  return unknown.map(({ instrument, article }) => ({
    clause: 'C1',
    rule: 'basis-unknown',
    zh: `所引 ${instrument} ${article} 不在已生效的依据登记中，请先启用法律依据。`,
    en: `${instrument} ${article} is not in the register of law in force here; put that in force first.`,
  }));
}
