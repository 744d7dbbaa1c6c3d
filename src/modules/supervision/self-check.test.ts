/** The self-check with faults planted by the database's owner: each found, put down to its unit with a day, closed once mended. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { raw, sql } from '../../platform/db/index.ts';
import type { TestWorld } from '../../platform/testing.ts';
import { disclose } from '../disclosure/index.ts';
import { firm, lookedAtCity, officer } from '../disclosure/testing/looked-at-city.ts';
import { UNITS } from '../intake/testing/city.ts';
import { countPublicly, listFindings, runSelfCheck } from './index.ts';

let world: TestWorld;
let accessId: string;

beforeAll(async () => {
  world = await lookedAtCity();
  const look = await disclose(world.platform, {
    actor: officer('market', 'case-officer'),
    uscc: firm(1).uscc,
    purpose: 'case-handling',
    caseNo: '清市监立〔2026〕31号',
  });
  accessId = look.accessId;
});
afterAll(() => world.close());

const owner = () => world.db.migrator;
const open = () =>
  listFindings(world.platform, officer('centre', 'auditor'), { open: true, before: undefined, limit: 50 });

/** Runs with the planted fault, gives what was found, mends it, and tells whether the next round closed it. */
async function plant(fault: () => Promise<unknown>, mend: () => Promise<unknown>) {
  await fault();
  const round = await runSelfCheck(world.platform);
  const findings = await open();
  await runSelfCheck(world.platform);
  const again = await open();
  await mend();
  const after = await runSelfCheck(world.platform);
  return { round, findings, again, after, left: await open() };
}

test('where all is right nothing is found', async () => {
  const round = await runSelfCheck(world.platform);
  expect(round).toMatchObject({ opened: 0, closed: 0, stillOpen: 0 });
  expect(round.records).toBeGreaterThan(2);
  expect(round.releases).toBe(1);
});

describe('what the owner of the database does', () => {
  test('a view that forgets the end of publicity shows a record past its end', async () => {
    const { text } = await owner().one<{ text: string }>(
      sql`select pg_get_viewdef('records.public_version'::regclass) as text`,
    );
    const careless = text.replace(/WHERE[^W]*t\.public_until IS NULL[\s\S]*$/i, '');
    const cut = careless === text ? text.slice(0, text.lastIndexOf('WHERE')) : careless;
    const { round, findings, again, after, left } = await plant(
      () => owner().query(raw(`create or replace view records.public_version as ${cut}`)),
      () => owner().query(raw(`create or replace view records.public_version as ${text}`)),
    );
    expect(round.opened).toBe(1);
    expect(findings).toMatchObject([
      {
        kind: 'public-past-end',
        unit: UNITS.market.code,
        item: 'administrative-penalty',
        facts: { reason: 'ended' },
        foundOn: '2026-11-18',
        // One working day after Wednesday, 18 November 2026.
        dueOn: '2026-11-19',
        dueFixed: true,
      },
    ]);
    expect(again.map(({ findingId }) => findingId)).toEqual(findings.map(({ findingId }) => findingId));
    expect([after.closed, left]).toEqual([1, []]);
  });

  test('a closed field among the open ones is public without openness', async () => {
    const set = (change: string) =>
      owner().query(
        raw(`update records.record set open_fields = ${change} where item = 'administrative-penalty'
        and decided_on = '2026-10-20'`),
      );
    const { findings, after, left } = await plant(
      () => set(`open_fields || '{"BZ": "仅供内部"}'`),
      () => set(`open_fields - 'BZ'`),
    );
    expect(findings).toMatchObject([
      { kind: 'public-without-openness', unit: UNITS.market.code, facts: { fields: 'BZ' } },
    ]);
    expect([after.closed, left]).toEqual([1, []]);
  });

  test('an item that the catalogue no longer calls open', async () => {
    const set = (openness: string) =>
      owner().query(
        raw(`update catalogue.item set definition = jsonb_set(definition, '{openness}', '"${openness}"')
        where item = 'administrative-penalty'`),
      );
    const { findings, after } = await plant(
      () => set('sharedOnly'),
      () => set('open'),
    );
    expect(findings).toMatchObject([{ kind: 'public-without-openness', facts: { reason: 'sharedOnly' } }]);
    expect(after.stillOpen).toBe(0);
  });

  test.each([
    ['a purpose that nobody holds', `purpose = 'statistics'`, `purpose = 'case-handling'`, 'not-held'],
    ['a purpose that the duty does not hold', `duty = 'publisher'`, `duty = 'case-officer'`, 'not-held'],
    ['no case number', `case_no = ' '`, `case_no = '清市监立〔2026〕31号'`, 'no-case-number'],
    ['a day before the purpose', `accessed_at = '2019-01-01'`, `accessed_at = now()`, 'not-in-force'],
  ])('a look with %s', async (_what, fault, mend, reason) => {
    const set = (change: string) =>
      owner().query(raw(`update disclosure.access set ${change} where access_id = ${accessId}`));
    const { findings, after, left } = await plant(
      () => set(fault),
      () => set(mend),
    );
    expect(findings).toMatchObject([
      { kind: 'release-without-purpose', unit: UNITS.market.code, reference: accessId, facts: { reason } },
    ]);
    // Three working days after Wednesday.
    expect(findings[0]?.dueOn).toBe('2026-11-23');
    expect([after.closed, left]).toEqual([1, []]);
  });

  test('a look that showed a field beyond its purpose', async () => {
    const { items } = await owner().one<{ items: object }>(
      sql`select items from disclosure.shown where access_id = ${accessId}`,
    );
    const set = (value: object) =>
      owner().query(
        sql`update disclosure.shown set items = ${JSON.stringify(value)} where access_id = ${accessId}`,
      );
    const more = { ...items, 'administrative-penalty': { records: [], fields: ['CF_XDR_ZJHM', 'CF_WSH'] } };
    const { findings, left } = await plant(
      () => set(more),
      () => set(items),
    );
    expect(findings).toMatchObject([
      { kind: 'release-beyond-purpose', facts: { purpose: 'case-handling', fields: 'CF_XDR_ZJHM' } },
    ]);
    expect(left).toEqual([]);
  });
});

test('a unit sees its own findings alone; the public sees counts', async () => {
  await owner().query(sql`update disclosure.access set case_no = ' ' where access_id = ${accessId}`);
  await runSelfCheck(world.platform);
  const page = { open: true, before: undefined, limit: 50 };
  expect(await listFindings(world.platform, officer('emergency'), page)).toEqual([]);
  expect(await listFindings(world.platform, officer('market'), page)).toHaveLength(1);
  const { units, round } = await countPublicly(world.platform);
  expect(units).toContainEqual(
    expect.objectContaining({
      unit: UNITS.market.code,
      kind: 'release-without-purpose',
      open: 1,
      overdue: 0,
      mended: 4,
    }),
  );
  expect(round).toMatchObject({ stillOpen: 1 });
  expect(JSON.stringify(units)).not.toContain(accessId);
});
