/** The same files by every way in give the same findings, row by row: console, form, API, command line, folder, database, exchange file. */
import { generateKeyPairSync } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { beforeAll, expect, test } from 'vitest';
import { findActiveItem } from '../modules/catalogue/index.ts';
import { pullDue, receiveExchange, watchFolder } from '../modules/channels/index.ts';
import { exchangeParts, packZip } from '../modules/channels/testing/exchange-file.ts';
import { approvedSource, platformReading, postgresqlSource } from '../modules/channels/testing/sources.ts';
import { openTcpDoor } from '../modules/channels/testing/tcp-door.ts';
import { addCredential } from '../modules/identity/create-client.ts';
import { createAccount, createClient } from '../modules/identity/index.ts';
import { sessionOf } from '../modules/identity/testing.ts';
import { DEFAULT_READ_LIMITS, FindingLog, readCsv } from '../modules/intake/pure.ts';
import { listFindings } from '../modules/intake/submission-view.ts';
import {
  buildCity,
  csv,
  firm,
  officer,
  penalty,
  registerFirms,
  UNITS,
} from '../modules/intake/testing/city.ts';
import { sql } from '../platform/db/index.ts';
import { newId } from '../platform/ids.ts';
import type { Platform } from '../platform/index.ts';
import { type TestWorld, testDatabase } from '../platform/testing.ts';
import { runHere } from './cli/testing/run-program.ts';
import { allHandlers } from './modules.ts';
import { buildApp } from './server.ts';

const ITEM = 'administrative-penalty';
const market = officer('market');

const files: Record<string, string> = {
  'a good file': csv([1, 2, 3].map((n) => penalty(firm(n), n))),
  'a bad file': csv([
    penalty(firm(1), 11, { CF_JDRQ: '2026/2/30' }),
    penalty(firm(2), 12, { CF_XDR_SHXYM: '91371899MA000000XX' }),
    penalty({ uscc: firm(3).uscc, name: firm(1).name }, 13),
    penalty(firm(3), 14, { CF_WSH: '', CF_NR_FK: '三千元' }),
    penalty(firm(1), 15, { CF_SY: '当事人联系电话13800138000，经营场所未明码标价' }),
    penalty(firm(2), 16, { CF_SY: '事由中有"引号"，有,逗号\n也有换行' }),
    penalty(firm(2), 17, { CF_CFJGDM: UNITS.emergency.uscc, CF_CFLB: '不认识的类别' }),
  ]),
  // Its one invisible character refuses the file whole, which a table of a database cannot hold.
  'the catalogue’s own bad sample': withoutControls(
    await readFile(`data/catalogue/items/${ITEM}/samples/bad.csv`, 'utf8'),
  ),
};

function withoutControls(text: string): string {
  return text.replace(/[^\P{Cc}\r\n\t]/gu, '');
}

let number = 0;
type Way = (platform: Platform, content: string, world: TestWorld) => Promise<void>;

/** With a running server, as a person of the console or a machine would. */
async function overHttp(platform: Platform, use: (origin: string) => Promise<void>): Promise<void> {
  const server = await buildApp(platform);
  try {
    await use(await server.listen({ port: 0, host: '127.0.0.1' }));
  } finally {
    await server.close();
  }
}

const bySession =
  (channel: 'console' | 'form'): Way =>
  (platform, content) =>
    overHttp(platform, async (origin) => {
      const loginName = `ways.in.${++number}`;
      const account = { unit: UNITS.market.code, roles: ['data-officer'] as const, loginName };
      await createAccount(platform, {
        ...account,
        roles: ['data-officer'],
        name: 'T',
        password: 'plum7 bridge over snow',
      });
      const cookie = `gx_session=${await sessionOf(platform, loginName)}`;
      const answer = await fetch(`${origin}/api/v1/submissions?item=${ITEM}&channel=${channel}`, {
        method: 'POST',
        headers: { cookie, 'sec-fetch-site': 'same-origin', 'content-type': 'text/csv' },
        body: content,
      });
      expect(answer.status).toBe(202);
    });

const ways: Record<string, Way> = {
  console: bySession('console'),
  form: bySession('form'),
  'machine API': (platform, content) =>
    overHttp(platform, async (origin) => {
      const client = await createClient(platform, UNITS.market.code, [`submit:${ITEM}`]);
      const token = await fetch(`${origin}/oauth/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: client.clientId,
          client_secret: client.clientSecret,
        }),
      });
      const { access_token } = (await token.json()) as { access_token: string };
      const answer = await fetch(`${origin}/api/v1/submissions?item=${ITEM}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${access_token}`, 'content-type': 'text/csv' },
        body: content,
      });
      expect(answer.status).toBe(202);
    }),
  'command line': (platform, content) =>
    overHttp(platform, async (origin) => {
      const { clientId } = await createClient(platform, UNITS.market.code, [`submit:${ITEM}`]);
      const { publicKey, privateKey } = generateKeyPairSync('ed25519');
      const jwk = publicKey.export({ format: 'jwk' }) as Record<string, unknown>;
      const given = { jwk, createdBy: 'account:1' };
      await platform.db.app.transaction((tx) => addCredential(platform, tx, clientId, given));
      const { dataFolder } = platform.config;
      const [file, key] = [path.join(dataFolder, 'x.csv'), path.join(dataFolder, 'key.pem')];
      await writeFile(file, content);
      await writeFile(key, privateKey.export({ type: 'pkcs8', format: 'pem' }));
      const worker = await platform.jobs.startWorker(allHandlers(platform), { concurrency: 1 });
      const who = ['--client-id', clientId, '--key-file', key, '--server', origin];
      const { code, err } = await runHere(['send', '--item', ITEM, '--file', file, ...who]);
      await worker.stop();
      expect([0, 2], err).toContain(code);
    }),
  'drop folder': async (platform, content) => {
    const dropFolder = path.join(platform.config.dataFolder, 'drop');
    const place = path.join(dropFolder, UNITS.market.code, ITEM);
    await mkdir(place, { recursive: true });
    await writeFile(path.join(place, 'x.csv'), content);
    await writeFile(path.join(place, 'x.csv.done'), '');
    const { config } = platform;
    const channels = { ...config.channels, dropFolder };
    await watchFolder({ ...platform, config: { ...config, channels } });
  },
  database: async (platform, content, world) => {
    const door = await openTcpDoor(world.superuser);
    const source = await postgresqlSource(world.superuser, door);
    const { header, rows } = await rowsOf(content);
    // Text alone, so that the source can hold what is wrong.
    const names = header.map((_, index) => `c${index}`);
    await source.run(
      `create table sheet (id bigint, ${names.map((name) => `${name} text`).join(', ')})`,
      'grant select on sheet to gongxin_reader',
      ...rows.map(
        (cells, id) =>
          `insert into sheet values (${id}, ${cells.map((cell) => `'${cell.replaceAll("'", "''")}'`).join(', ')})`,
      ),
    );
    const able = await platformReading(platform, UNITS.market.code, [source]);
    const columns = Object.fromEntries(names.map((name, index) => [name, header[index] as string]));
    await approvedSource(able, {
      sourceId: newId(),
      unit: UNITS.market.code,
      name: `表${++number}`,
      definition: { ...source.definition, view: 'sheet', columns, watermark: 'id', pageSize: 1000 },
    });
    await pullDue({ ...able, clock: { ...able.clock, now: () => new Date() } });
    await able.jobs.runPending(allHandlers(able));
    await door.shut();
  },
  'exchange file': async (platform, content) => {
    const edition = (await findActiveItem(platform.db.app, ITEM))?.edition as string;
    const { rows } = await rowsOf(content);
    const parts = exchangeParts(
      { sender: UNITS.market.code, item: ITEM, edition },
      { 'x.csv': { content, rows: rows.length } },
    );
    const zip = Readable.from([await packZip(parts)]);
    await receiveExchange(platform, market, { content: zip, fileName: 'x.zip' });
  },
};

async function rowsOf(content: string) {
  const opened = await readCsv(Readable.from([content]), DEFAULT_READ_LIMITS, new FindingLog());
  if (!opened) throw new Error('an empty file');
  const rows: (readonly string[])[] = [];
  for await (const batch of opened.rows) rows.push(...batch.map(({ cells }) => cells));
  return { header: opened.header.names, rows };
}

/** What came of one file: its counts, and every finding with its place, its rule and its parameters. */
type Came = {
  readonly counts: Record<string, unknown>;
  readonly findings: readonly { readonly rule: string }[];
};

/** All files, one after the other, by one way, in a city of its own. */
async function by(way: Way): Promise<Record<string, Came>> {
  const world = await testDatabase();
  try {
    const { platform } = world;
    await buildCity(platform);
    await registerFirms(
      platform,
      [1, 2, 3].map((n) => firm(n)),
    );
    const came: Record<string, Came> = {};
    for (const [name, content] of Object.entries(files)) {
      await way(platform, content, world);
      await platform.jobs.runPending(allHandlers(platform));
      const { id, ...counts } = await world.db.app.one<Record<string, unknown> & { id: string }>(sql`
        select submission_id as id, state, row_count as rows, accepted_count as accepted, rejected_count as rejected,
          duplicate_count as duplicate, held_count as held, refused_count as refused
        from intake.submission where item = ${ITEM} order by submission_id desc limit 1`);
      came[name] = { counts, findings: await listFindings(platform, market, id, { after: 0, limit: 1000 }) };
    }
    expect(Object.keys(came)).toEqual(Object.keys(files));
    return came;
  } finally {
    await world.close();
  }
}

let expected: Record<string, Came>;
beforeAll(async () => {
  expected = await by(ways['machine API'] as Way);
});

test('the files differ in what is found', () => {
  const [good, bad, sample] = Object.values(expected) as [Came, Came, Came];
  expect(good.counts).toMatchObject({ rows: 3, accepted: 3 });
  expect(bad.counts['accepted']).toBeLessThan(4);
  expect(new Set(bad.findings.map(({ rule }) => rule)).size).toBeGreaterThan(4);
  expect(sample.findings.length).toBeGreaterThan(30);
});

test.each(Object.keys(ways).filter((name) => name !== 'machine API'))('%s', async (way) => {
  const came = await by(ways[way] as Way);
  for (const [name, { counts, findings }] of Object.entries(came)) {
    expect(counts, name).toEqual(expected[name]?.counts);
    expect(findings, name).toEqual(expected[name]?.findings);
  }
});
