/** The law as everyone may read it (charter C12): from the same rows the engine works by, each with its basis and period. */
import type { Queryable } from '../../platform/db/index.ts';
import * as queries from './queries.ts';

interface Dated {
  from: string;
  until: string | null;
}

interface Based extends Dated {
  instrument: string;
  article: string;
}

/** Kinds of entry in the public register of law. */
export const LAW_KINDS = [
  'instrument',
  'time-limit',
  'publicity-rule',
  'penalty-kind-class',
  'own-period',
  'calendar-year',
] as const;

export type LawKind = (typeof LAW_KINDS)[number];

/** One entry; what else it has depends on its kind. */
export type LawEntry = Record<string, unknown> & {
  kind: LawKind;
  id: string;
  basis: { instrument: string; article: string } | null;
  inForce: { from: string; until: string | null };
};

/** All entries, or those of one kind. */
export async function listLaw(db: Queryable, kind?: LawKind): Promise<LawEntry[]> {
  const kinds = kind === undefined ? LAW_KINDS : [kind];
  return (await Promise.all(kinds.map((entry) => READERS[entry](db)))).flat();
}

const READERS: Readonly<Record<LawKind, (db: Queryable) => Promise<LawEntry[]>>> = {
  instrument: async (db) => {
    const rows = await db.query<Dated & { id: string; title_zh: string; title_en: string }>(
      queries.selectPublicInstruments(),
    );
    return rows.map(({ from, until, title_zh, title_en, ...row }) => ({
      kind: 'instrument',
      ...row,
      title: { zh: title_zh, en: title_en },
      basis: null,
      inForce: { from, until },
    }));
  },
  'time-limit': async (db) =>
    based('time-limit', await db.query(queries.selectPublicTimeLimits()), (row) => row.id),
  'publicity-rule': async (db) =>
    based('publicity-rule', await db.query(queries.selectPublicRules()), (row) => `${row.rule}:${row.class}`),
  'penalty-kind-class': async (db) =>
    based('penalty-kind-class', await db.query(queries.selectPublicKindClasses()), (row) => row.penaltyKind),
  'own-period': async (db) =>
    based('own-period', await db.query(queries.selectPublicOwnPeriods()), (row) => row.id),
  'calendar-year': async (db) => {
    const rows = await db.query<{ year: number; notice: string }>(queries.selectPublicCalendarYears());
    return rows.map(({ year, notice }) => ({
      kind: 'calendar-year',
      id: String(year),
      notice,
      basis: null,
      inForce: { from: `${year}-01-01`, until: `${year + 1}-01-01` },
    }));
  },
};

function based(
  kind: LawKind,
  rows: readonly Based[],
  idOf: (row: Record<string, string>) => string | undefined,
): LawEntry[] {
  return rows.map((row) => {
    const { from, until, instrument, article, ...rest } = row;
    const id = idOf(rest as unknown as Record<string, string>) ?? '';
    return { ...rest, kind, id, basis: { instrument, article }, inForce: { from, until } };
  });
}
