/** What README and guides promise: their commands run as they stand beside a demo, and their pictures are there and small. */
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoUnits } from '../src/app/demo/authorities.ts';
import { writeCsv } from '../src/app/demo/files/csv.ts';
import { writeDemoFiles } from '../src/app/demo/files/demo-files.ts';
import { faults } from '../src/app/demo/files/faults.ts';
import { freshPenalties } from '../src/app/demo/files/fresh-rows.ts';
import { DEMO_SIZE, generateCity } from '../src/app/demo/generate-city.ts';
import { openDemoAccounts } from '../src/app/demo/open-accounts.ts';
import { registerDemoUnits } from '../src/app/demo/register-units.ts';
import { registrationRows } from '../src/app/demo/registration-rows.ts';
import type { RowValues } from '../src/app/demo/row.ts';
import { allHandlers } from '../src/app/modules.ts';
import { buildApp } from '../src/app/server.ts';
import { handIn } from '../src/modules/intake/testing/city.ts';
import type { Server } from '../src/platform/http/index.ts';
import { type TestWorld, testDatabase } from '../src/platform/testing.ts';

const root = path.join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** The shell blocks marked "runs", in order. */
function commandsOf(file: string): string {
  return [...read(file).matchAll(/<!-- runs -->\n```sh\n([\s\S]*?)```/g)]
    .map(([, block]) => block)
    .join('\n');
}

const hasCurl = spawnSync('curl', ['--version']).status === 0;
// Node and npm are all that a machine must have; in CI a missing program is a failure all the same.
const skips = !hasCurl && process.env['CI'] !== 'true';
if (skips) process.stdout.write('skipped: the commands of README and guides (no curl here: install curl)\n');

let world: TestWorld;
let server: Server;
let worker: { stop(): Promise<void> };
let origin: string;

beforeAll(async () => {
  world = await testDatabase();
  const { platform } = world;
  const { dataFolder } = platform.config;
  // Units, sign-ins and files as the demo has them; of the city only the firms that the files are about.
  await registerDemoUnits(platform, demoUnits);
  const { clients } = await openDemoAccounts(platform, demoUnits);
  const city = generateCity({ seed: 371_899, organisations: DEMO_SIZE, until: '2026-11-17' });
  await writeDemoFiles(city, path.join(dataFolder, 'demo-files'));
  const rows = [...freshPenalties(city, 0, 30, 1), ...freshPenalties(city, 300, faults.length * 2, 301)];
  const registrations = new Map<string, RowValues[]>();
  for (const { organisation } of rows) {
    const [row] = registrationRows(organisation);
    if (row) registrations.set(row.unit, [...(registrations.get(row.unit) ?? []), row.values]);
  }
  for (const [unit, values] of registrations) {
    const client = clients.find((candidate) => candidate.unit === unit);
    const actor = {
      kind: 'client',
      clientId: client?.client_id ?? '',
      unit,
      scopes: ['submit:organisation-registration'],
    } as const;
    await handIn(platform, actor, 'organisation-registration', [
      ...writeCsv('organisation-registration', values),
    ]);
  }
  server = await buildApp(platform);
  origin = await server.listen({ port: 0, host: '127.0.0.1' });
  worker = await platform.jobs.startWorker(allHandlers(platform), { concurrency: 2 });
}, 120_000);
afterAll(async () => {
  await worker?.stop();
  server?.server.closeAllConnections();
  await server?.close();
  await world?.close();
});

/** Runs commands as they stand, but for the folder of the data and the address of the server. */
async function run(commands: string): Promise<string> {
  const script = commands
    .replaceAll('var/demo', `${world.platform.config.dataFolder}/demo`)
    .replaceAll('http://127.0.0.1:8080', origin)
    .replaceAll('npx gongxin submit', `npx gongxin submit --lang en --server ${origin}`);
  const { stdout } = await promisify(execFile)('sh', ['-eu', '-c', script], { cwd: root, timeout: 180_000 });
  return stdout;
}

describe('commands that readers are told to type', () => {
  test('in both READMEs are the same', () => {
    expect(commandsOf('README.md')).toBe(commandsOf('README.zh-CN.md'));
  });

  test.skipIf(skips)('README.md', { timeout: 180_000 }, async () => {
    const said = await run(commandsOf('README.md'));
    expect(said).toContain('30 rows: 30 accepted');
    expect(said).toMatch(/"subjectName":"[^"]*清和/);
  });

  test.skipIf(skips)('the guide to the API', { timeout: 180_000 }, async () => {
    const said = await run(commandsOf('docs/guides/use-the-api.md'));
    expect(said).toMatch(new RegExp(`${faults.length} rows: \\d+ accepted, \\d+ rejected`));
    expect(said).toMatch(/rows: 30/);
  });
});

describe('pictures', () => {
  const pictures = readdirSync(path.join(root, 'docs', 'images'));

  test('are few, small and all used', () => {
    const texts = ['README.md', 'README.zh-CN.md'].map(read).join('\n');
    expect(pictures.length).toBeLessThanOrEqual(8);
    for (const name of pictures) {
      expect(statSync(path.join(root, 'docs', 'images', name)).size, name).toBeLessThan(200_000);
      expect(texts, name).toContain(`docs/images/${name}`);
    }
  });

  test.each(['README.md', 'README.zh-CN.md'])('of %s are there', (file) => {
    const named = [...read(file).matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, target]) => target as string);
    expect(named.length).toBeGreaterThanOrEqual(6);
    for (const target of named) expect(existsSync(path.join(root, target)), target).toBe(true);
  });
});
