/** The purposes of reading as one set of rules: how they come into force. */
import { defineRuleSet, recordBasisUse, unknownArticles } from '../law/index.ts';
import type { Purpose } from './purposes-data.ts';
import { clearPurposes, insertPurposes } from './queries/purposes.ts';

/** The set; the list is replaced as a whole, and the database refuses a basis that is not there (C1). */
export const purposeRules = defineRuleSet<readonly Purpose[]>({
  kind: 'disclosure.purposes',
  name: () => ({ zh: '查询目的清单', en: 'purposes of reading' }),
  refusals: (tx, purposes) =>
    unknownArticles(
      tx,
      purposes.flatMap((row) => [row, ...(row.personArticles ?? [])]),
    ),
  async apply(tx, purposes) {
    await tx.query(clearPurposes());
    await tx.query(insertPurposes(purposes));
    const uses = purposes.flatMap((row) =>
      [row, ...(row.personArticles ?? [])].map(({ instrument, article }) => ({
        id: row.purpose,
        instrument,
        article,
      })),
    );
    await recordBasisUse(tx, 'purpose', uses);
  },
  settle: async () => {},
});
