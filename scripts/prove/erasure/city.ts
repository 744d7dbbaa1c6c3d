/** The small city of the erasure proof: invented people in files about firms and people, handed in and settled. */
import { createHash } from 'node:crypto';
import {
  buildCity,
  csv,
  firm,
  handIn,
  officer,
  penalty,
  registerFirms,
} from '../../../src/modules/intake/testing/city.ts';
import { tellPerson } from '../../../src/modules/notices/index.ts';
import { askForErasure, findPersonSubject, personKeysOf } from '../../../src/modules/persons/index.ts';
import { type Invented, person } from '../../../src/modules/persons/testing/people.ts';
import { sql } from '../../../src/platform/db/index.ts';
import type { Platform } from '../../../src/platform/index.ts';
import { formsOf, type Needle } from './search.ts';

const FIRMS = 20;
const ROWS_A_FILE = 500;

/** Person `number` with a name that no two share. */
export function proofPerson(number: number): Invented {
  const day = String(1 + (Math.floor(number / 1000) % 28)).padStart(2, '0');
  return { ...person(number, `198503${day}`), name: `演证自然人第${number}号` };
}

/** The name that every tenth person bears from the second file on, and what proves it. */
const laterName = (number: number) => `更名演证人第${number}号`;
const evidence = (number: number) => `清公户更证〔2026〕${5_000_000 + number}号`;

const documentNo = (number: number) => `清市监处罚〔2026〕${1_000_000 + number}号`;

function personRow(number: number, changes: Record<string, string> = {}): Record<string, string> {
  const { name, identityNumber } = proofPerson(number);
  return penalty({ name, uscc: '' }, 0, {
    CF_XDR_LB: '自然人',
    CF_FRDB: '',
    CF_XDR_ZJLX: '身份证',
    CF_XDR_ZJHM: identityNumber,
    personCapacity: '经营活动',
    CF_WSH: documentNo(number),
    CF_SY: `经查，当事人${name}未按规定保存进货记录。`,
    ...changes,
  });
}

/** Units, firms, and decisions about `people` persons: one each, every tenth with a second version. */
export async function fillCity(platform: Platform, people: number): Promise<{ accepted: number }> {
  await buildCity(platform);
  await registerFirms(
    platform,
    Array.from({ length: FIRMS }, (_, number) => firm(number)),
  );
  let accepted = 0;
  const send = async (rows: readonly Record<string, string>[]) => {
    const { submission } = await handIn(platform, officer('market'), 'administrative-penalty', csv(rows));
    accepted += submission.counts?.accepted ?? 0;
  };
  for (let from = 0; from < people; from += ROWS_A_FILE) {
    const numbers = Array.from({ length: Math.min(ROWS_A_FILE, people - from) }, (_, place) => from + place);
    // A firm's row after each tenth person, and a row that is sent back.
    await send(
      numbers.flatMap((number) => [
        personRow(number),
        ...(number % 10 === 0 ? [penalty(firm(number % FIRMS), 2_000_000 + number)] : []),
        ...(number % 50 === 0 ? [personRow(number, { CF_WSH: '', CF_NR: '不完整' })] : []),
      ]),
    );
    const changed = numbers.filter((number) => number % 10 === 0);
    await send(
      changed.map((number) =>
        personRow(number, {
          CF_NR: '罚款人民币4000元',
          CF_NR_FK: '0.4',
          CF_XDR_MC: laterName(number),
          personFormerName: proofPerson(number).name,
          personNameEvidence: evidence(number),
        }),
      ),
    );
  }
  return { accepted };
}

/** Everything by which somebody could be told: plain, and by hash with and without the installation's keys. */
export function tracesOf(platform: Platform, number: number): Needle[] {
  const { name, identityNumber } = proofPerson(number);
  const texts = {
    name,
    'later name': laterName(number),
    'evidence of the change of name': evidence(number),
    'identity number': identityNumber,
    'document number': documentNo(number),
  };
  const hash = (algorithm: string, text: string) => createHash(algorithm).update(text).digest();
  return Object.entries(texts)
    .flatMap(([what, text]) => [
      ...formsOf(what, Buffer.from(text)),
      ...formsOf(`${what} in UTF-16`, Buffer.from(text, 'utf16le')),
      ...formsOf(`SHA-256 of the ${what}`, hash('sha256', text)),
      ...formsOf(`SM3 of the ${what}`, hash('sm3', text)),
    ])
    .concat(blindIndexOf(platform, number));
}

/** The blind index of a person in all forms. */
export function blindIndexOf(platform: Platform, number: number): Needle[] {
  return formsOf('blind index', personKeysOf(platform).blindIndex(proofPerson(number).identityNumber));
}

/** What lies sealed or hashed of a person in the tables, and the secrets of their log entries. */
export async function sealedTracesOf(platform: Platform, subjectId: string): Promise<Needle[]> {
  const rows = await platform.db.migrator.query<{ what: string; bytes: Buffer }>(sql`
    select 'wrapped key' as what, data_key_wrapped as bytes from persons.person where subject_id = ${subjectId}
    union all select 'mark of the name', name_mark from persons.person where subject_id = ${subjectId}
    union all select 'payload', payload from persons.record where subject_id = ${subjectId}
    union all select 'identity', identity from persons.record where subject_id = ${subjectId}
    union all select 'content', content from persons.record where subject_id = ${subjectId}
    union all select 'change of name', payload from persons.name_change where subject_id = ${subjectId}
    union all select 'mark of the former name', former_mark from persons.name_change where subject_id = ${subjectId}
    union all select 'secret of a log entry', e.secret from transparency.entry e where e.entry_id in (
      select entry_id from persons.record where subject_id = ${subjectId}
      union all select entry_id from persons.name_change where subject_id = ${subjectId}
      union all select entry_id from persons.erasure_wish where subject_id = ${subjectId}
      union all select entry_id from notices.notice where subject_id = ${subjectId})`);
  // Long values are sought by their first bytes: a page of the database may break them off.
  return rows.flatMap(({ what, bytes }) => formsOf(what, bytes.subarray(0, 48)));
}

/** The person asks to be erased and was told of a look: both go with the person. */
export async function askAndTell(platform: Platform, number: number): Promise<void> {
  const subjectId = (await findPersonSubject(platform, proofPerson(number).identityNumber)) as string;
  await askForErasure(platform, subjectId, 'no-basis');
  const news = { subjectId, kind: 'looked-at', reference: 'proof', facts: { caseNo: 'proof' } } as const;
  await platform.db.app.transaction((tx) => tellPerson(tx, platform.clock.now(), news));
}
