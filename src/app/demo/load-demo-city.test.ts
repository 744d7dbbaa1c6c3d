// Loading the demo through the real intake, and copying the same city: what comes to lie in the tables is the same.
import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readOwnFile } from '../../modules/disclosure/index.ts';
import { signIn, totpCode } from '../../modules/identity/index.ts';
import { intakeJobs } from '../../modules/intake/jobs.ts';
import { findPersonSubject } from '../../modules/persons/index.ts';
import type { SubjectActor } from '../../platform/actor.ts';
import { type Db, sql } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/index.ts';
import { type TestWorld, testDatabase } from '../../platform/testing.ts';
import { subscriptions } from '../subscriptions.ts';
import { copyCity } from './copy/copy-city.ts';
import { credentialsFile, type DemoCredentials } from './credentials.ts';
import { furtherBatches } from './further-rows.ts';
import { generateCity } from './generate-city.ts';
import { inventedPerson } from './invented-person.ts';
import { loadDemoCity } from './load-demo-city.ts';

const organisations = 60;
const from = '2026-05-18';
const until = '2026-11-17';
const options = {
  organisations,
  seed: 371_899,
  from,
  handlersOf: (platform: Platform) => ({ ...intakeJobs(platform), ...subscriptions(platform) }),
};

let loaded: TestWorld;
let copied: TestWorld;
const said: string[] = [];

beforeAll(async () => {
  loaded = await testDatabase();
  copied = await testDatabase();
  expect(await loadDemoCity(loaded.platform, options, ({ zh }) => said.push(zh))).toBe(true);
}, 240_000);

afterAll(async () => {
  await Promise.all([loaded.close(), copied.close()]);
});

const counts = (db: Db) =>
  db.one<{ submissions: number; accepted: number; refused: number; rejected: number; held: number }>(sql`
    select count(*)::integer as submissions, sum(accepted_count)::integer as accepted,
      sum(refused_count)::integer as refused, sum(rejected_count)::integer as rejected, sum(held_count)::integer as held
    from intake.submission where state = 'settled'`);

test('every row was accepted, refused or held as it was meant to be', async () => {
  const city = generateCity({ seed: options.seed, organisations, from, until });
  const rows = [...city.rows()];
  const wanted = (expected: string) => rows.filter((row) => row.expected === expected).length;
  const found = await counts(loaded.db.migrator);
  expect(found).toMatchObject({ refused: wanted('refused'), rejected: 0 });
  // A row with somebody else's code is held; nothing else is.
  expect(found.held).toBe(wanted('held'));
  // And the two decisions about the natural person whom the sign-on offers, and rows of further items.
  const further = furtherBatches(city).flatMap((batch) => batch.rows);
  expect(further.length).toBeGreaterThan(20);
  expect(found.accepted).toBe(wanted('accepted') + 2 + further.length);
});

test('some organisation shows commitments, honours and a listing besides its licences', async () => {
  const [most] = await loaded.db.portal.query<{ items: number }>(sql`
    select count(distinct item)::integer as items from published.record group by subject_id order by 1 desc limit 1`);
  expect(most?.items).toBeGreaterThanOrEqual(4);
});

test('the natural person whom the sign-on offers has a file to see', async () => {
  const subjectId = await findPersonSubject(loaded.platform, inventedPerson.identityNumber);
  const actor = {
    kind: 'subject',
    sessionId: '1',
    subjectId: subjectId ?? '',
    as: 'person',
    readOnly: false,
  };
  const file = await readOwnFile(loaded.platform, actor as SubjectActor);
  expect(file).toMatchObject({ about: 'person', subject: { name: '赵**' } });
  expect(file.records).toHaveLength(2);
  expect(file.records.every(({ isPublic }) => !isPublic)).toBe(true);
});

test('records lie on the days of their handing in, and both clocks were counted', async () => {
  const [day] = await loaded.db.migrator.query<{ first: string; last: string }>(
    sql`select min(handed_in_on) as first, max(handed_in_on) as last from records.record`,
  );
  expect(day?.first).toBe(from);
  expect((day?.last ?? '') <= until).toBe(true);
  const figures = await loaded.db.migrator.one<{ records: number; onTime: number }>(sql`
    select sum(records)::integer as records, sum(handed_in_on_time)::integer as "onTime" from quality.timeliness
    where item = 'administrative-licence'`);
  expect(figures.onTime / figures.records).toBeGreaterThan(0.7);
});

test('sign-ins are kept for the owner alone and open the door', async () => {
  const file = credentialsFile(loaded.platform.config.dataFolder);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const { accounts, clients } = JSON.parse(await readFile(file, 'utf8')) as DemoCredentials;
  expect(clients).toHaveLength(69);
  const officer = accounts.find(({ name }) => name === 'shichang');
  expect(officer).toMatchObject({ unit: 'qh-market-supervision', role: 'data-officer' });
  expect(officer?.totp_secret).toMatch(/^[A-Z2-7]{32}$/);
  expect(said.join('\n')).toContain(officer?.password);
  const entered = await signIn(loaded.platform, {
    name: 'shichang',
    password: officer?.password ?? '',
    code: totpCode(officer?.totp_secret ?? '', loaded.platform.clock.now()),
    address: '127.0.0.1',
    device: 'test',
  });
  expect(entered.kind).toBe('session');
});

test('files to try lie beside, with their page', async () => {
  const readme = await readFile(
    path.join(loaded.platform.config.dataFolder, 'demo-files', 'README.md'),
    'utf8',
  );
  expect(readme).toContain('1-penalties-good.csv');
});

test('a second start loads nothing; one after a crash goes on and doubles nothing', async () => {
  const before = await counts(loaded.db.migrator);
  expect(await loadDemoCity(loaded.platform, options, () => undefined)).toBe(false);
  const file = path.join(loaded.platform.config.dataFolder, 'demo-city.json');
  const state = JSON.parse(await readFile(file, 'utf8')) as object;
  await writeFile(file, JSON.stringify({ ...state, isComplete: false }));
  expect(await loadDemoCity(loaded.platform, options, () => undefined)).toBe(true);
  expect(await counts(loaded.db.migrator)).toEqual(before);
}, 120_000);

test('a copied city holds the very records and subjects that intake makes of it', async () => {
  const copy = await copyCity(copied.platform, {
    seed: options.seed,
    organisations,
    from,
    until,
    threads: 2,
  });
  expect(copy.subjects).toBe(organisations);
  const records = (db: Db) =>
    db.query(sql`
      select subject_id, identity, content, item, unit_code, authority_uscc, decision_no, decided_on, valid_until,
        in_effect, misconduct_class, class_assumed, conduct_ended_on, handed_in_on, open_fields, closed_fields
      from records.standing where item in ('administrative-licence', 'administrative-penalty') order by subject_id, identity`);
  const subjects = (db: Db) =>
    db.query(sql`
      select s.subject_id, s.kind, s.c13, s.uscc, s.name, s.status, s.registered_on, s.area_code, s.provisional,
        p.name_norm, p.name_bigram, p.name_initials
      from subjects.subject s left join subjects.public_name p on p.subject_id = s.subject_id and not p.former
      order by s.subject_id`);
  expect(await records(copied.db.migrator)).toEqual(await records(loaded.db.migrator));
  expect(await subjects(copied.db.migrator)).toEqual(await subjects(loaded.db.migrator));
  expect(copy.records).toBe((await records(copied.db.migrator)).length + organisations);
}, 120_000);
