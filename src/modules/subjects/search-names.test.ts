/** Search and suggestions on a real database, asked as the portal's own role. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../platform/testing.ts';
import { MOST_RESULTS, registerUnknown, searchNames, suggestNames } from './index.ts';
import { inventedOrganisations } from './testing/organisations.ts';
import { stageRows, testUscc } from './testing/staged.ts';

const world = await testDatabase();
afterAll(() => world.close());
const { app, portal } = world.db;

const code = (number: number) => testUscc(900_000 + number);
const legacy = { kind: 'organisation-code', value: '16564182-6' };
const people = [testUscc(900_020, '92'), testUscc(900_021, '92')];

beforeAll(async () => {
  const rows = [
    { name: '清和市夔龙珐琅有限公司', uscc: code(1) },
    { name: '夔龙（清和）文创有限责任公司', uscc: code(2) },
    { name: '清和市夔龙珐琅有限公司东湖分公司', uscc: code(3) },
    { name: '清和市蝴蝶谷度假村', uscc: code(4), formerName: '清和市蜻蜓谷度假村' },
    { name: '100%_棉\\麻纺织厂', uscc: code(5) },
    { name: '100号棉麻纺织厂', uscc: code(6) },
    { name: 'ABB(中国)有限公司清和分公司', uscc: code(7) },
    { name: '清和市獬豸法律咨询有限公司', uscc: code(8) },
    { name: '清和市老龙头酒厂', legacy },
    { name: '清和市夔龙面馆', uscc: people[0] ?? '' },
    { name: '獬豸', uscc: people[1] ?? '' },
  ];
  const staged = await stageRows(app, 'search_rows', [...rows, ...inventedOrganisations(2000)]);
  await app.transaction((tx) =>
    registerUnknown(tx, staged, { evidence: 'registration', now: world.platform.clock.now() }),
  );
});

const search = (text: string, options: Partial<Parameters<typeof searchNames>[2]> = {}) =>
  searchNames(portal, text, { limit: 20, offset: 0, ...options });
const names = async (text: string) => (await search(text)).items.map((item) => item.name);

describe('search', () => {
  test.each<[string, string, string[]]>([
    [
      '2 characters',
      '夔龙',
      ['夔龙（清和）文创有限责任公司', '清和市夔龙珐琅有限公司', '清和市夔龙珐琅有限公司东湖分公司'],
    ],
    ['3 characters', '夔龙珐', ['清和市夔龙珐琅有限公司', '清和市夔龙珐琅有限公司东湖分公司']],
    [
      '4 characters with a blank',
      '夔龙 珐琅',
      ['清和市夔龙珐琅有限公司', '清和市夔龙珐琅有限公司东湖分公司'],
    ],
    ['1 character begins a name', '夔', ['夔龙（清和）文创有限责任公司']],
    [
      'the whole name first',
      '清和市夔龙珐琅有限责任公司',
      ['清和市夔龙珐琅有限公司', '清和市夔龙珐琅有限公司东湖分公司'],
    ],
    ['brackets of any kind', '夔龙[清和]文创', ['夔龙（清和）文创有限责任公司']],
    ['a code', code(4), ['清和市蝴蝶谷度假村']],
    [
      'a code with blanks, lower case and full width',
      ` ${code(4).slice(0, 8)} ${code(4).slice(8).toLowerCase()}　`,
      ['清和市蝴蝶谷度假村'],
    ],
    ['a legacy number with its hyphen', '16564182-6', ['清和市老龙头酒厂']],
    ['a legacy number without', '165641826', ['清和市老龙头酒厂']],
    ['a former name', '蜻蜓谷', ['清和市蝴蝶谷度假村']],
    ['Latin letters of a name', 'abb', ['ABB(中国)有限公司清和分公司']],
    ['pinyin initials', 'qhsklfl', ['清和市夔龙珐琅有限公司', '清和市夔龙珐琅有限公司东湖分公司']],
    ['% is a character', '100%', ['100%_棉\\麻纺织厂']],
    ['_ is a character', '%_棉', ['100%_棉\\麻纺织厂']],
    ['\\ is a character', '棉\\麻', ['100%_棉\\麻纺织厂']],
    ['nothing', '   ', []],
    ['an identity number asks for nothing', '11010519491231002X', []],
    ['a code that nobody has', testUscc(123_456_789), []],
    ['what no name resembles', '魑魅魍魉', []],
  ])('%s', async (_, text, expected) => {
    expect((await names(text)).sort()).toEqual([...expected].sort());
  });

  test('whole names come first, then beginnings, then the shorter', async () => {
    expect(await names('夔龙')).toEqual([
      '夔龙（清和）文创有限责任公司',
      '清和市夔龙珐琅有限公司',
      '清和市夔龙珐琅有限公司东湖分公司',
    ]);
    expect((await names('清和市夔龙珐琅有限责任公司'))[0]).toBe('清和市夔龙珐琅有限公司');
  });

  test('a former name says so', async () => {
    expect((await search('蜻蜓谷')).items[0]).toMatchObject({
      name: '清和市蝴蝶谷度假村',
      matchedName: '清和市蜻蜓谷度假村',
    });
    expect((await search('蝴蝶谷')).items[0]?.matchedName).toBeUndefined();
  });

  test.each([
    ['a wrong character', '清和市夔龙法琅有限公司'],
    ['a missing character', '清和市夔珐琅有限公司'],
    ['a character too many', '清和市夔龙珐琅器有限公司'],
    ['another legal form and city', '云川市夔龙珐琅股份有限公司'],
    ['a homophone', '清和市葵龙珐琅有限公司'],
  ])('likeness: %s', async (_, text) => {
    const page = await search(text, { areaNames: ['清和市', '云川市'] });
    expect(page.how).toBe('similar');
    expect(page.items.map((item) => item.name)).toContain('清和市夔龙珐琅有限公司');
  });

  test('pages are complete, without doubles, and end', async () => {
    const seen: string[] = [];
    let offset: number | undefined = 0;
    let total = 0;
    while (offset !== undefined) {
      const page: Awaited<ReturnType<typeof searchNames>> = await search('建材', { offset });
      expect(page.items.length).toBeGreaterThan(0);
      seen.push(...page.items.map((item) => item.subjectId));
      total = page.total;
      offset = page.next;
    }
    expect(seen).toHaveLength(total);
    expect(new Set(seen).size).toBe(total);
    expect((await search('建材')).items).toHaveLength(20);
  });

  test('more than 200 are not counted', async () => {
    expect(await search('有限公司')).toMatchObject({ total: MOST_RESULTS, more: true });
    expect(await search('公司')).toMatchObject({ total: MOST_RESULTS, more: true });
    expect(await search('夔龙')).toMatchObject({ total: 3, more: false, next: undefined });
  });
});

describe('C13 subjects', () => {
  test.each(['夔龙面', '龙面馆', '夔龙面倌', 'qhsklmg', '清和市夔龙面'])(
    'are not found by part: %s',
    async (text) => {
      expect(await names(text)).not.toContain('清和市夔龙面馆');
    },
  );

  test('are found by full name and by code', async () => {
    expect(await names('清和市夔龙面馆')).toEqual(['清和市夔龙面馆']);
    expect(await names('清和市 夔龙面馆')).toEqual(['清和市夔龙面馆']);
    expect(await names(people[0] ?? '')).toEqual(['清和市夔龙面馆']);
    expect((await names('獬豸')).sort()).toEqual(['清和市獬豸法律咨询有限公司', '獬豸']);
  });

  test.each(['夔龙', '清和市夔龙面馆', '獬豸', 'qhskl'])('are never suggested: %s', async (text) => {
    const suggested = (await suggestNames(portal, text, 50)).map((one) => one.name);
    expect(suggested).not.toContain('清和市夔龙面馆');
    expect(suggested).not.toContain('獬豸');
  });
});

describe('suggestions', () => {
  test('begin with what was typed, then contain it', async () => {
    expect((await suggestNames(portal, '夔龙')).map((one) => one.name)).toEqual([
      '夔龙（清和）文创有限责任公司',
      '清和市夔龙珐琅有限公司',
      '清和市夔龙珐琅有限公司东湖分公司',
    ]);
  });

  test('carry the code, follow pinyin, and are at most eight', async () => {
    expect(await suggestNames(portal, 'qhsklfl')).toContainEqual({
      name: '清和市夔龙珐琅有限公司',
      uscc: code(1),
    });
    expect(await suggestNames(portal, '清和市')).toHaveLength(8);
    expect(await suggestNames(portal, '建材')).toHaveLength(8);
  });

  test('a single character suggests nothing', async () => {
    expect(await suggestNames(portal, '清')).toEqual([]);
    expect(await suggestNames(portal, '')).toEqual([]);
  });
});
