/** The 54,627 real organisations, registered and searched: how long it takes is printed, that it is right is tested. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../platform/db/index.ts';
import { testDatabase } from '../../platform/testing.ts';
import { findSubject, registerUnknown, resolveStaged, searchNames, suggestNames } from './index.ts';
import { referenceOrganisations } from './testing/organisations.ts';
import { stageRows, type TestRow } from './testing/staged.ts';

const reference = referenceOrganisations();
const lacking = 'the registry file (data/organisations-shandong.csv.gz of GONGXIN_REFERENCE) is not here';
if (!reference) process.stdout.write(`skipped: ${lacking}\n`);
const run = reference !== undefined || process.env['CI'] === 'true';
const rows = reference ?? [];

const world = await testDatabase();
afterAll(() => world.close());
const { app, portal, migrator } = world.db;
const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1);

/** The verdicts of the rows as they are, and how many there are of each. */
async function verdictsOf(staged: string) {
  return app.transaction(async (tx) => {
    await resolveStaged(tx, staged, 'intake_staging.reference_answer');
    const counts = await tx.query<{ verdict: string; rows: number }>(sql`
      select verdict, count(*)::integer as rows from intake_staging.reference_answer group by verdict order by verdict`);
    await tx.query(sql`drop table intake_staging.reference_answer`);
    return counts;
  });
}

describe.skipIf(!run)(reference ? 'real organisations' : `skipped: ${lacking}`, () => {
  let registered = 0;

  beforeAll(async () => {
    const staged = await stageRows(app, 'reference', rows);
    const begun = performance.now();
    const made = await app.transaction((tx) =>
      registerUnknown(tx, staged, { evidence: 'registration', now: world.platform.clock.now() }),
    );
    registered = made.created;
    process.stdout.write(`registered ${registered} real organisations in ${seconds(begun)} s\n`);
    await migrator.query(sql`analyze subjects.public_name`);
  }, 180_000);

  test('all are registered, and found by their code', async () => {
    expect(registered).toBe(54_627);
    for (const row of rows.filter((_, index) => index % 997 === 0)) {
      expect(await findSubject(portal, row.uscc ?? '')).toMatchObject({ name: row.name, provisional: false });
    }
  });

  test('each row resolves to its own subject, whatever spelling of 有限公司 and brackets', async () => {
    const spelt: TestRow[] = rows.map((row) => ({
      ...row,
      name: row.name.replace('有限公司', '有限责任公司').replaceAll('(', '（').replaceAll(')', '）'),
    }));
    const staged = await stageRows(app, 'reference_spelt', spelt);
    const begun = performance.now();
    expect(await verdictsOf(staged)).toEqual([{ verdict: 'agrees', rows: 54_627 }]);
    process.stdout.write(`resolved ${spelt.length} rows in ${seconds(begun)} s\n`);
  }, 60_000);

  test('codes passed on to the next firm: no row agrees', async () => {
    const wrong = rows.map((row, index) => ({ ...row, uscc: rows[(index + 1) % rows.length]?.uscc ?? '' }));
    const staged = await stageRows(app, 'reference_wrong', wrong);
    const begun = performance.now();
    expect(await verdictsOf(staged)).toEqual([{ verdict: 'name-mismatch', rows: 54_627 }]);
    process.stdout.write(`held ${wrong.length} rows with the next firm’s code in ${seconds(begun)} s\n`);
  }, 60_000);

  test('a place left out of the front of a name agrees while the code is right', async () => {
    const named = new Set(rows.map((row) => row.name));
    const shorter = rows.flatMap((row) => {
      const name = row.name.replace(/^[^市]{2,3}市(?!市)/, '');
      return name !== row.name && name.length >= 8 && !named.has(name) ? [{ ...row, name }] : [];
    });
    expect(shorter.length).toBeGreaterThan(10_000);
    const staged = await stageRows(app, 'reference_shorter', shorter);
    const counts = new Map((await verdictsOf(staged)).map((count) => [count.verdict, count.rows]));
    expect((counts.get('agrees') ?? 0) / shorter.length).toBeGreaterThan(0.99);
  }, 60_000);

  test('each sampled name is found whole, by parts, and suggested', async () => {
    const sample = rows.filter((_, index) => index % 1499 === 0);
    for (const { name, uscc } of sample) {
      const whole = await searchNames(portal, name, { limit: 20, offset: 0 });
      expect(whole.items[0]).toMatchObject({ name, uscc });
      for (const length of [3, 4, 6]) {
        const part = Array.from(name)
          .slice(-length - 2, -2)
          .join('');
        const page = await searchNames(portal, part, { limit: 200, offset: 0 });
        expect(page.more || page.items.some((item) => item.uscc === uscc), `${part} of ${name}`).toBe(true);
      }
      const typed = Array.from(name).slice(0, -1).join('');
      const suggested = await suggestNames(portal, typed, 50);
      expect(suggested.map((one) => one.name)).toContain(name);
    }
  });
});
