// The subjects of the city under attack: an organisation and its agent, a person who attacks, and one whose secrets nobody may see.
import { identityCheckCharacter } from '../../../src/kernel/identity-number.ts';
import { openSubjectSession } from '../../../src/modules/identity/index.ts';
import { firm } from '../../../src/modules/intake/testing/city.ts';
import { askForErasure, findPersonSubject } from '../../../src/modules/persons/index.ts';
import { decision, person, settle } from '../../../src/modules/persons/testing/people.ts';
import { sql } from '../../../src/platform/db/index.ts';
import type { Platform } from '../../../src/platform/index.ts';

const first17 = '37189919791103777';

/** A natural person who asks nothing of anybody; number and name stand nowhere but sealed. */
export const quietPerson = {
  name: '静默堂静默人',
  identityNumber: first17 + identityCheckCharacter(first17),
};

/** Puts both persons on file, each with decisions, the quiet one with a request for erasure too. */
export async function addPersons(platform: Platform): Promise<void> {
  await settle(platform, [decision(person(501), 901), decision(quietPerson, 902)]);
  const quiet = (await findPersonSubject(platform, quietPerson.identityNumber)) as string;
  await askForErasure(platform, quiet, 'no-basis');
}

/** A session of a subject: by name, how it is opened. */
export type SubjectOpening = { readonly name: string; open(): Promise<string> };

/** The organisation itself, whoever may only read for it, and the person. */
export async function subjectOpenings(platform: Platform): Promise<SubjectOpening[]> {
  const { subjectId } = await platform.db.migrator.one<{ subjectId: string }>(
    sql`select subject_id as "subjectId" from subjects.subject where uscc = ${firm(1).uscc}`,
  );
  const self = (await findPersonSubject(platform, person(501).identityNumber)) as string;
  const opening = (name: string, session: Parameters<typeof openSubjectSession>[1]): SubjectOpening => ({
    name,
    open: async () => (await openSubjectSession(platform, session)).token,
  });
  return [
    opening('subject', { subjectId, as: 'organisation', readOnly: false }),
    opening('subject.reader', { subjectId, as: 'organisation', readOnly: true }),
    opening('person', { subjectId: self, as: 'person', readOnly: false }),
  ];
}

/** Numbers of the quiet person's matters: a request for erasure, records. */
export async function quietPersonIds(platform: Platform): Promise<string[]> {
  const subjectId = (await findPersonSubject(platform, quietPerson.identityNumber)) as string;
  const rows = await platform.db.migrator.query<{ id: string }>(sql`
    select wish_id::text as id from persons.erasure_wish where subject_id = ${subjectId}
    union all select record_id::text from persons.record where subject_id = ${subjectId}
    union all select ${subjectId}::text`);
  return rows.map(({ id }) => id);
}

/** What is held of the quiet person, as one text: it must be the same after the attack. */
export async function stateOfQuietPerson(platform: Platform): Promise<string> {
  const subjectId = await findPersonSubject(platform, quietPerson.identityNumber);
  const rows = await platform.db.migrator.query<{ part: string }>(sql`
    select 'wish ' || wish_id || ground || due_on || coalesce(says, '') as part
      from persons.erasure_wish where subject_id = ${subjectId}
    union all select 'version ' || record_id || version || encode(payload, 'hex')
      from persons.record where subject_id = ${subjectId}
    union all select 'name ' || change_id from persons.name_change where subject_id = ${subjectId}
    order by 1`);
  return rows.map(({ part }) => part).join('\n');
}
