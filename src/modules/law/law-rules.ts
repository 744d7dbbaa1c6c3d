/** Instruments, articles and time limits as one set of rules: how they come into force. */

import { logState } from '../transparency/index.ts';
import { recordBasisUse } from './basis-use.ts';
import type { LawData } from './law-data.ts';
import { lawSource } from './log-source.ts';
import { applyEnds } from './queries/register.ts';
import * as queries from './queries.ts';
import { defineRuleSet } from './rule-versions/rule-set.ts';

/** What of data/law this module puts in force as one; the calendar has an act of its own. */
export type LawRules = Pick<LawData, 'instruments' | 'articles' | 'timeLimits'>;

/** The set; whether its rows fit each other is judged when it is loaded. */
export const lawRules = defineRuleSet<LawRules>({
  kind: 'law.rules',
  name: () => ({ zh: '法律依据与时限', en: 'instruments and time limits' }),
  refusals: async () => [],
  async apply(tx, { instruments, articles, timeLimits }) {
    await tx.query(queries.upsertInstruments(instruments));
    await tx.query(applyEnds());
    await tx.query(queries.upsertArticles(articles));
    await tx.query(queries.clearTimeLimits());
    await tx.query(queries.insertTimeLimits(timeLimits));
    await recordBasisUse(tx, 'time-limit', timeLimits);
  },
  async settle(tx) {
    await logState(tx, lawSource);
  },
});
