/** Registers the organisations of staged rows whose key nobody has yet. */
import { normaliseName } from '../../kernel/name.ts';
import { civilDateAt } from '../../platform/clock.ts';
import type { Tx } from '../../platform/db/index.ts';
import { isC13, isSoleTrader } from './c13.ts';
import { nameColumns } from './name-columns.ts';
import {
  attachCodes,
  closeUnknown,
  insertSubjects,
  type NewSubject,
  nextUnknown,
  openUnknown,
  type UnknownRow,
} from './queries/register.ts';
import { registrationStatus } from './registration-status.ts';

const BATCH = 5000;

/** What stands behind a new subject: its registration, or only a valid code on somebody's record. */
export interface RegistrationOptions {
  readonly evidence: 'registration' | 'provisional';
  readonly now: Date;
}

/** Two different keys have the same 63 bits (about 0.07 % at 115 million subjects): a person must decide. */
export class SubjectIdTaken extends Error {
  override readonly name = 'SubjectIdTaken';
}

/**
 * Makes a subject for the first row (by `row_no`) of every key in `staged` that is in nobody's name. Keys other than
 * the USCC count only as part of a registration (the legacy lane), and mark the subject as legacy for ever; so do
 * `legacy_keys`. Without a registration the subject is provisional.
 * @param staged schema-qualified relation with the columns of the README
 * @returns how many subjects were made
 * @throws SubjectIdTaken
 */
export async function registerUnknown(
  tx: Tx,
  staged: string,
  options: RegistrationOptions,
): Promise<{ created: number }> {
  if (options.evidence === 'registration') await tx.query(attachCodes(staged, options.now));
  await tx.query(openUnknown(staged, options.evidence));
  let created = 0;
  for (;;) {
    const rows = await tx.query<UnknownRow>(nextUnknown(BATCH));
    if (rows.length === 0) break;
    const subjects = rows.map((row) => newSubject(row, options.evidence));
    const made = await tx.one<{ keys: number; subjects: number }>(
      insertSubjects(subjects, options.now, civilDateAt(options.now)),
    );
    if (made.subjects < made.keys) {
      throw new SubjectIdTaken(
        `${made.keys - made.subjects} of ${made.keys} new keys have the id of another subject`,
      );
    }
    created += made.subjects;
  }
  await tx.query(closeUnknown());
  return { created };
}

function newSubject(row: UnknownRow, evidence: RegistrationOptions['evidence']): NewSubject {
  const registered = evidence === 'registration';
  const uscc = row.key_kind === 'uscc' ? row.key_value : null;
  const { norm, bigrams, initials } = nameColumns(row.party_name);
  const former = registered ? formerName(row.former_name_norm, norm) : undefined;
  const asSubject = { soleTrader: row.sole_trader, uscc, nameNorm: norm };
  return {
    subject_id: row.subject_hash,
    key_kind: row.key_kind,
    key_value: row.key_value,
    kind: isSoleTrader(asSubject) ? 'sole-trader' : 'organisation',
    c13: isC13(asSubject),
    uscc,
    name: row.party_name,
    name_norm: norm,
    name_bigram: bigrams,
    name_initials: initials,
    status: registered ? registrationStatus(row.status) : 'unknown',
    registered_on: registered ? row.registered_on : null,
    area_code: row.area_code,
    provisional: !registered,
    legacy: uscc === null,
    former_norm: former?.norm ?? null,
    former_bigram: former?.bigrams ?? null,
    former_initials: former?.initials ?? null,
    legacy_keys: registered ? (row.legacy_keys ?? []) : [],
  };
}

/** A former name worth keeping: not the present one, and no placeholder such as 无. */
function formerName(text: string | null, present: string) {
  const norm = normaliseName(text ?? '');
  return norm.length >= 4 && norm !== present ? nameColumns(norm) : undefined;
}
