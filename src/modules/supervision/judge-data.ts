/** What departments have to mend in their own data: statements that contradict each other, and months short of the register. */
import type { Calendar } from '../../kernel/working-days.ts';
import type { Platform } from '../../platform/index.ts';
import { compareSources, listMonthsBelowRegister, listOpenContradictions } from '../quality/index.ts';
import type { Fault } from './judge-record.ts';

/** Compares the sources anew and gives all that stands; facts are codes, dates and counts, never what a record says. */
export async function judgeData(platform: Platform, calendar: Calendar): Promise<Fault[]> {
  const db = platform.db.app;
  await compareSources(platform);
  const contradictions = (await listOpenContradictions(db)).map(
    ({ contradictionId, kind, owner, item, recordRefs }): Fault => ({
      kind: 'sources-contradict',
      reference: contradictionId,
      unit: owner,
      item,
      facts: { field: kind, records: recordRefs.join(' ') },
    }),
  );
  const months = (await listMonthsBelowRegister(db, calendar, platform.clock.today())).map(
    ({ unit, item, month, declared, records }): Fault => ({
      kind: 'below-register',
      reference: `${unit}/${item}/${month.slice(0, 7)}`,
      unit,
      item,
      facts: { month: month.slice(0, 7), declared: String(declared), records: String(records) },
    }),
  );
  return [...contradictions, ...months];
}
