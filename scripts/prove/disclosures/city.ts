/** The city of the count: firms with public, ended and held records, and people who ask over HTTP. */
import { seededRandom } from '../../../src/kernel/seeded-random.ts';
import { createAccount, openSubjectSession, type Role } from '../../../src/modules/identity/index.ts';
import { sessionOf } from '../../../src/modules/identity/testing.ts';
import {
  buildCity,
  csv,
  firm,
  handIn,
  officer,
  penalty,
  registerFirms,
  UNITS,
} from '../../../src/modules/intake/testing/city.ts';
import { sql } from '../../../src/platform/db/index.ts';
import type { Platform } from '../../../src/platform/index.ts';

/** Headers of somebody who is signed in. */
export type Headers = Readonly<Record<string, string>>;

/** Who asks, and about whom. */
export interface CountedCity {
  readonly uscc: readonly string[];
  readonly subjectOf: ReadonlyMap<string, string>;
  readonly officers: Readonly<Record<'market' | 'emergency' | 'centre', Headers>>;
  readonly subjects: ReadonlyMap<string, Headers>;
}

const headersOf = (token: string): Headers => ({
  cookie: `gx_session=${token}`,
  'sec-fetch-site': 'same-origin',
});

/** Builds it through the ordinary doors. */
export async function buildCountedCity(
  platform: Platform,
  firms: number,
  seed: number,
): Promise<CountedCity> {
  const random = seededRandom(seed);
  await buildCity(platform);
  const all = Array.from({ length: firms }, (_, n) => firm(n));
  await registerFirms(platform, all);
  const rows = all.flatMap((party, n) => [
    penalty(party, n * 3, { CF_JDRQ: '2026-10-20' }),
    ...(random() < 0.7 ? [penalty(party, n * 3 + 1, { CF_JDRQ: '2022-03-02', BZ: '内部' })] : []),
    // Another firm's name: the row waits for the centre.
    ...(random() < 0.2 ? [penalty({ uscc: party.uscc, name: firm(n + 1).name }, n * 3 + 2)] : []),
  ]);
  await handIn(platform, officer('market'), 'administrative-penalty', csv(rows));
  const officers: Record<string, Headers> = {};
  for (const unit of ['market', 'emergency', 'centre'] as const) {
    const roles: Role[] = ['case-officer', 'checker'];
    const loginName = `${unit}.counted`;
    await createAccount(platform, {
      unit: UNITS[unit].code,
      roles,
      loginName,
      name: 'T',
      password: 'plum7 bridge over snow',
    });
    officers[unit] = headersOf(await sessionOf(platform, loginName));
  }
  const found = await platform.db.app.query<{ uscc: string; subject_id: string }>(
    sql`select uscc, subject_id from subjects.subject where uscc is not null`,
  );
  const subjectOf = new Map(found.map((row) => [row.uscc, row.subject_id]));
  const subjects = new Map<string, Headers>();
  for (const { subject_id } of found) {
    const session = { subjectId: subject_id, as: 'organisation', readOnly: false } as const;
    subjects.set(subject_id, headersOf((await openSubjectSession(platform, session)).token));
  }
  return {
    uscc: all.map(({ uscc }) => uscc),
    subjectOf,
    officers: officers as CountedCity['officers'],
    subjects,
  };
}
