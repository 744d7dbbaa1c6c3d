/** The gate: who may look for what, how little is shown, that every look is written down, and that nothing goes round it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SubjectActor } from '../../platform/actor.ts';
import { enterScope, raw, sql } from '../../platform/db/index.ts';
import { disclose } from './disclose.ts';
import { listAccesses, readOwnFile } from './index.ts';
import { listOwnRecords } from './own-records.ts';
import { firm, lookedAtCity, officer } from './testing/looked-at-city.ts';

const world = await lookedAtCity();
const { platform, db } = world;
const { uscc } = firm(1);
let subjectId: string;
beforeAll(async () => {
  subjectId = await world.subjectOf(1);
});
afterAll(() => world.close());

const ask = (over: Partial<Parameters<typeof disclose>[1]> = {}) =>
  disclose(platform, {
    actor: officer('emergency', 'case-officer', '7'),
    purpose: 'case-handling',
    caseNo: '清应急立〔2026〕3号',
    uscc,
    ...over,
  });
const numbers = (records: readonly { decisionNo: string }[]) =>
  records.map(({ decisionNo }) => decisionNo).sort();
const countAccesses = async () =>
  (await db.migrator.one<{ n: number }>(sql`select count(*)::integer as n from disclosure.access`)).n;

describe('the least that a purpose allows (C11)', () => {
  test('a case shows also what is public no longer, and some closed fields', async () => {
    const { records } = await ask();
    const penalties = records.filter(({ item }) => item === 'administrative-penalty');
    expect(penalties.map(({ isPublic }) => isPublic).sort()).toEqual([false, true]);
    expect(penalties.some(({ fields }) => fields['BZ'] === '已不再公示')).toBe(true);
    expect(Object.keys(penalties[0]?.fields ?? {})).not.toContain('CF_XDR_SWDJ');
  });

  test('a licence shows what is in effect alone, and no closed field (C10: what is archived supports nothing)', async () => {
    const { records } = await ask({ purpose: 'licensing' });
    expect(records.every(({ isPublic }) => isPublic)).toBe(true);
    expect(records.flatMap(({ fields }) => Object.keys(fields))).not.toContain('BZ');
  });

  test('items that were not asked for are not shown', async () => {
    const { records } = await ask({ items: ['organisation-registration'] });
    expect(records.map(({ item }) => item)).toEqual(['organisation-registration']);
  });

  test.each([
    ['a role without the purpose', { actor: officer('emergency', 'data-officer') }],
    ['a purpose of another role', { purpose: 'audit' }],
    ['a purpose of another kind of unit', { purpose: 'court-order' }],
    ['the subject’s own purpose', { purpose: 'own-file' }],
    ['statistics, which identify nobody', { purpose: 'statistics' }],
    ['no purpose of the list', { purpose: 'other' }],
    [
      'a machine without the scope',
      { actor: { kind: 'client', clientId: 'c', unit: 't-market', scopes: ['disclose:licensing'] } as const },
    ],
    ['a code that nobody bears', { uscc: firm(99).uscc }],
  ])('%s: answered like nothing, and nobody is told', async (_name, over) => {
    const before = await countAccesses();
    await expect(ask(over)).rejects.toMatchObject({
      definition: { type: 'nothing-to-disclose', status: 404 },
    });
    expect(await countAccesses()).toBe(before);
  });

  test('a machine looks for the purposes that it is granted, under its own number', async () => {
    const scopes = ['disclose:case-handling'];
    const actor = { kind: 'client', clientId: 'qh-7', unit: 't-emergency', scopes } as const;
    const { accessId, records } = await ask({ actor });
    expect(records.length).toBeGreaterThan(0);
    const [look] = await listAccesses(platform, [subjectId], { limit: 1, others: true });
    expect(look).toMatchObject({ accessId, duty: 'client', officer: 'qh-7', unit: 't-emergency' });
  });

  test('no case number, no look', async () => {
    await expect(ask({ caseNo: '  ' })).rejects.toMatchObject({ definition: { type: 'case-number-needed' } });
  });
});

describe('every look is written down (C8)', () => {
  test('the subject sees unit, duty, number, purpose, case and what was shown; the log has an entry of it', async () => {
    const { accessId, records } = await ask({ caseNo: '清应急立〔2026〕4号' });
    const [look] = await listAccesses(platform, [subjectId], { limit: 1, others: true });
    expect(look).toMatchObject({
      accessId,
      kind: 'look',
      purpose: 'case-handling',
      caseNo: '清应急立〔2026〕4号',
      unit: 't-emergency',
      duty: 'case-officer',
      officer: '7',
    });
    expect(look?.shown['administrative-penalty']?.records.sort()).toEqual(
      records
        .filter(({ item }) => item === 'administrative-penalty')
        .map(({ recordId }) => recordId)
        .sort(),
    );
    expect(
      await db.migrator.query(
        sql`select source, rows from transparency.entry where entry_id = ${accessId}::bigint`,
      ),
    ).toEqual([{ source: 'disclosure.access', rows: 1 }]);
  });

  test('a unit that lists its own records: who is shown in what is not public learns of it', async () => {
    const before = await countAccesses();
    const all = await listOwnRecords(platform, officer('market'), { limit: 100 });
    expect(all.filter((record) => !record.public)).toHaveLength(1);
    expect(await countAccesses()).toBe(before + 1);
    const [look] = await listAccesses(platform, [subjectId], { limit: 1, others: true });
    expect(look).toMatchObject({ kind: 'own-unit', unit: 't-market', purpose: null });
    expect(await listOwnRecords(platform, officer('emergency'), { limit: 100 })).toEqual([]);
  });

  test('its own file is read by the subject alone, with every version; its looks stand apart from others’', async () => {
    const self: SubjectActor = {
      kind: 'subject',
      sessionId: '1',
      subjectId,
      as: 'organisation',
      readOnly: false,
    };
    const file = await readOwnFile(platform, self);
    expect(numbers(file.records)).toHaveLength(3);
    expect(file.records.every(({ subjectId: id }) => id === subjectId)).toBe(true);
    const [mine] = await listAccesses(platform, [subjectId], { limit: 1, others: false });
    expect(mine).toMatchObject({ kind: 'own-file', unit: null, officer: null });
    const others = await listAccesses(platform, [subjectId], { limit: 50, others: true });
    expect(others.every(({ kind }) => kind !== 'own-file')).toBe(true);
  });

  test('access rows can be neither changed nor deleted by the application', async () => {
    await expect(db.app.query(sql`update disclosure.access set case_no = 'x'`)).rejects.toThrow(/permission/);
    await expect(db.app.query(sql`delete from disclosure.shown`)).rejects.toThrow(/permission/);
  });

  test.each(['disclosure.access', 'disclosure.shown', 'transparency.entry'])(
    'where %s can’t be written, nothing is shown',
    async (table) => {
      await db.migrator.query(raw(`revoke insert on ${table} from gx_app`));
      try {
        const refusal = { definition: { type: 'access-not-writable', status: 503 } };
        await expect(ask()).rejects.toMatchObject(refusal);
        await expect(listOwnRecords(platform, officer('market'), { limit: 100 })).rejects.toMatchObject(
          refusal,
        );
      } finally {
        await db.migrator.query(raw(`grant insert on ${table} to gx_app`));
      }
      await ask();
    },
  );
});

describe('the database behind the gate', () => {
  const seen = sql`select subject_id, unit_code from records.record`;

  test.each(['records.record', 'records.scoped_standing', 'records.scoped_unended'])(
    'who goes round the gate finds nothing in %s',
    async (relation) => {
      const statement = raw(`select subject_id from ${relation}`);
      expect(await db.app.query(statement)).toEqual([]);
    },
  );

  test.each(['records.standing', 'records.unended', 'records.public_record', 'records.record_2026'])(
    '%s, which reads as its owner, is closed to the application',
    async (relation) => {
      const statement = raw(`select subject_id from ${relation}`);
      await expect(db.app.query(statement)).rejects.toThrow(/permission denied/);
    },
  );

  test('a unit’s scope shows its own rows, and is over with its transaction', async () => {
    const own = await db.app.scoped({ unit: 't-market' }, (tx) => tx.query<{ unit_code: string }>(seen));
    expect(new Set(own.map(({ unit_code }) => unit_code))).toEqual(new Set(['t-market']));
    expect(await db.app.scoped({ unit: 't-emergency' }, (tx) => tx.query(seen))).toEqual([]);
    expect(await db.app.scoped({ unit: "x' or true --" }, (tx) => tx.query(seen))).toEqual([]);
    for (let n = 0; n < 10; n += 1) expect(await db.app.query(seen)).toEqual([]);
  });

  test('a duty sees all; a name that is none sees nothing', async () => {
    expect((await db.app.scoped({ duty: 'quality' }, (tx) => tx.query(seen))).length).toBeGreaterThan(3);
    expect(await db.app.scoped({ duty: 'anything' as never }, (tx) => tx.query(seen))).toEqual([]);
  });

  test('an access row opens its subject to its own transaction alone', async () => {
    const insert = sql`
      insert into disclosure.access (subject_id, access_id, kind, purpose, case_no, unit_code, duty, account_id, accessed_at,
        transaction_id, opened_at, entry_id)
      values (${subjectId}, 1, 'look', 'audit', 'x', 't-market', 'auditor', 1, now(), pg_current_xact_id(), now(), 1)`;
    const [opened, elsewhere] = await db.app.transaction(async (tx) => {
      await tx.query(insert);
      return [await tx.query<{ subject_id: string }>(seen), await db.app.query(seen)];
    });
    expect(new Set(opened?.map(({ subject_id }) => subject_id))).toEqual(new Set([subjectId]));
    expect(elsewhere).toEqual([]);
    expect(await db.app.query(seen)).toEqual([]);
    // What was handed in another way, such as a restored number of a transaction, opens nothing.
    const replayed = await db.app.transaction(async (tx) => {
      await tx.query(sql`
        insert into disclosure.access (subject_id, access_id, kind, purpose, case_no, unit_code, duty, account_id, accessed_at,
          transaction_id, opened_at, entry_id)
        values (${subjectId}, 2, 'look', 'audit', 'x', 't-market', 'auditor', 1, now(), pg_current_xact_id(), now() - interval '1 s', 1)`);
      return tx.query(seen);
    });
    expect(replayed).toEqual([]);
  });

  test('a scope in a savepoint of somebody else’s transaction is that transaction’s alone', async () => {
    const rows = await db.app.transaction(async (tx) => {
      await enterScope(tx, { unit: 't-market' });
      return tx.query(seen);
    });
    expect(rows.length).toBeGreaterThan(0);
  });
});
