/** The command itself: help in both languages, unknown verbs, and the verbs that work on a database of their own. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { destroyEmbeddedServer } from '../../platform/postgres/index.ts';
import { chooseShellLanguage } from './choose-language.ts';
import { runProgram } from './testing/run-program.ts';
import { UsageError } from './verb.ts';

describe('help', () => {
  test.each([[[]], [['help']], [['--help']], [['-h']]])('%j lists the verbs', async (args) => {
    const ran = await runProgram(args);
    expect(ran).toMatchObject({ code: 0, err: '' });
    for (const verb of ['submit', 'migrate', 'account', 'demo', 'drill', 'code', 'bench'])
      expect(ran.out).toMatch(new RegExp(`^  ${verb} +\\S`, 'm'));
  });

  test.each(['submit', 'migrate', 'account', 'demo', 'drill', 'code', 'bench'])(
    'of %s, in both languages',
    async (verb) => {
      const [english, chinese] = await Promise.all([
        runProgram(['help', verb]),
        runProgram([verb, '--help'], { LANG: 'zh_CN.UTF-8' }),
      ]);
      expect(english).toMatchObject({ code: 0, out: expect.stringContaining(`Usage: gongxin ${verb}`) });
      expect(english.out).not.toMatch(/\p{Script=Han}/u);
      expect(chinese).toMatchObject({ code: 0, out: expect.stringContaining(`用法： gongxin ${verb}`) });
    },
  );

  test('an unknown verb is no success', async () => {
    const ran = await runProgram(['nonsense']);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain('There is no verb "nonsense".');
    expect((await runProgram(['constructor'])).code).toBe(2);
  });

  test('a language that is none of the two', async () => {
    expect(await runProgram(['help', '--lang', 'fr'])).toMatchObject({ code: 2, err: '--lang zh|en\n' });
  });
});

describe('the language', () => {
  test.each<[string[], NodeJS.ProcessEnv, string, string[]]>([
    [['help'], {}, 'zh', ['help']],
    [['help'], { LANG: 'C.UTF-8' }, 'zh', ['help']],
    [['help'], { LANG: 'zh_CN.UTF-8' }, 'zh', ['help']],
    [['help'], { LANG: 'en_US.UTF-8' }, 'en', ['help']],
    [['help'], { LC_ALL: 'en_US', LANG: 'zh_CN' }, 'en', ['help']],
    [['help'], { LC_ALL: '', LC_MESSAGES: 'en_US', LANG: 'zh_CN' }, 'en', ['help']],
    [['--lang', 'en', 'help'], { LANG: 'zh_CN' }, 'en', ['help']],
    [['help', '--lang=zh', 'submit'], { LANG: 'en_GB' }, 'zh', ['help', 'submit']],
  ])('%j in %j is %s', (args, env, language, rest) => {
    expect(chooseShellLanguage(args, env)).toEqual({ language, rest });
  });
  test.each([[['--lang']], [['--lang', 'fr']], [['--lang=']]])('%j is none', (args) => {
    expect(() => chooseShellLanguage(args, {})).toThrow(UsageError);
  });
});

describe('on a database of its own', () => {
  const folder = path.join(inject('testServer').folder, 'cli-demo');
  const env = { GONGXIN_DATA: folder, GONGXIN_TESTING: '1', GONGXIN_LOG_LEVEL: 'silent' };
  mkdirSync(folder, { mode: 0o700 });
  afterAll(() => destroyEmbeddedServer(folder));

  test('migrate, then migrate again, then the demo, then nothing more', { timeout: 240_000 }, async () => {
    const first = await runProgram(['migrate'], env);
    expect(first).toMatchObject({ code: 0, out: expect.stringContaining('0001_platform.sql') });
    const second = await runProgram(['migrate'], env);
    expect(second).toMatchObject({ code: 0, out: expect.stringContaining('at its newest') });
    const demo = await runProgram(['demo', '--organisations', '20', '--seed', '7'], env);
    expect(demo).toMatchObject({ code: 0, err: '' });
    expect(demo.out).toContain('The demo city is loaded: 20 organisations');
    const again = await runProgram(['demo'], env);
    expect(again).toMatchObject({ code: 1, out: '' });
    expect(again.err).toContain('nothing was loaded');
  });

  test.each([
    ['a database without the demo mark', ['demo'], { GONGXIN_DEMO: '0' }, /every page is marked/],
    ['a size that is none', ['demo', '--organisations', '0'], {}, /--organisations/],
    ['an option that is none', ['demo', '--quick'], {}, /--quick/],
    ['an argument that migrate does not take', ['migrate', 'down'], {}, /down/],
  ])('%s is refused', async (_name, args, more, words) => {
    const ran = await runProgram(args, { ...env, ...more });
    expect(ran.code).toBe(2);
    expect(ran.err).toMatch(words);
  });
});

test('bench names what it can measure when asked for something else', async () => {
  const ran = await runProgram(['bench', 'nonsense']);
  expect(ran.code).toBe(2);
});
