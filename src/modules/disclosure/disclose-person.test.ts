// The gate for natural persons: which purposes, how little and masked, one answer for all that is not known, and no way round.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '../../platform/actor.ts';
import { raw, sql } from '../../platform/db/index.ts';
import { html } from '../../platform/html/index.ts';
import { buildServer, createMetrics, type Server } from '../../platform/http/index.ts';
import { findPersonSubject } from '../persons/index.ts';
import { decision, looking, person, settle } from '../persons/testing/people.ts';
import { disclosureApi } from './api.ts';
import { disclosePerson } from './disclose-person.ts';
import { listAccesses } from './index.ts';
import { firm, lookedAtCity, officer } from './testing/looked-at-city.ts';

const world = await lookedAtCity();
const { platform, db } = world;
const { identityNumber, name } = person(1);
let subjectId: string;
let server: Server;
let actor: Actor;

/** A decision of a kind of penalty, some time ago. */
function penalised(number: number, kind: string, decidedOn = '2026-11-09') {
  const one = decision(person(1), number);
  return {
    ...one,
    decidedOn,
    payload: { ...one.payload, fields: { ...one.payload.fields, CF_CFLB: kind, BZ: '内部' } },
  };
}

beforeAll(async () => {
  await settle(platform, [
    penalised(1, '罚款;吊销许可证件'),
    penalised(2, '罚款'),
    penalised(3, '限制从业', '2021-11-18'),
    decision(person(2), 4),
  ]);
  subjectId = (await findPersonSubject(platform, identityNumber)) as string;
  server = await buildServer({
    log: platform.log,
    authenticate: () => actor,
    renderProblem: ({ definition }) => html`${definition.title.en}`,
    routes: [disclosureApi(platform)],
    checks: [],
    metrics: createMetrics(),
    api: { title: 'test', version: '1', description: 'test' } as never,
    trustProxy: false,
  });
});
afterAll(async () => {
  await server.close();
  await world.close();
});

const ask = (over: Partial<Parameters<typeof disclosePerson>[1]> = {}) =>
  disclosePerson(platform, {
    actor: officer('emergency', 'case-officer', '7'),
    purpose: 'case-handling',
    caseNo: '清应急立〔2026〕3号',
    identityNumber,
    ...over,
  });
const countAccesses = async () =>
  (await db.migrator.one<{ n: number }>(sql`select count(*)::integer as n from disclosure.access`)).n;
const licensing = {
  purpose: 'licensing',
  caseNo: '清市监受〔2026〕9号',
  actor: officer('market', 'case-officer', '8'),
};
const nothing = { definition: { type: 'nothing-to-disclose', status: 404 } };

describe('the least that a purpose allows (C11)', () => {
  test('a case shows what stands, masked, and no closed field of another kind', async () => {
    const { records, person: who } = await ask();
    expect(records.map(({ decisionNo }) => decisionNo)).toHaveLength(3);
    expect(who).toEqual({ name: '赵***', identityNumber: `37***************${identityNumber.at(-1)}` });
    const text = JSON.stringify(records);
    expect(text).not.toContain(name);
    expect(text).not.toContain(identityNumber);
    expect(records.every(({ isPublic }) => !isPublic)).toBe(true);
  });

  test('a licence shows what an article makes its decider look at, for its years; other kinds of decision not', async () => {
    const { records } = await ask(licensing);
    // Art. 135 Food Safety Law: five years from the decision; the ban of 2021-11-18 ended on 2026-11-18.
    expect(records.map(({ decisionNo }) => decisionNo)).toEqual(['清市监处罚〔2026〕1号']);
    expect(records.flatMap(({ fields }) => Object.keys(fields))).not.toContain('BZ');
    // Art. 92 Work Safety Law names bans alone, and the one that is on file is over.
    const emergency = officer('emergency', 'case-officer', '10');
    await expect(ask({ ...licensing, actor: emergency })).rejects.toMatchObject(nothing);
  });

  test.each([
    ['a purpose that the charter keeps from persons: tenders', { purpose: 'procurement-tender' }],
    ['supervision', { purpose: 'supervision-inspection' }],
    ['honours', { purpose: 'honours' }],
    ['public funds', { purpose: 'public-funds' }],
    ['carrying out lists', { purpose: 'list-execution' }],
    ['statistics', { purpose: 'statistics' }],
    ['one’s own file', { purpose: 'own-file' }],
    [
      'a licence of a unit that no article names',
      { purpose: 'licensing', actor: officer('centre', 'case-officer', '9') },
    ],
    ['a role without the purpose', { actor: officer('emergency', 'data-officer') }],
    ['a purpose of another role', { purpose: 'audit' }],
    ['a purpose of another kind of unit', { purpose: 'court-order' }],
    [
      'a machine, whatever its scopes',
      {
        actor: {
          kind: 'client',
          clientId: 'c',
          unit: 't-market',
          scopes: ['disclose:case-handling'],
        } as const,
      },
    ],
    ['a number that nobody bears', { identityNumber: person(999).identityNumber }],
    ['a number that is none', { identityNumber: '371899198503070010' }],
  ])('%s: answered like nothing, and nobody is told', async (_name, over) => {
    const before = await countAccesses();
    await expect(ask(over)).rejects.toMatchObject(nothing);
    expect(await countAccesses()).toBe(before);
  });

  test('somebody of whom nothing may be shown: the same answer, but the look is written down', async () => {
    const before = await countAccesses();
    await expect(ask({ ...licensing, identityNumber: person(2).identityNumber })).rejects.toMatchObject(
      nothing,
    );
    expect(await countAccesses()).toBe(before + 1);
  });

  test('without its article in force, a licence shows nothing (C1)', async () => {
    const until = (day: string | null) =>
      db.migrator.query(
        sql`update law.instrument set in_force_until = ${day} where instrument_id = 'spaq-2015'`,
      );
    await until('2026-11-18');
    try {
      await expect(ask(licensing)).rejects.toMatchObject(nothing);
    } finally {
      await until(null);
    }
  });
});

describe('every look is written down (C8)', () => {
  test('unit, duty, number, purpose, case and what was shown; the log has an entry of it; the person is told', async () => {
    const { accessId, records } = await ask({ caseNo: '清应急立〔2026〕5号' });
    const [look] = await listAccesses(platform, [subjectId], { limit: 1, others: true });
    expect(look).toMatchObject({
      accessId,
      kind: 'look',
      purpose: 'case-handling',
      unit: 't-emergency',
      officer: '7',
    });
    expect(look?.shown['administrative-penalty']?.records.sort()).toEqual(records.map(({ id }) => id).sort());
    const entries = sql`select source from transparency.entry where entry_id = ${accessId}::bigint`;
    expect(await db.migrator.query(entries)).toEqual([{ source: 'disclosure.access' }]);
    const told = sql`select kind from notices.notice where subject_id = ${subjectId} and reference = ${accessId}`;
    expect(await db.migrator.query(told)).toEqual([{ kind: 'looked-at' }]);
  });

  test.each(['disclosure.access', 'disclosure.shown', 'transparency.entry'])(
    'where %s can’t be written, nothing is shown',
    async (table) => {
      await db.migrator.query(raw(`revoke insert on ${table} from gx_app`));
      try {
        await expect(ask()).rejects.toMatchObject({
          definition: { type: 'access-not-writable', status: 503 },
        });
      } finally {
        await db.migrator.query(raw(`grant insert on ${table} to gx_app`));
      }
    },
  );
});

describe('the database behind the gate', () => {
  const TABLES = ['persons.record', 'persons.person', 'persons.person_key', 'persons.version_end'];

  test.each(TABLES)('who goes round the gate finds nothing in %s', async (table) => {
    expect(await db.app.query(raw(`select 1 from ${table}`))).toEqual([]);
    await expect(db.portal.query(raw(`select 1 from ${table}`))).rejects.toThrow(/permission denied/);
  });

  test.each(['unit', 'duty'] as const)(
    'a %s’s scope, which opens records of organisations, opens none',
    async (kind) => {
      const scope = kind === 'unit' ? { unit: 't-market' } : { duty: 'quality' as const };
      for (const table of TABLES)
        expect(await db.app.scoped(scope, (tx) => tx.query(raw(`select 1 from ${table}`)))).toEqual([]);
    },
  );

  test('an access row opens its person to its own transaction alone, and nobody else', async () => {
    const seen = sql`select distinct subject_id from persons.record`;
    const [opened, elsewhere] = await looking(platform, subjectId, async (tx) => [
      await tx.query(seen),
      await db.app.query(seen),
    ]);
    expect(opened).toEqual([{ subject_id: subjectId }]);
    expect(elsewhere).toEqual([]);
    expect(await db.app.query(seen)).toEqual([]);
  });
});

describe('POST /api/v1/disclosures', () => {
  const post = (body: Record<string, unknown>) => {
    actor = officer('emergency', 'case-officer', '7');
    const payload = { purpose: 'case-handling', caseNo: '清应急立〔2026〕6号', ...body };
    return server.inject({ method: 'POST', url: '/api/v1/disclosures', payload });
  };

  test('by identity number: masked, on the terms that the item has for persons, and not to be stored', async () => {
    const answer = await post({ identityNumber });
    expect(answer.statusCode).toBe(201);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.json().subject).toEqual({
      name: '赵***',
      identityNumber: `37***************${identityNumber.at(-1)}`,
    });
    expect(answer.json().records[0].basis).toMatchObject({ instrument: 'xzcf-2021', article: '第四十八条' });
    for (const secret of [identityNumber, name, subjectId]) expect(answer.body).not.toContain(secret);
  });

  test('not known and not allowed can’t be told apart, and no answer repeats the number', async () => {
    const unknown = await post({ identityNumber: person(999).identityNumber });
    const refused = await post({ identityNumber, purpose: 'audit' });
    const plain = (body: string) => ({ ...JSON.parse(body), traceId: undefined, instance: undefined });
    expect([unknown.statusCode, refused.statusCode]).toEqual([404, 404]);
    expect(plain(unknown.body)).toEqual(plain(refused.body));
    expect(unknown.body).not.toContain(person(999).identityNumber);
  });

  test.each([
    ['both', { identityNumber, uscc: firm(1).uscc }],
    ['neither', {}],
    ['a number of no length', { identityNumber: '' }],
    ['a number that is far too long', { identityNumber: identityNumber.repeat(3) }],
  ])('%s: refused, without repeating what was given', async (_what, body) => {
    const answer = await post(body);
    expect(answer.statusCode).toBe(400);
    expect(answer.body).not.toContain(identityNumber);
  });
});
