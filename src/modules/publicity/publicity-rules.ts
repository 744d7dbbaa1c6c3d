/** The rules of publicity as one set: how they come into force. */
import { defineRuleSet, recordBasisUse, unknownArticles } from '../law/index.ts';
import { logState } from '../transparency/index.ts';
import { publicitySource } from './log-source.ts';
import type { PublicityData } from './publicity-data.ts';
import * as queries from './queries.ts';

/** The set; the three tables are replaced together. Whether rows fit each other is judged when they are loaded. */
export const publicityRules = defineRuleSet<PublicityData>({
  kind: 'publicity.rules',
  name: () => ({ zh: '公示期限规则', en: 'rules of publicity' }),
  refusals: (tx, { rules, classes, ownPeriods }) =>
    unknownArticles(tx, [...rules, ...classes, ...ownPeriods]),
  async apply(tx, { rules, classes, ownPeriods }) {
    await tx.query(queries.clearRules());
    await tx.query(queries.insertRules(rules));
    await tx.query(queries.clearClasses());
    await tx.query(queries.insertClasses(classes));
    await tx.query(queries.clearOwnPeriods());
    await tx.query(queries.insertOwnPeriods(ownPeriods));
    await recordBasisUse(
      tx,
      'publicity-rule',
      rules.map((row) => ({ ...row, id: row.rule })),
    );
    await recordBasisUse(
      tx,
      'penalty-kind-class',
      classes.map((row) => ({ ...row, id: row.kind })),
    );
    await recordBasisUse(tx, 'own-period', ownPeriods);
  },
  async settle(tx) {
    await logState(tx, publicitySource);
  },
});
