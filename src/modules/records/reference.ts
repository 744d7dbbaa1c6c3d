/** Items, units, rules, limits and calendar as the pages of records need them, read together and kept for a moment. */
import type { Calendar } from '../../kernel/working-days.ts';
import type { Platform, Words } from '../../platform/index.ts';
import type { ItemDefinition } from '../catalogue/index.ts';
import type { TimeLimit } from '../law/index.ts';
import * as queries from './queries/reference.ts';

/** An article, for a link. */
export type Citation = { readonly instrument: string; readonly article: string };

/** Everything at once. */
export type Reference = {
  /** In the order of the catalogue: what a subject is, what it may do, what was decided against it. */
  readonly items: ReadonlyMap<string, ItemDefinition>;
  readonly units: ReadonlyMap<string, queries.UnitRow>;
  readonly rules: readonly queries.RuleRow[];
  readonly limits: readonly TimeLimit[];
  readonly titles: ReadonlyMap<string, Words>;
  readonly calendar: Calendar;
};

// Whether a record is public is asked of the view each time; these only name and explain.
const keepFor = 15_000;
const kept = new WeakMap<Platform, { until: number; reference: Promise<Reference> }>();
const order = ['organisation-registration', 'administrative-licence', 'administrative-penalty'];

function byCatalogue(a: ItemDefinition, b: ItemDefinition): number {
  const place = (item: string) => (order.includes(item) ? order.indexOf(item) : order.length);
  return place(a.item) - place(b.item) || (a.item < b.item ? -1 : 1);
}

async function read(platform: Platform): Promise<Reference> {
  const db = platform.db.portal;
  const [items, units, rules, limits, titles, years, days] = await Promise.all([
    db.query<queries.ItemRow>(queries.activeItems()),
    db.query<queries.UnitRow>(queries.units()),
    db.query<queries.RuleRow>(queries.publicityRules()),
    db.query<TimeLimit>(queries.decisionLimits()),
    db.query<{ id: string; title_zh: string; title_en: string }>(queries.instrumentTitles()),
    db.query<{ year: number }>(queries.calendarYears()),
    db.query<{ day: string; off: boolean; name: string }>(queries.calendarDays()),
  ]);
  const definitions = items.map((row) => row.definition).sort(byCatalogue);
  return {
    items: new Map(definitions.map((definition) => [definition.item, definition])),
    units: new Map(units.map((unit) => [unit.unit_code, unit])),
    rules,
    limits,
    titles: new Map(titles.map(({ id, title_zh, title_en }) => [id, { zh: title_zh, en: title_en }])),
    calendar: {
      years: years.map(({ year }) => year),
      days: new Map(days.map(({ day, off, name }) => [day, { off, name }])),
    },
  };
}

/** At most fifteen seconds old; what failed is read again by the next page. */
export function getReference(platform: Platform): Promise<Reference> {
  const now = platform.clock.now().getTime();
  const known = kept.get(platform);
  if (known && now < known.until) return known.reference;
  const reference = read(platform);
  kept.set(platform, { until: now + keepFor, reference });
  reference.catch(() => kept.delete(platform));
  return reference;
}
