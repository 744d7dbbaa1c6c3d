/** Feeds mixed files through intake and compares every row's refusal with the one its kind must get. */
import { csv, handIn, officer } from '../../../src/modules/intake/testing/city.ts';
import { sql } from '../../../src/platform/db/index.ts';
import type { Platform } from '../../../src/platform/index.ts';
import type { BasisCity } from './city.ts';
import { fieldOf, ITEMS, type Item, KINDS, type Kind, type Row, rowWithout, soundRow } from './rows.ts';

/** Rows handed in of a kind, and those refused by its rule at its field. */
export interface Told {
  readonly rule: string;
  given: number;
  refused: number;
}

/** What the feeding came to. */
export interface Fed {
  readonly byKind: Record<string, Told>;
  readonly sound: Record<Item, { given: number; accepted: number }>;
  /** Rows whose refusal was another than expected, or none; the first are told. */
  readonly differences: string[];
}

/** Every so manieth row is a sound one. */
const SOUND_EVERY = 6;

interface Planned {
  readonly row: Row;
  readonly kind: Kind | undefined;
}

function planFile(city: BasisCity, item: Item, rows: number, first: number, random: () => number): Planned[] {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  return Array.from({ length: rows }, (_, n): Planned => {
    const number = first + n;
    if (n % SOUND_EVERY === 0) {
      return { row: soundRow(item, pick(city.sound), number / SOUND_EVERY), kind: undefined };
    }
    const kind = KINDS[(n + Math.floor(n / SOUND_EVERY)) % KINDS.length] as Kind;
    return { row: rowWithout(kind, item, pick(city.without), number, city.today, random), kind };
  });
}

interface ErrorRow {
  readonly row_no: number;
  readonly said: string[];
}

async function feedFile(
  platform: Platform,
  item: Item,
  planned: readonly Planned[],
  fed: Fed,
): Promise<void> {
  const handed = await handIn(platform, officer('market'), item, csv(planned.map(({ row }) => row)));
  const { status, counts } = handed.submission;
  const sound = planned.filter(({ kind }) => kind === undefined).length;
  fed.sound[item].given += sound;
  fed.sound[item].accepted += counts?.accepted ?? 0;
  if (counts?.accepted !== sound || counts.rejected !== planned.length - sound)
    fed.differences.push(
      `${item}: ${status} ${JSON.stringify(counts)}, ${sound} of ${planned.length} are sound`,
    );
  const errors = await platform.db.migrator.query<ErrorRow>(sql`
    select row_no, array_agg(rule || ' ' || coalesce(field, '') order by rule, field) as said from intake.finding
    where submission_id = ${handed.submissionId} and severity = 'error' and row_no is not null group by row_no`);
  const saidOf = new Map(errors.map(({ row_no, said }) => [row_no, said.join(', ')]));
  planned.forEach(({ kind }, n) => {
    // The header is the file's first row.
    const said = saidOf.get(n + 2) ?? '';
    const expected = kind === undefined ? '' : `${kind.rule} ${fieldOf(item, kind)}`;
    if (said !== expected) fed.differences.push(`${kind?.name ?? 'sound'}: ${said || 'accepted'}`);
    if (kind === undefined) return;
    fed.byKind[kind.name] ??= { rule: kind.rule, given: 0, refused: 0 };
    const told = fed.byKind[kind.name] as Told;
    told.given++;
    if (said === expected) told.refused++;
  });
}

/** Hands in `files` files of `rows` rows, of each item in turn. */
export async function feed(
  platform: Platform,
  city: BasisCity,
  { files, rows }: { readonly files: number; readonly rows: number },
  random: () => number,
  say: (line: string) => void,
): Promise<Fed> {
  const none = () => ({ given: 0, accepted: 0 });
  const fed: Fed = {
    byKind: {},
    sound: { 'administrative-penalty': none(), 'administrative-licence': none() },
    differences: [],
  };
  for (let file = 0; file < files; file++) {
    const item = ITEMS[file % ITEMS.length] as Item;
    // A multiple of the step, so that numbers of sound rows are whole and never repeat.
    const first = file * Math.ceil(rows / SOUND_EVERY) * SOUND_EVERY;
    await feedFile(platform, item, planFile(city, item, rows, first, random), fed);
    say(`${file + 1} of ${files} files, ${fed.differences.length} differences`);
  }
  return fed;
}

/** Hands in one file of sound rows, with numbers nobody used; what came of it. */
export async function feedSound(
  platform: Platform,
  city: BasisCity,
  item: Item,
  rows: number,
  first: number,
): Promise<number> {
  const given = soundFile(city, item, rows, first);
  return (await handIn(platform, officer('market'), item, given)).submission.counts?.accepted ?? 0;
}

/** Sound rows as a file. */
export function soundFile(city: BasisCity, item: Item, rows: number, first: number): string {
  const party = (n: number) => city.sound[n % city.sound.length] as BasisCity['sound'][number];
  return csv(Array.from({ length: rows }, (_, n) => soundRow(item, party(n), first + n)));
}
