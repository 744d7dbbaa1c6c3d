/** The daily round of the collection list: counts anew, reminds before the due day, and escalates after it, each once. */
import { type Calendar, workingDaysBetween } from '../../kernel/working-days.ts';
import type { Platform } from '../../platform/index.ts';
import { listUnits } from '../identity/index.ts';
import { getCalendar } from '../law/index.ts';
import { tellUnits, type UnitNews } from '../notices/index.ts';
import { escalation, reminder } from './collection-data.ts';
import { countDeliveries } from './count-deliveries.ts';
import { type Due, readDues } from './list-dues.ts';

/** Months looked at each day: what is older was escalated long ago. */
const MONTHS_BACK = 12;

/** What is to be told about a month today; `centres` are the units of the credit centre. */
export function newsOf(calendar: Calendar, due: Due, today: string, centres: readonly string[]): UnitNews[] {
  const { unit, item, month, dueOn, state } = due;
  const about = { reference: `${unit} ${item} ${month}`, facts: { unit, item, month, dueOn } };
  if (state === 'due-soon') return [{ ...about, unit, role: reminder.role, kind: 'collection-due' }];
  if (state === 'contradicted')
    return [{ ...about, unit, role: 'reviewer', kind: 'collection-contradicted' }];
  if (state !== 'missing') return [];
  const past = workingDaysBetween(calendar, dueOn, today as Due['dueOn']) ?? 0;
  return escalation
    .filter(({ workingDaysAfter }) => past >= workingDaysAfter)
    .flatMap(({ to, role }): UnitNews[] =>
      to === 'unit'
        ? [{ ...about, unit, role, kind: 'collection-overdue' }]
        : centres.map((centre) => ({ ...about, unit: centre, role, kind: 'collection-escalated' })),
    );
}

/**
 * Counts every row of the list anew and tells what is new, unless only counting is asked for; a second run on the same day
 * tells nothing.
 */
export async function runCollectionRound(
  platform: Platform,
  { tells = true }: { readonly tells?: boolean } = {},
): Promise<{ rows: number; told: number }> {
  const today = platform.clock.today();
  const scopes = new Map(
    (await readDues(platform, { months: MONTHS_BACK })).map(({ unit, item }) => [
      `${unit} ${item}`,
      { unit, item },
    ]),
  );
  for (const scope of scopes.values()) await countDeliveries(platform, scope);
  if (!tells) return { rows: scopes.size, told: 0 };
  const [calendar, dues, units] = await Promise.all([
    getCalendar(platform.db.app),
    readDues(platform, { months: MONTHS_BACK }),
    listUnits(platform),
  ]);
  const centres = units.filter(({ kind }) => kind === 'centre').map(({ code }) => code);
  const news = dues.flatMap((due) => newsOf(calendar, due, today, centres));
  return { rows: scopes.size, told: await tellUnits(platform.db.app, platform.clock.now(), news) };
}
