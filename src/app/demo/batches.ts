// The files that the units of the demo city handed in over the years, in the order of their days.
import { dateOf } from './calendar.ts';
import { columnsOf } from './files/columns.ts';
import { writeCsv } from './files/csv.ts';
import type { City } from './generate-city.ts';
import { hashText } from './random.ts';
import type { RowValues } from './row.ts';
import type { DemoItem, FurtherItem } from './supply.ts';

/** One file: a unit's rows of one item that were handed in on one day. */
export interface DemoBatch {
  readonly unit: string;
  readonly item: DemoItem | FurtherItem;
  /** The instant of handing in, in working hours of Shanghai. */
  readonly at: Date;
  readonly fileName: string;
  readonly rows: readonly RowValues[];
  /** With the columns that a file about natural persons needs. */
  readonly persons?: boolean;
}

// An organisation is registered before anything else about it is handed in on the same day.
const ORDER: readonly DemoItem[] = [
  'organisation-registration',
  'administrative-licence',
  'administrative-penalty',
];

/** Groups all rows of a city; for cities that fit into memory. */
export function batchesOf(city: City): DemoBatch[] {
  const groups = new Map<string, { unit: string; item: DemoItem; handedIn: number; rows: RowValues[] }>();
  for (const { unit, item, handedIn, values } of city.rows()) {
    const key = `${handedIn} ${ORDER.indexOf(item)} ${unit}`;
    const group = groups.get(key) ?? { unit, item, handedIn, rows: [] };
    group.rows.push(values);
    groups.set(key, group);
  }
  const sorted = [...groups.values()].sort(
    (a, b) =>
      a.handedIn - b.handedIn ||
      ORDER.indexOf(a.item) - ORDER.indexOf(b.item) ||
      (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0),
  );
  return sorted.map(({ unit, item, handedIn, rows }) => {
    const day = dateOf(handedIn);
    const minute = hashText(`${unit} ${item} ${day}`) % 420;
    const at = new Date(Date.parse(`${day}T09:00:00+08:00`) + minute * 60_000 + ORDER.indexOf(item));
    return { unit, item, at, fileName: `${item}-${day}.csv`, rows };
  });
}

/** The file's text. */
export function batchText({ item, rows, persons = false }: DemoBatch): string {
  return `\ufeff${[...writeCsv(item, rows, { columns: columnsOf(item, persons) })].join('')}`;
}
