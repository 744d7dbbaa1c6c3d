/** The departments' quality league: every unit's six figures over a period, and one unit's by item. */
import type { Queryable } from '../../../platform/db/index.ts';
import type { Words } from '../../../platform/index.ts';
import { inputsByUnit, type Scope } from '../queries/league.ts';
import { countFigures, type Figures, type Inputs, placesOf } from './count-figures.ts';
import { schemeOn } from './figures-data.ts';

/** One unit's figures; `place` is null where nothing of it could be counted. */
export interface LeagueRow extends Figures {
  readonly unit: string;
  readonly name: Words;
  readonly inputs: Inputs;
  readonly place: number | null;
}

/** One unit's figures of one item. */
export interface ItemFigures extends Figures {
  readonly item: string;
  readonly inputs: Inputs;
}

type Row = Inputs & {
  readonly unit: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly item: string;
};

const sums = [
  ...(['files', 'rows', 'accepted', 'duplicate', 'refused', 'rejected', 'returned'] as const),
  ...([
    'cellsDue',
    'cellsMissing',
    'records',
    'corrected',
    'counted',
    'onTime',
    'declared',
    'reported',
  ] as const),
];

function addUp(rows: readonly Row[]): Inputs {
  return Object.fromEntries(
    sums.map((name) => [name, rows.reduce((sum, row) => sum + row[name], 0)]),
  ) as unknown as Inputs;
}

/** All units that handed in or declared anything, the best first; the scheme is that of the period's first day. */
export async function listLeague(db: Queryable, scope: Scope): Promise<LeagueRow[]> {
  const scheme = schemeOn(scope.from);
  const byUnit = Map.groupBy(await db.query<Row>(inputsByUnit(scope)), ({ unit }) => unit);
  const units = [...byUnit].map(([unit, rows]) => {
    const inputs = addUp(rows);
    const { nameZh: zh = '', nameEn: en = '' } = rows[0] ?? {};
    return { unit, name: { zh, en }, inputs, ...countFigures(inputs, scheme) };
  });
  const places = placesOf(units.map(({ index }) => index));
  return units
    .map((row, at) => ({ ...row, place: places[at] ?? null }))
    .sort(
      (a, b) =>
        (a.place ?? Number.MAX_SAFE_INTEGER) - (b.place ?? Number.MAX_SAFE_INTEGER) ||
        (a.unit < b.unit ? -1 : 1),
    );
}

/** One unit's figures, item by item. */
export async function listItemFigures(db: Queryable, unit: string, scope: Scope): Promise<ItemFigures[]> {
  const scheme = schemeOn(scope.from);
  const rows = await db.query<Row>(inputsByUnit({ ...scope, unit }));
  return rows.map((row) => {
    const inputs = addUp([row]);
    return { item: row.item, inputs, ...countFigures(inputs, scheme) };
  });
}
