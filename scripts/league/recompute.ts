// Counts the departments' quality league again from its public downloads alone; shares no code with the platform.

/** Gives the text at a public address. */
export type Get = (path: string) => Promise<string>;

type Line = Record<string, string>;

const ORDER = ['completeness', 'compliance', 'timeliness', 'reported', 'storage', 'accuracy'] as const;
type Name = (typeof ORDER)[number];

/** As in data/quality/figures.json, and on the page of the league. */
const WEIGHTS: Record<Name, number> = {
  completeness: 3,
  compliance: 3,
  timeliness: 6,
  reported: 8,
  storage: 6,
  accuracy: 3,
};

/** With fewer figures there is no index. */
const FEWEST = 3;

/** One unit as it was counted again. */
export interface Recounted {
  place: number | null;
  unit: string;
  index: number | null;
  figures: { figure: Name; part: number; of: number; share: number | null }[];
}

/** A CSV after RFC 4180 as lines by the names of its header. */
function parse(text: string): Line[] {
  const table: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const end = () => {
    table.at(-1)?.push(cell);
    cell = '';
  };
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] as string;
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[at + 1] === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === ',') end();
    else if (letter === '\n') {
      end();
      table.push([]);
    } else if (letter !== '\r') cell += letter;
  }
  const [head = [], ...rows] = table.filter((row) => row.length > 0);
  return rows.map((row) => Object.fromEntries(head.map((name, n) => [name, row[n] ?? ''])));
}

const num = (text: string | undefined): number => Number(text ?? 0);

/** Half up to four decimals, in whole numbers. */
const round = (part: number, of: number): number => Math.floor((part * 20_000 + of) / (of * 2));

function timely(
  limits: Line[],
  working: Map<string, number>,
  sector: string,
  line: Line,
): boolean | undefined {
  const own = limits.filter(
    (limit) =>
      limit['item'] === line['item'] &&
      (limit['in_force_from'] ?? '') <= (line['decided_on'] ?? '') &&
      (limit['in_force_until'] === '' || (limit['in_force_until'] ?? '') > (line['decided_on'] ?? '')),
  );
  const limit = own.find((one) => one['sector'] === sector) ?? own.find((one) => one['sector'] === '');
  const [decided = '', handed = '', shown = ''] = [
    line['decided_on'],
    line['handed_in_on'],
    line['public_on'],
  ];
  // Both clocks must be countable, to the handing in and to the publication; an earlier day is no working day later.
  const [toHanded, toShown] = [handed, shown].map((day) => {
    const [before, after] = [working.get(decided), working.get(day)];
    if (day <= decided) return 0;
    return before === undefined || after === undefined ? undefined : after - before;
  });
  if (limit === undefined || shown === '' || toHanded === undefined || toShown === undefined)
    return undefined;
  return toHanded <= num(limit['working_days']);
}

/** The league of a period, from first days of months, half-open. */
export async function recompute(get: Get, from: string, until: string): Promise<Recounted[]> {
  const read = async (file: string) =>
    parse(await get(`/api/v1/public/quality/inputs/${file}?from=${from}&until=${until}`));
  const [files, dates, declared, limits, days, units] = [
    await read('submissions'),
    await read('record-dates'),
    await read('declarations'),
    await read('time-limits'),
    await read('working-days'),
    await read('units'),
  ];
  let count = 0;
  const working = new Map<string, number>();
  for (const day of days ?? []) {
    if (day['working'] === 'true') count++;
    working.set(day['day'] ?? '', count);
  }
  const codes = new Set(
    [...(files ?? []), ...(dates ?? []), ...(declared ?? [])].map((line) => line['unit_code']),
  );
  const known = (units ?? []).filter((unit) => codes.has(unit['unit_code']));
  const counted = known.map((unit) => {
    const code = unit['unit_code'];
    const mine = (lines: Line[] | undefined) => (lines ?? []).filter((line) => line['unit_code'] === code);
    const sum = (lines: Line[], name: string) => lines.reduce((total, line) => total + num(line[name]), 0);
    const [handed, decided] = [mine(files), mine(dates)];
    let [onTime, clocks] = [0, 0];
    for (const line of decided) {
      const verdict = timely(limits ?? [], working, unit['sector'] ?? '', line);
      if (verdict === undefined) continue;
      clocks += num(line['records']);
      if (verdict) onTime += num(line['records']);
    }
    let [told, stood] = [0, 0];
    for (const line of mine(declared)) {
      const there = decided.filter((one) => one['item'] === line['item'] && one['month'] === line['month']);
      told += num(line['decisions']);
      stood += Math.min(num(line['decisions']), sum(there, 'records'));
    }
    const rows = sum(handed, 'rows');
    const parts: Record<Name, [number, number]> = {
      completeness: [sum(handed, 'cells_due') - sum(handed, 'cells_missing'), sum(handed, 'cells_due')],
      compliance: [rows - sum(handed, 'rejected') + sum(handed, 'returned'), rows],
      timeliness: [onTime, clocks],
      reported: [stood, told],
      storage: [sum(handed, 'accepted'), rows - sum(handed, 'duplicate') - sum(handed, 'refused')],
      accuracy: [sum(decided, 'records') - sum(decided, 'corrected'), sum(decided, 'records')],
    };
    let [top, bottom, shares] = [0, 0, 0];
    const figures = ORDER.map((figure) => {
      const [part, of] = parts[figure];
      const share = of === 0 ? null : round(part, of);
      if (share !== null) {
        top += share * WEIGHTS[figure];
        bottom += WEIGHTS[figure];
        shares++;
      }
      return { figure, part, of, share: share === null ? null : share / 10_000 };
    });
    return {
      unit: code ?? '',
      index: shares < FEWEST ? null : round(top, bottom * 10_000) / 10_000,
      figures,
    };
  });
  return counted
    .map((row) => ({
      place:
        row.index === null
          ? null
          : 1 +
            counted.filter((other) => other.index !== null && row.index !== null && other.index > row.index)
              .length,
      ...row,
    }))
    .sort((a, b) => (a.place ?? 1e9) - (b.place ?? 1e9) || (a.unit < b.unit ? -1 : 1));
}
