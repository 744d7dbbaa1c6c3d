/** Whole rows: the facts they give, what is never kept, and the words of every rule. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copyText, stagedLine } from '../staged-line.ts';
import { checkRow } from './check-row.ts';
import { matchHeader } from './match-header.ts';
import { fillPlaceholders, ROW_RULES } from './rules.ts';
import { AUTHORITY, sampleContext, sampleItem } from './testing/context.ts';

const penalty = sampleItem('administrative-penalty');
const header = penalty.fields.map((field) => field.code);
const { columns } = matchHeader(penalty, header);
const context = sampleContext('administrative-penalty');

const GOOD: Readonly<Record<string, string>> = {
  CF_XDR_MC: '清和市澄江百货有限责任公司',
  CF_XDR_LB: '法人及非法人组织',
  CF_XDR_SHXYM: '91371899MA000100Y3',
  CF_FRDB: '某某',
  CF_WSH: '清市监罚[2026] 101号',
  CF_WFXW: '经营超过保质期的食品',
  CF_SY: '货架上有超过保质期的饼干4盒。',
  CF_YJ: '《中华人民共和国食品安全法》第一百二十四条',
  CF_CFLB: '警告、罚款',
  CF_NR: '给予警告，并处罚款5000元。',
  CF_NR_FK: '0.50',
  CF_JDRQ: '2026/4/13',
  CF_YXQ: '2099/12/31',
  CF_CFJG: '清和市市场监督管理局',
  CF_CFJGDM: AUTHORITY,
  CF_SJLY: '清和市市场监督管理局',
  CF_SJLYDM: AUTHORITY,
};
// A valid code, so that rows differ in what a test changes only.
const CODE = '91371899163498765X';

function check(changes: Record<string, string> = {}) {
  const row = { ...GOOD, CF_XDR_SHXYM: validCode(), ...changes } as Record<string, string>;
  return checkRow(
    penalty,
    columns,
    header.map((code) => row[code] ?? ''),
    context,
    2,
  );
}

function validCode(): string {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
  const first = CODE.slice(0, 17);
  const sum = weights.reduce(
    (total, weight, place) => total + weight * alphabet.indexOf(first.charAt(place)),
    0,
  );
  return first + alphabet.charAt((31 - (sum % 31)) % 31);
}

/** Any UTF-16 unit, half characters included. */
const anyCharacter = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));

describe('facts of a faultless row', () => {
  test('are what staging needs', () => {
    const { outcome, facts, findings } = check();
    expect(findings).toEqual([]);
    expect(outcome).toBe('ok');
    expect(facts).toMatchObject({
      keyKind: 'uscc',
      keyValue: validCode(),
      partyName: '清和市澄江百货有限责任公司',
      nameNorm: '清和市澄江百货有限公司',
      soleTrader: false,
      areaCode: '371899',
      authorityUscc: AUTHORITY,
      decisionNo: '清市监罚〔2026〕101号',
      decidedOn: '2026-04-13',
      validUntil: null,
      inEffect: true,
      misconductClass: 'general',
      classAssumed: true,
      conductEndedOn: '2026-04-13',
      conductAssumed: true,
      ownMonths: null,
    });
    const open = JSON.parse(facts?.openFields ?? '');
    expect(open).toMatchObject({ CF_CFLB: '警告;罚款', CF_NR_FK: '0.5' });
    expect(open).not.toHaveProperty('CF_FRDB');
    expect(JSON.parse(facts?.closedFields ?? '')).toEqual({ CF_FRDB: '某某' });
  });

  test('the document number’s brackets make no other decision; another number does', () => {
    const identity = (number: string) => check({ CF_WSH: number }).facts?.identityText;
    expect(identity('清市监罚〔2026〕101号')).toBe(check().facts?.identityText);
    expect(identity('清市监罚（2026）101号')).toBe(check().facts?.identityText);
    expect(identity('清市监罚〔2026〕102号')).not.toBe(check().facts?.identityText);
  });

  test('the same decision in several rows is told apart by the sequence', () => {
    expect(check({ penaltySequence: '1' }).facts?.identityText).not.toBe(
      check({ penaltySequence: '2' }).facts?.identityText,
    );
  });

  test('the last valid day still counts: half-open', () => {
    expect(check({ CF_YXQ: '2027/04/12' }).facts?.validUntil).toBe('2027-04-13');
  });

  test.each<[string, Record<string, string>]>([
    ['the class says so', { CF_XDR_LB: '个体工商户' }],
    ['the name contains its operator’s', { CF_XDR_MC: '清和市王小明便利店', CF_FRDB: '王小明' }],
  ])('a sole trader because %s (charter C13)', (_why, changes) => {
    expect(check(changes).facts?.soleTrader).toBe(true);
  });

  test('the class stated goes before the one assumed', () => {
    expect(check({ misconductClass: '严重' }).facts).toMatchObject({
      misconductClass: 'serious',
      classAssumed: false,
    });
  });
});

test('fields are written as JSON.stringify would, and reach COPY with every backslash doubled', () => {
  const remark = fc.array(fc.constantFrom('"', '\\', '\n', '\t', '/', '\u2028', '😀', '备', 'n'), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(remark, (characters) => {
      const { facts } = check({ BZ: `注${characters.join('')}注` });
      if (!facts) throw new Error('the row is faultless');
      const line = stagedLine(2, '1', '1', facts);
      for (const json of [facts.openFields, facts.closedFields ?? '']) {
        expect(JSON.stringify(JSON.parse(json))).toBe(json);
        expect(line).toContain(`\t${copyText(json)}`);
      }
    }),
  );
});

describe('what may not be kept', () => {
  test.each<[string, Record<string, string>, string]>([
    ['a natural person without a number', { CF_XDR_LB: '自然人' }, 'rejected'],
    ['simple procedure (山东省社会信用条例 art. 13)', { procedure: '简易程序' }, 'refused'],
    ['slight and put right (the same)', { misconductClass: '轻微' }, 'refused'],
    ['a mobile number in the facts', { CF_SY: '电话13800138000' }, 'rejected'],
    ['an identity number in the facts', { CF_SY: '身份证11010519491231002X' }, 'rejected'],
    ['a bank card in the remark', { BZ: '卡号6222 0200 0000 0000 000' }, 'rejected'],
  ])('%s leaves no facts', (_what, changes, outcome) => {
    const found = check(changes);
    expect(found.facts).toBeUndefined();
    expect(found.outcome).toBe(outcome);
  });

  test('identity columns reach neither facts nor findings', () => {
    const found = check({ CF_FR_ZJLX: '身份证', CF_FR_ZJHM: '11010519491231002X' });
    expect(JSON.stringify(found)).not.toContain('11010519491231002X');
    expect(found.outcome).toBe('ok');
  });

  test('no finding repeats what a cell holds', () => {
    const secret = fc.stringMatching(/^[A-Za-z]{12}$/).map((text) => `机密${text}`);
    const codes = header.filter(
      (code) => code !== 'CF_XDR_LB' && code !== 'procedure' && code !== 'misconductClass',
    );
    fc.assert(
      fc.property(fc.constantFrom(...codes), secret, (code, text) => {
        expect(JSON.stringify(check({ [code]: text }).findings)).not.toContain(text);
      }),
    );
  });

  test('any cell may hold anything: a row is checked, never a fault', () => {
    const cells = fc.array(fc.string({ unit: anyCharacter, maxLength: 40 }), {
      minLength: header.length,
      maxLength: header.length,
    });
    fc.assert(
      fc.property(cells, (row) => {
        expect(['rejected', 'refused', 'ok']).toContain(checkRow(penalty, columns, row, context).outcome);
      }),
      { numRuns: 300 },
    );
  });
});

describe('rules', () => {
  test('every sentence is there in both languages and ends as one', () => {
    for (const { title, advice } of Object.values(ROW_RULES)) {
      for (const text of [title.zh, advice.zh]) expect(text).toMatch(/[。）]$/);
      for (const text of [title.en, advice.en]) expect(text).toMatch(/\.$/);
    }
  });
  test('placeholders are filled, and unknown ones stay', () => {
    expect(fillPlaceholders('超过 {limit} 个，{other}', { limit: 5 })).toBe('超过 5 个，{other}');
  });
});
