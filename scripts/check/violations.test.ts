// Shows that a violation of each house rule is reported: the rules run on invented trees, dependency-cruiser on real folders.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { moduleOrder } from '../../src/architecture.ts';
import { findUndescribed } from './dependencies.ts';
import { judgeOpening } from './first-line.ts';
import { findMissingWords, findUndocumentedSettings, findUnplacedModules } from './glossary.ts';
import { findBrokenLinks } from './links.ts';
import { findBadNames } from './names.ts';
import { findOutsideWorld } from './outside-world.ts';
import { checkFloors } from './programs.ts';
import { runChecks } from './run.ts';
import { checkSizes } from './sizes.ts';
import { readFacts } from './source-facts.ts';
import { findSqlOwnership } from './sql-ownership.ts';

type Tree = Record<string, string>;

const trees: string[] = [];
afterAll(() => Promise.all(trees.map((tree) => rm(tree, { recursive: true, force: true }))));

async function plant(tree: Tree): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'gongxin-check-'));
  trees.push(root);
  for (const [path, text] of Object.entries(tree)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}

async function rulesBroken(tree: Tree): Promise<string[]> {
  const { findings } = await checkFloors(await plant(tree), Object.keys(tree));
  return [...new Set(findings.map((finding) => finding.what.split(':')[0] ?? ''))].sort();
}

const facts = (path: string, text: string) => [readFacts({ path, text })];

/** A small house that breaks no rule; each case below adds one file or changes one. */
const house: Tree = {
  'src/kernel/period.ts': 'export const period = 1;\n',
  'src/platform/clock.ts': "import { period } from '../kernel/period.ts';\nexport const clock = period;\n",
  'src/modules/law/index.ts': "export { rule } from './rule.ts';\n",
  'src/modules/law/rule.ts': "import { clock } from '../../platform/clock.ts';\nexport const rule = clock;\n",
  'src/modules/records/index.ts': "import { rule } from '../law/index.ts';\nexport const append = rule;\n",
  'src/modules/records/pure.ts': "export { period } from '../../kernel/period.ts';\n",
  'src/app/server.ts':
    "import { append } from '../modules/records/index.ts';\nexport const server = append;\n",
  'src/main.ts': "import { server } from './app/server.ts';\nserver.toString();\n",
  'console/main.tsx':
    "import { period } from '../src/modules/records/pure.ts';\nexport const shown = <b>{period}</b>;\n",
};

describe('floors, by dependency-cruiser on a real folder', { timeout: 60_000 }, () => {
  test('a house in order breaks no rule', async () => {
    expect(await rulesBroken(house)).toEqual([]);
  });

  test.each<[string, Tree, string]>([
    [
      'law imports records, one floor up',
      {
        'src/modules/law/rule.ts':
          "import { append } from '../records/index.ts';\nexport const rule = append;\n",
      },
      'no-arrow-up-from-law',
    ],
    [
      'a type import up counts as well',
      {
        'src/modules/records/index.ts': 'export type Append = 1;\n',
        'src/modules/law/rule.ts':
          "import type { Append } from '../records/index.ts';\nexport const rule: Append = 1;\n",
        'src/app/server.ts': 'export const server = 1;\n',
      },
      'no-arrow-up-from-law',
    ],
    [
      'two files of a module import each other',
      {
        'src/modules/law/a.ts': "import { b } from './b.ts';\nexport const a = () => b;\n",
        'src/modules/law/b.ts': "import { a } from './a.ts';\nexport const b = () => a;\n",
      },
      'no-cycle',
    ],
    [
      'a cycle of types',
      {
        'src/modules/law/a.ts': "import type { B } from './b.ts';\nexport type A = B | 1;\n",
        'src/modules/law/b.ts': "import type { A } from './a.ts';\nexport type B = A[];\n",
      },
      'no-cycle',
    ],
    [
      'records reaches past the door of law',
      {
        'src/modules/records/index.ts':
          "import { rule } from '../law/rule.ts';\nexport const append = rule;\n",
      },
      'module-door',
    ],
    [
      'app reaches past the entrances of law',
      {
        'src/app/server.ts': "import { rule } from '../modules/law/rule.ts';\nexport const server = rule;\n",
      },
      'module-entrances',
    ],
    [
      'the kernel imports node:fs',
      {
        'src/kernel/period.ts':
          "import { readFileSync } from 'node:fs';\nexport const period = readFileSync;\n",
      },
      'kernel-imports-nothing',
    ],
    [
      'a module imports node:net',
      { 'src/modules/law/rule.ts': "import { connect } from 'node:net';\nexport const rule = connect;\n" },
      'world-through-platform',
    ],
    [
      'the console imports a module past pure.ts',
      {
        'console/main.tsx':
          "import { append } from '../src/modules/records/index.ts';\nexport const shown = append;\n",
      },
      'console-door',
    ],
    [
      'pure.ts reaches the platform by way of another file',
      {
        'src/modules/records/pure.ts': "export { check } from './check-row.ts';\n",
        'src/modules/records/check-row.ts':
          "import { clock } from '../../platform/clock.ts';\nexport const check = clock;\n",
        'console/main.tsx':
          "import { check } from '../src/modules/records/pure.ts';\nexport const shown = check;\n",
      },
      'pure-stays-pure',
    ],
    [
      'the platform imports app',
      {
        'src/platform/clock.ts': "import type { A } from '../app/a.ts';\nexport const clock: A = 1;\n",
        'src/app/a.ts': 'export type A = 1;\n',
      },
      'only-main-and-cli-import-app',
    ],
    [
      'the server imports a test door',
      {
        'src/platform/testing.ts': 'export const world = 1;\n',
        'src/modules/law/rule.ts':
          "import { world } from '../../platform/testing.ts';\nexport const rule = world;\n",
      },
      'tests-are-leaves',
    ],
    [
      'an import leads nowhere',
      { 'src/modules/law/rule.ts': "import { gone } from './gone.ts';\nexport const rule = gone;\n" },
      'resolves',
    ],
  ])('%s', async (_, change, name) => {
    expect(await rulesBroken({ ...house, ...change })).toContain(name);
  });

  test('a file that was not seen is reported, so that silence never passes', async () => {
    const result = await checkFloors(await plant(house), [...Object.keys(house), 'src/kernel/unseen.ts']);
    expect(result.findings.map((finding) => finding.what).join()).toContain('src/kernel/unseen.ts');
  });
});

describe('SQL', () => {
  const rule = (path: string, text: string) =>
    findSqlOwnership(facts(path, text)).map((finding) => finding.what);
  const tagged = (statement: string) =>
    `import { sql } from '../../platform/db/index.ts';\nexport const q = sql\`${statement}\`;\n`;

  test.each<[string, string]>([
    ['own schema', 'select id from intake.submission where id = 1'],
    ['a published view and the civil date', 'select * from published.record where until > platform.today()'],
    ['a comment names another schema', 'select 1 -- as in records.record\n from intake.submission'],
  ])('allowed in a queries file: %s', (_, statement) => {
    expect(rule('src/modules/intake/queries.ts', tagged(statement))).toEqual([]);
  });

  test.each<[string, string, string]>([
    ['SQL outside queries.ts', 'src/modules/intake/submit-file.ts', tagged('select 1')],
    ['plain text SQL', 'src/modules/intake/api.ts', "export const q = 'select id from intake.submission';\n"],
    ['plain text SQL in app', 'src/app/demo.ts', "export const q = 'insert into law.rule values (1)';\n"],
    ['pg outside the platform', 'src/modules/intake/jobs.ts', "import pg from 'pg';\nexport const p = pg;\n"],
    ['a foreign schema', 'src/modules/intake/queries.ts', tagged('select 1 from records.record r')],
    [
      'a foreign schema, joined',
      'src/modules/intake/queries/rows.ts',
      tagged('select 1 from intake.row w join subjects.subject s using (id)'),
    ],
    [
      'a foreign schema in COPY',
      'src/modules/intake/queries.ts',
      "export const f = (tx: T) => tx.copyIn('records.record', []);\n",
    ],
    [
      'another function of the platform',
      'src/modules/intake/queries.ts',
      tagged('select platform.migrate()'),
    ],
  ])('reported: %s', (_, path, text) => {
    expect(rule(path, text).length).toBeGreaterThan(0);
  });

  test('prose that quotes a statement is no statement', () => {
    const advice = "export const say = 'Run delete from platform.clock, then start again.';\n";
    expect(rule('src/app/start.ts', advice)).toEqual([]);
  });

  test('tests may look into the database', () => {
    expect(rule('src/modules/intake/submit-file.test.ts', tagged('select 1 from records.record'))).toEqual(
      [],
    );
  });
});

describe('clock, environment, network and files', () => {
  test.each([
    ['process.env.PORT', "process.env['PORT']"],
    ['new Date()', 'new Date()'],
    ['Date.now()', 'Date.now()'],
    ['fetch', "fetch('https://example.org')"],
    ['globalThis.fetch', "globalThis.fetch('https://example.org')"],
    ['node:fs', "await import('node:fs')"],
  ])('reported in a module: %s', (_, expression) => {
    expect(
      findOutsideWorld(facts('src/modules/law/rule.ts', `export const x = ${expression};\n`)),
    ).toHaveLength(1);
  });

  test.each([
    ['src/platform/clock.ts', 'export const x = Date.now();\n'],
    [
      'src/modules/law/api.ts',
      "import type { IncomingMessage } from 'node:http';\nexport type X = IncomingMessage;\n",
    ],
    ['src/modules/law/rule.test.ts', 'export const x = Date.now();\n'],
    ['src/kernel/civil-date.ts', 'export const x = new Date(0);\n'],
  ])('allowed: %s %s', (path, text) => {
    expect(findOutsideWorld(facts(path, text))).toEqual([]);
  });
});

describe('files', () => {
  const lines = (count: number) => '// A sentence.\n'.repeat(count);

  test('401 lines are one too many, 400 are not', () => {
    const small = Array.from({ length: 40 }, (_, i) => ({ path: `src/kernel/s${i}.ts`, text: lines(20) }));
    const of = (count: number) =>
      checkSizes([...small, { path: 'src/kernel/long.ts', text: lines(count) }]).findings;
    expect(of(401).map((finding) => finding.where)).toEqual(['src/kernel/long.ts']);
    expect(of(400)).toEqual([]);
  });

  test('words, data, migrations, generated files and tests stand apart', () => {
    const apart = [
      'src/a/words.zh.ts',
      'src/a/x.test.ts',
      'src/a/x.generated.ts',
      'db/migrations/0001_a.sql',
      'src/a/data/x.ts',
    ];
    expect(checkSizes(apart.map((path) => ({ path, text: lines(900) }))).findings).toEqual([]);
  });

  test('a percentile and a median too high are reported', () => {
    const many = Array.from({ length: 20 }, (_, i) => ({ path: `src/kernel/s${i}.ts`, text: lines(300) }));
    expect(checkSizes(many).findings.map((finding) => finding.what.split(' ')[0])).toEqual([
      '95th',
      'median',
    ]);
  });

  test.each([
    'src/kernel/utils.ts',
    'src/modules/law/date-helpers.ts',
    'src/shared/x.ts',
    'console/lib/x.tsx',
    'src/a/Upper.ts',
    'src/a/types.ts',
  ])('a name that says nothing: %s', (path) => expect(findBadNames([path]).length).toBeGreaterThan(0));

  test.each([
    'src/kernel/uscc.ts',
    'src/a/words.zh.ts',
    'src/a/check-row.test.ts',
    'scripts/check/finding.ts',
  ])('a good name: %s', (path) => expect(findBadNames([path])).toEqual([]));

  test.each([
    "import x from 'y';\n",
    '// eslint\n',
    '// no end of it here\n',
    '// biome-ignore all: it is so.\n',
    '',
  ])('no opening sentence: %j', (text) => expect(judgeOpening(text)).toBeDefined());

  test.each([
    '// Holds the rules of law.\n',
    '#!/usr/bin/env node\n// Starts the city on this machine.\n',
    '/** Two lines\n * make one sentence. */\n',
    '-- The first tables of intake.\n',
  ])('an opening sentence: %j', (text) => expect(judgeOpening(text)).toBeUndefined());
});

describe('documents', () => {
  test('a module or an item without its word in the glossary is reported', () => {
    const paths = ['src/modules/law/index.ts', 'data/catalogue/items/administrative-penalty/item.json'];
    expect(findMissingWords(paths, '| `law` |')).toHaveLength(1);
    expect(findMissingWords(paths, '| `law` | `administrative-penalty` |')).toEqual([]);
  });

  test('a module without floor, README or door is reported', () => {
    const good = moduleOrder.flatMap((name) => [
      `src/modules/${name}/README.md`,
      `src/modules/${name}/index.ts`,
    ]);
    expect(findUnplacedModules(good)).toEqual([]);
    expect(findUnplacedModules([...good, 'src/modules/rumours/rumour.ts'])).toHaveLength(3);
  });

  test('a setting without its row in the guide is reported', () => {
    const guide = '| `PORT` | port |';
    expect(findUndocumentedSettings("env['PORT']", guide)).toEqual([]);
    expect(findUndocumentedSettings("env['GONGXIN_POOL']", guide)).toHaveLength(1);
  });

  test('a link to a file or a heading that is not there is reported', () => {
    const files = [
      {
        path: 'README.md',
        text: '# One\n[a](docs/a.md#second-part) [b](docs/b.md) [c](#one) [d](docs/a.md#third) [w](https://x.org)\n`[code](nowhere)`\n',
      },
      { path: 'docs/a.md', text: '## Second part\n[up](../README.md)\n' },
    ];
    expect(
      findBrokenLinks(
        files,
        files.map((file) => file.path),
      ).map((finding) => finding.where),
    ).toEqual(['README.md:2', 'README.md:2']);
  });

  test('a dependency that is not pinned or not described is reported', () => {
    const row = '| `pg` | 8.23.1 | MIT |';
    expect(findUndescribed({ dependencies: { pg: '8.23.1' } }, row)).toEqual([]);
    expect(findUndescribed({ dependencies: { pg: '^8.23.1' } }, row)).toHaveLength(2);
    expect(findUndescribed({ devDependencies: { knip: '6.0.0' } }, row)).toHaveLength(1);
  });
});

describe('the whole check', { timeout: 60_000 }, () => {
  const said: string[] = [];
  const run = async (tree: Tree) =>
    runChecks(await plant(tree), ['floors', 'names', 'world'], (line) => said.push(line));

  test('ends with 0 on a house in order and with 1 on a violation, which it names', async () => {
    expect(await run(house)).toBe(0);
    expect(await run({ ...house, 'src/kernel/utils.ts': 'export const x = 1;\n' })).toBe(1);
    expect(said.join('\n')).toContain('src/kernel/utils.ts: “utils” says nothing');
  });

  test('ends with 2 on a check that does not exist', async () => {
    expect(await runChecks(await plant(house), ['florrs'], (line) => said.push(line))).toBe(2);
  });
});
