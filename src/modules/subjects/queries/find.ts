/** Questions about single subjects, answered from the views that the portal may read. */
import { planned, type Sql, sql } from '../../../platform/db/index.ts';

/** A subject with its names and with every id that stands for it. */
export interface SubjectRow {
  subject_id: string;
  ids: string[];
  kind: 'organisation' | 'sole-trader';
  c13: boolean;
  uscc: string | null;
  name: string;
  status: 'registered' | 'revoked' | 'deregistered' | 'unknown';
  registered_on: string | null;
  area_code: string | null;
  provisional: boolean;
  legacy: boolean;
  former_names: string[];
}

/** The subject that a key belongs to, merges followed. */
export const subjectByKey = (kind: string, value: string): Sql =>
  planned(
    'subject-by-key',
    sql`select * from published.subjects_by_id(array(select published.subjects_by_key(array[${value}::text], ${kind}::text)))`,
  );

/** The subject of an id, merges followed. */
export const subjectById = (subjectId: string): Sql =>
  planned('subject-by-id', sql`select * from published.subjects_by_id(array[${subjectId}::bigint])`);

/** What publishing registrations rests on: the basis of the catalogue item in the edition in force. */
export const registrationBasis = (): Sql => sql`
  select i.basis_instrument as instrument, n.title_zh, n.title_en, n.number, i.basis_article as article,
    n.in_force_from, n.in_force_until
  from published.item i
  join published.edition e on e.edition_id = i.edition_id and e.in_force_from <= platform.today()
    and (e.in_force_until is null or e.in_force_until > platform.today())
  join published.instrument n on n.instrument_id = i.basis_instrument
  where i.item = 'organisation-registration' and i.state = 'active'`;
