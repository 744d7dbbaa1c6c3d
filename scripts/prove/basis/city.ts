/** The city of the proof: firms that are given sound records, others that are given none, and authorities at every stage. */
import { addDays, type CivilDate } from '../../../src/kernel/civil-date.ts';
import { registerAuthority } from '../../../src/modules/identity/index.ts';
import { buildCity, firm, registerFirms, UNITS } from '../../../src/modules/intake/testing/city.ts';
import { sql } from '../../../src/platform/db/index.ts';
import type { Platform } from '../../../src/platform/index.ts';
import { BOARDS, type Party } from './rows.ts';

export interface BasisCity {
  readonly today: CivilDate;
  /** They get sound records alone. */
  readonly sound: readonly Party[];
  /** They get only what is without basis. */
  readonly without: readonly Party[];
}

/** Begins tomorrow: it is known, and in force on no day yet. */
const COMING = 'coming-law';

/** Builds it on a platform that is there and empty. */
export async function buildBasisCity(platform: Platform, firms: number): Promise<BasisCity> {
  const today = platform.clock.today();
  await buildCity(platform);
  const since = '2019-01-01' as CivilDate;
  const register = (board: Party, period: { since: CivilDate; until?: CivilDate }) =>
    registerAuthority(platform, UNITS.market.code, { ...board, ...period });
  await register(BOARDS.ended, { since, until: addDays(today, -60) });
  await register(BOARDS.notBegun, { since: addDays(today, 1) });
  await register(BOARDS.takenOver, { since: addDays(today, -1) });
  await platform.db.migrator.query(sql`
    insert into law.instrument (instrument_id, title_zh, title_en, issuing_body, level, in_force_from, source, confidence)
    values (${COMING}, '试验法', 'The coming law', '试验', 'law', ${addDays(today, 1)}, 'test', 'unconfirmed')`);
  await platform.db.migrator.query(sql`
    insert into law.article (instrument_id, article, says_zh, says_en, confidence)
    values (${COMING}, '第一条', '试验', 'Test', 'unconfirmed')`);
  const all = Array.from({ length: firms }, (_, n) => firm(n + 1));
  await registerFirms(platform, all);
  const parted = Math.ceil(firms / 4);
  return { today, sound: all.slice(0, parted), without: all.slice(parted) };
}

/** The basis that is not yet in force. */
export const comingBasis = { instrument: COMING, article: '第一条' } as const;
