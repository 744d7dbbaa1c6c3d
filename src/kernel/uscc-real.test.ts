// Real and generated codes judged by the kernel, by Debian's python3-stdnum and by a second implementation.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { isOrganisationCode, organisationCheckCharacter } from './legacy.ts';
import { seededRandom } from './seeded-random.ts';
import { checkUscc, isUscc, USCC_ALPHABET, USCC_CATEGORIES, usccCheckCharacter } from './uscc.ts';

const ROOT = join(import.meta.dirname, '../..');
const REFERENCE = join(
  process.env.GONGXIN_REFERENCE ?? join(ROOT, '../shared'),
  'data/organisations-shandong.csv.gz',
);
const PYTHON = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';
const IN_CI = process.env.CI === 'true';

const STDNUM = `
import sys
from stdnum.cn import uscc
from stdnum.exceptions import InvalidChecksum, InvalidFormat, InvalidLength
words = {InvalidLength: 'length', InvalidFormat: 'alphabet', InvalidChecksum: 'check-character'}
for line in sys.stdin:
    try:
        uscc.validate(line.rstrip('\\n'))
        print('ok')
    except tuple(words) as fault:
        print(words[type(fault)])
`;

/** One process for all codes: a line in, a word out. */
function judgeInPython(args: string[], codes: readonly string[]): string[] {
  const run = spawnSync(PYTHON, args, {
    input: `${codes.join('\n')}\n`,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (run.status !== 0) throw new Error(`${PYTHON} ended with ${run.status}: ${run.stderr}`);
  return run.stdout.trimEnd().split('\n');
}

/** The kernel's word for length, alphabet and check character; persons' numbers have no word of their own there. */
function judgeInKernel(code: string): string {
  const check = checkUscc(code);
  if (check.ok) return 'ok';
  if (check.problem === 'identity-number') return isUscc(code) ? 'ok' : 'check-character';
  return check.problem === 'department' || check.problem === 'category' ? 'ok' : check.problem;
}

/** The kernel's word with department and category, as the second implementation gives it. */
function judgeWithTable(code: string): string {
  const check = checkUscc(code);
  return check.ok ? 'ok' : check.problem;
}

function differences(codes: readonly string[], ours: (code: string) => string, theirs: readonly string[]) {
  expect(theirs).toHaveLength(codes.length);
  return codes.flatMap((code, at) =>
    ours(code) === theirs[at] ? [] : [`${code} ${ours(code)} ${theirs[at]}`],
  );
}

const startsWithDigits = (code: string) => /^\d\d/.test(code);
const isPersons = (code: string) => judgeWithTable(code) === 'identity-number';

const ANY_CHARACTER = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Plants one wrong character, and exchanges two neighbours. */
function planter(random: () => number) {
  const upTo = (limit: number) => Math.floor(random() * limit);
  return {
    oneWrong(code: string): string {
      const place = upTo(18);
      return code.slice(0, place) + ANY_CHARACTER.charAt(upTo(36)) + code.slice(place + 1);
    },
    swapped(code: string): string {
      const place = upTo(17);
      return code.slice(0, place) + code.charAt(place + 1) + code.charAt(place) + code.slice(place + 2);
    },
  };
}

/** Codes of every category (and of every other pair of leading characters), each with errors planted. */
function generatedCodes(): { valid: string[]; faulty: string[]; foreign: string[] } {
  const random = seededRandom(32_100);
  const upTo = (limit: number) => Math.floor(random() * limit);
  const areas = readFileSync(join(ROOT, 'data/codes/gbt2260-areas.csv'), 'utf8').match(/^\d{6}/gm) ?? [];
  const make = (lead: string) => {
    let body = '';
    while (body.length < 8) body += USCC_ALPHABET.charAt(upTo(random() < 0.5 ? 10 : 31));
    const first17 = `${lead}${areas[upTo(areas.length)]}${body}${organisationCheckCharacter(body)}`;
    return first17 + usccCheckCharacter(first17);
  };
  const { oneWrong, swapped } = planter(random);
  const valid = Object.keys(USCC_CATEGORIES).flatMap((category) =>
    Array.from({ length: 80 }, () => make(category)),
  );
  const faulty = valid.flatMap((code) => [
    oneWrong(code),
    oneWrong(code),
    swapped(code),
    swapped(code),
    code.slice(1),
  ]);
  const foreign = [...USCC_ALPHABET].flatMap((a) => [...USCC_ALPHABET].map((b) => make(a + b)));
  return { valid, faulty, foreign };
}

const SECOND = [join(ROOT, 'scripts/uscc-second.py')];
const runs = (...args: string[]) => spawnSync(PYTHON, args).status === 0;
const needs = {
  registry: existsSync(REFERENCE)
    ? []
    : ['the registry file (data/organisations-shandong.csv.gz of GONGXIN_REFERENCE)'],
  python: runs('--version') ? [] : ['python3'],
  stdnum: runs('-c', 'import stdnum.cn.uscc') ? [] : ['python3-stdnum (apt-get install python3-stdnum)'],
};

/** A test that says in its name what it lacks and is then left out; in CI it runs and fails. */
function testNeeding(needed: readonly (keyof typeof needs)[], name: string, run: () => void): void {
  const lacking = needed.flatMap((need) => needs[need]).join(', ');
  if (lacking !== '') process.stdout.write(`skipped: ${lacking} is not here\n`);
  const wanted = lacking === '' ? name : `skipped: ${lacking} is not here: ${name}`;
  test.skipIf(lacking !== '' && !IN_CI)(wanted, run, 120_000);
}

function realCodes(): string[] {
  const lines = gunzipSync(readFileSync(REFERENCE)).toString('utf8').split('\n').slice(1);
  return lines.flatMap((line) => line.match(/^(?:"(?:[^"]|"")*"|[^",]*),([^,]*),/)?.[1] ?? []);
}

describe('54,627 real codes', () => {
  testNeeding(
    ['registry', 'stdnum'],
    'length, alphabet and check character as python3-stdnum judges them',
    () => {
      const upper = realCodes().map((code) => code.toUpperCase());
      expect(upper).toHaveLength(54_627);
      const { oneWrong, swapped } = planter(seededRandom(2015));
      const codes = [...upper, ...upper.map(oneWrong), ...upper.map(swapped)].filter(startsWithDigits);
      expect(codes.length).toBeGreaterThan(155_000);
      expect(differences(codes, judgeInKernel, judgeInPython(['-c', STDNUM], codes))).toEqual([]);
    },
  );

  testNeeding(
    ['registry', 'python'],
    'departments and categories by the table; none taken for a person',
    () => {
      const upper = realCodes().map((code) => code.toUpperCase());
      expect(differences(upper, judgeWithTable, judgeInPython(SECOND, upper))).toEqual([]);
      expect(upper.filter(isPersons)).toEqual([]);
    },
  );

  testNeeding(['registry'], 'lower case is a finding with the code meant', () => {
    const lower = realCodes().filter((code) => code !== code.toUpperCase());
    expect(lower).toHaveLength(20);
    for (const code of lower) {
      expect(checkUscc(code)).toEqual({ ok: false, problem: 'lower-case', suggested: code.toUpperCase() });
    }
  });

  testNeeding(
    ['registry'],
    'all are valid, 1,687 of them with check character 0, each round an organisation code',
    () => {
      const upper = realCodes().map((code) => code.toUpperCase());
      expect(upper.filter((code) => !checkUscc(code).ok)).toEqual([]);
      expect(upper.filter((code) => code.endsWith('0'))).toHaveLength(1687);
      // GB 32100-2015: characters 9 to 17 are the organisation code of GB 11714 with its own check character.
      expect(upper.filter((code) => !isOrganisationCode(code.slice(8, 17)))).toEqual([]);
    },
  );
});

describe('generated codes over every department and category', () => {
  const { valid, faulty, foreign } = generatedCodes();
  const all = [...valid, ...faulty, ...foreign];

  test('there are at least 10,000, and every valid one is valid', () => {
    expect(all.length).toBeGreaterThanOrEqual(10_000);
    expect(valid.filter((code) => !checkUscc(code).ok)).toEqual([]);
  });

  testNeeding(['stdnum'], 'those that begin with two digits as python3-stdnum judges them', () => {
    const digits = all.filter(startsWithDigits);
    expect(digits.length).toBeGreaterThan(8_000);
    expect(differences(digits, judgeInKernel, judgeInPython(['-c', STDNUM], digits))).toEqual([]);
  });

  testNeeding(['python'], 'all, letter departments too, as the second implementation judges them', () => {
    // Persons' numbers are judged by the kernel alone; by their characters they are still compared above.
    const codes = all.filter((code) => !isPersons(code));
    expect(all.length - codes.length).toBeLessThan(20);
    expect(codes.filter((code) => !startsWithDigits(code)).length).toBeGreaterThan(2_000);
    expect(differences(codes, judgeWithTable, judgeInPython(SECOND, codes))).toEqual([]);
  });
});
