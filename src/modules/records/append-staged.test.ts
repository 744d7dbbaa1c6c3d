// Appending staged rows: first and further versions, duplicates, contradictions, withdrawal, and what the public view shows.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { raw, sql } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import { type TestWorld, testDatabase } from '../../platform/testing.ts';
import { appendStaged, endSubmissionVersions } from './append-staged.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await testDatabase();
});
afterAll(() => world.close());

const facts = (submissionId: string) => ({
  item: 'administrative-penalty',
  editionId: 'e',
  unitCode: 'u',
  submissionId,
  handedInOn: '2026-11-10',
  acceptedOn: '2026-11-10',
  acceptedAt: new Date('2026-11-10T02:00:00Z'),
});

interface Row {
  row: number;
  subject: string;
  identity: string;
  content: string;
}

/** Settles rows as intake does, with only the columns that records reads. */
async function settle(submissionId: string, rows: readonly Row[]): Promise<string[]> {
  const names = {
    staged: `intake_staging.s${submissionId}`,
    matched: `intake_staging.m${submissionId}`,
    judged: `intake_staging.j${submissionId}`,
  };
  return world.db.app.scoped({ duty: 'intake' }, async (tx) => {
    await tx.query(sql`create unlogged table ${raw(names.staged)} as
      select r.row as row_no, r.record_id, r.identity, r.content, 'a'::text as authority_uscc, 'A'::text as authority_name,
        'n'::text as decision_no, date '2026-11-01' as decided_on, null::date as valid_from, null::date as valid_until,
        true as in_effect, 'general'::text as misconduct_class, false as class_assumed, null::date as conduct_ended_on,
        true as conduct_assumed, null::integer as own_months, jsonb_build_object('c', r.content) as open_fields, null::jsonb as closed_fields
      from jsonb_to_recordset(${JSON.stringify(rows.map((row) => ({ ...row, record_id: newId() })))}::jsonb)
        as r(row integer, record_id bigint, identity uuid, content uuid)`);
    await tx.query(sql`create unlogged table ${raw(names.matched)} as
      select r.row as row_no, r.subject as subject_id from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(row integer, subject bigint)`);
    await appendStaged(tx, names, facts(submissionId));
    const judged = await tx.query<{ outcome: string }>(
      sql`select outcome from ${raw(names.judged)} order by row_no`,
    );
    return judged.map((row) => row.outcome);
  });
}

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const standing = (subject: string) =>
  world.db.migrator.query<{ version: number; content: string }>(
    sql`select version, content from records.standing where subject_id = ${subject}`,
  );

describe('the outcome of rows', () => {
  test('the same decision for another subject is another record; in one file it is repeated or contradicts', async () => {
    const outcomes = await settle('1', [
      { row: 2, subject: '11', identity: uuid(1), content: uuid(1) },
      { row: 3, subject: '12', identity: uuid(1), content: uuid(1) },
      { row: 4, subject: '11', identity: uuid(1), content: uuid(1) },
      { row: 5, subject: '11', identity: uuid(1), content: uuid(2) },
    ]);
    expect(outcomes).toEqual(['first', 'first', 'repeated', 'contradicts']);
    expect(await standing('11')).toEqual([{ version: 1, content: uuid(1) }]);
  });

  test('the same content again is a duplicate, other content a further version', async () => {
    await settle('2', [{ row: 2, subject: '21', identity: uuid(2), content: uuid(1) }]);
    expect(await settle('3', [{ row: 2, subject: '21', identity: uuid(2), content: uuid(1) }])).toEqual([
      'duplicate',
    ]);
    expect(await settle('4', [{ row: 2, subject: '21', identity: uuid(2), content: uuid(2) }])).toEqual([
      'version',
    ]);
    expect(await standing('21')).toEqual([{ version: 2, content: uuid(2) }]);
  });
});

describe('a withdrawn submission', () => {
  const end = { reason: '文号有误', endedBy: 'account:1', endedAt: new Date('2026-11-11T02:00:00Z') };

  test('its versions end, the replaced version stands again, history keeps both', async () => {
    await settle('5', [{ row: 2, subject: '51', identity: uuid(5), content: uuid(1) }]);
    await settle('6', [{ row: 2, subject: '51', identity: uuid(5), content: uuid(2) }]);
    const ended = await world.db.app.scoped({ duty: 'intake' }, (tx) => endSubmissionVersions(tx, '6', end));
    expect(ended).toEqual({ ended: 1, left: [] });
    expect(await standing('51')).toEqual([{ version: 1, content: uuid(1) }]);
    const all = await world.db.migrator.query(sql`select 1 from records.record where subject_id = 51`);
    expect(all).toHaveLength(2);
  });

  test('withdrawing the earlier one leaves the later version; handing in again makes a third', async () => {
    await settle('7', [{ row: 2, subject: '71', identity: uuid(7), content: uuid(1) }]);
    await settle('8', [{ row: 2, subject: '71', identity: uuid(7), content: uuid(2) }]);
    await world.db.app.scoped({ duty: 'intake' }, (tx) => endSubmissionVersions(tx, '7', end));
    expect(await standing('71')).toEqual([{ version: 2, content: uuid(2) }]);
    await world.db.app.scoped({ duty: 'intake' }, (tx) => endSubmissionVersions(tx, '8', end));
    expect(await standing('71')).toEqual([]);
    expect(await settle('9', [{ row: 2, subject: '71', identity: uuid(7), content: uuid(2) }])).toEqual([
      'version',
    ]);
    expect(await standing('71')).toEqual([{ version: 3, content: uuid(2) }]);
  });
});

test('the application can neither change nor delete a record', async () => {
  await expect(world.db.app.query(sql`update records.record set decision_no = 'x'`)).rejects.toThrow(
    /permission denied/,
  );
  await expect(world.db.app.query(sql`delete from records.record`)).rejects.toThrow(/permission denied/);
});

test('the portal’s role reads views only', async () => {
  await expect(world.db.portal.query(sql`select 1 from records.record`)).rejects.toThrow(/permission denied/);
  await expect(world.db.portal.query(sql`select 1 from intake.held_row`)).rejects.toThrow(
    /permission denied/,
  );
  expect(await world.db.portal.query(sql`select 1 from published.record`)).toEqual([]);
});
