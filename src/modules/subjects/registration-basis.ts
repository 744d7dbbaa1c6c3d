/** What publishing registrations rests on today (charter C1), read from the catalogue in force. */
import type { Queryable } from '../../platform/db/index.ts';
import { registrationBasis } from './queries/find.ts';

/** The basis of every published registration, and the period in which it is in force. */
export interface RegistrationBasis {
  readonly basis: {
    readonly instrument: string;
    readonly title: { readonly zh: string; readonly en: string };
    readonly number: string;
    readonly article: string;
  } | null;
  readonly inForce: { readonly from: string; readonly until: string | null } | null;
}

interface BasisRow {
  instrument: string;
  title_zh: string;
  title_en: string;
  number: string | null;
  article: string;
  in_force_from: string;
  in_force_until: string | null;
}

/** Both null while no edition of the catalogue is in force; `db` may be the portal's. */
export async function findRegistrationBasis(db: Queryable): Promise<RegistrationBasis> {
  const row = await db.maybe<BasisRow>(registrationBasis());
  if (!row) return { basis: null, inForce: null };
  return {
    basis: {
      instrument: row.instrument,
      title: { zh: row.title_zh, en: row.title_en },
      number: row.number ?? '',
      article: row.article,
    },
    inForce: { from: row.in_force_from, until: row.in_force_until },
  };
}
