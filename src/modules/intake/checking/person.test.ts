// Rows about natural persons (charter C3): what is taken, what is not, and that no finding tells anything of them.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identityCheckCharacter } from '../../../kernel/identity-number.ts';
import { usccCheckCharacter } from '../../../kernel/uscc.ts';
import { checkRow } from './check-row.ts';
import { matchHeader } from './match-header.ts';
import { AUTHORITY, sampleContext, sampleItem } from './testing/context.ts';

const penalty = sampleItem('administrative-penalty');
const header = penalty.fields.map((field) => field.code);
const { columns } = matchHeader(penalty, header);
const context = sampleContext('administrative-penalty');
const born = (on: string): string => {
  const first17 = `371899${on.replaceAll('-', '')}123`;
  return first17 + identityCheckCharacter(first17);
};
const NUMBER = born('1985-03-07');
const withCheck = (first17: string) => first17 + identityCheckCharacter(first17);
const FOREIGNER = withCheck('93784019850307123');
const NAME = '赵试验';
const OTHER_BODY = `11371899MB0000001${usccCheckCharacter('11371899MB0000001')}`;

const GOOD: Readonly<Record<string, string>> = {
  CF_XDR_MC: NAME,
  CF_XDR_LB: '自然人',
  CF_XDR_ZJLX: '身份证',
  CF_XDR_ZJHM: NUMBER,
  CF_FRDB: '某某',
  CF_FR_ZJHM: '11010519491231002X',
  personCapacity: '经营活动',
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
  conductEndedOn: '2026/3/1',
};

const checkWith = (changes: Record<string, string>, item = penalty) => {
  const row: Record<string, string> = { ...GOOD, ...changes };
  const cells = header.map((code) => row[code] ?? '');
  return checkRow(item, columns, cells, context, 2);
};
const rulesOf = (changes: Record<string, string>) =>
  checkWith(changes)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ rule }) => rule);

test('a good row gives the facts that are sealed, without organisation and representative', () => {
  const found = checkWith({});
  expect(found.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(found.outcome).toBe('ok');
  expect(found.facts).toBeUndefined();
  expect(found.person).toMatchObject({
    name: NAME,
    identityNumber: NUMBER,
    decisionNo: '清市监罚〔2026〕101号',
    decidedOn: '2026-04-13',
    conductEndedOn: '2026-03-01',
  });
  const { fields } = found.person as Exclude<typeof found.person, 'rejected' | undefined>;
  expect(Object.keys(fields)).not.toContain('CF_XDR_MC');
  expect(JSON.stringify(fields)).not.toMatch(/某某|11010519491231002X|赵试验/);
  expect(fields['CF_NR']).toBe('给予警告，并处罚款5000元。');
});

test('a change of name is sealed with the row, and in no finding and no field', () => {
  const stated = { personFormerName: '钱曾用', personNameEvidence: '清公户更〔2026〕12号' };
  const found = checkWith(stated);
  expect(found.person).toMatchObject({
    nameChange: { formerName: '钱曾用', evidence: '清公户更〔2026〕12号' },
  });
  const { nameChange: _, ...rest } = found.person as Exclude<typeof found.person, 'rejected' | undefined>;
  expect(JSON.stringify([rest, found.findings])).not.toMatch(/钱曾用|清公户更/);
});

describe('charter C3: what is not taken', () => {
  test.each<[string, Record<string, string>, string[]]>([
    ['no number', { CF_XDR_ZJHM: '' }, ['person.identity-missing']],
    [
      'a wrong check character',
      { CF_XDR_ZJHM: `${NUMBER.slice(0, 17)}${NUMBER.endsWith('1') ? '2' : '1'}` },
      ['person.identity-invalid'],
    ],
    ['a passport', { CF_XDR_ZJLX: '护照号', CF_XDR_ZJHM: 'E12345678' }, ['person.document-not-usable']],
    [
      'a permit of Hong Kong and Macao residents',
      { CF_XDR_ZJLX: '港澳居民来往内地通行证', CF_XDR_ZJHM: 'H1234567802' },
      ['person.document-not-usable'],
    ],
    [
      'a permit of Taiwan residents',
      { CF_XDR_ZJLX: '台胞证', CF_XDR_ZJHM: '12345678' },
      ['person.document-not-usable'],
    ],
    ['a passport said to be an identity card', { CF_XDR_ZJHM: 'E12345678' }, ['person.identity-invalid']],
    ['an identity number said to be a passport', { CF_XDR_ZJLX: '护照' }, ['person.document-differs']],
    [
      'an identity number said to be a foreigner’s',
      { CF_XDR_ZJLX: '外国人永久居留身份证' },
      ['person.document-differs'],
    ],
    [
      'a foreigner’s number said to be an identity card',
      { CF_XDR_ZJHM: FOREIGNER },
      ['person.document-differs'],
    ],
    ['a kind that nobody knows', { CF_XDR_ZJLX: '其他-工作证' }, ['person.document-unknown']],
    ['a change of name without evidence', { personFormerName: '钱曾用' }, ['person.name-change-half']],
    [
      'evidence without a former name',
      { personNameEvidence: '清公户更〔2026〕12号' },
      ['person.name-change-half'],
    ],
    [
      'a former name as long as a story',
      { personFormerName: '钱'.repeat(201), personNameEvidence: '清公户更〔2026〕12号' },
      ['person.name-change-long'],
    ],
    ['under age on the day of the decision', { CF_XDR_ZJHM: born('2010-01-01') }, ['person.under-age']],
    // 18 on 2026-03-15: between conduct and decision.
    ['under age on the day of the conduct', { CF_XDR_ZJHM: born('2008-03-15') }, ['person.under-age']],
    ['the eighteenth birthday itself', { CF_XDR_ZJHM: born('2008-03-01') }, ['person.under-age']],
    ['private conduct', { personCapacity: '与经营和职业无关' }, ['person.not-professional']],
    ['capacity not stated', { personCapacity: '' }, ['required.when']],
    ['an organisation’s code', { CF_XDR_SHXYM: AUTHORITY }, ['person.has-code']],
    ['no document number', { CF_WSH: '' }, ['required']],
    ['no date of the decision', { CF_JDRQ: '' }, ['required']],
    ['a body that the unit does not act for', { CF_CFJGDM: OTHER_BODY }, ['authority.not-registered']],
    ['a number in the free text', { CF_SY: `当事人${NUMBER}` }, ['text.personal-number']],
  ])('%s', (_what, changes, rules) => {
    const found = checkWith(changes);
    expect(rulesOf(changes)).toEqual(rules);
    expect(found).toMatchObject({ outcome: 'rejected', facts: undefined, person: 'rejected' });
  });

  test.each([
    ['the day after the eighteenth birthday', { CF_XDR_ZJHM: born('2008-02-28') }],
    ['a number of 15 digits', { CF_XDR_ZJHM: `${NUMBER.slice(0, 6)}${NUMBER.slice(8, 17)}` }],
    [
      'a foreigner’s permanent residence card',
      { CF_XDR_ZJLX: '外国人永久居留身份证', CF_XDR_ZJHM: FOREIGNER },
    ],
    [
      'a residence permit',
      { CF_XDR_ZJLX: '其他-港澳居民居住证', CF_XDR_ZJHM: withCheck('81000019850307123') },
    ],
    ['a kind that is not stated', { CF_XDR_ZJLX: '' }],
    ['a qualification', { personCapacity: '执业资格' }],
  ])('%s is taken', (_what, changes) => expect(checkWith(changes).outcome).toBe('ok'));

  test('simple procedure is counted and not kept, as of organisations', () => {
    expect(checkWith({ procedure: '简易程序' })).toMatchObject({ outcome: 'refused', facts: undefined });
    expect(checkWith({ procedure: '简易程序' }).person).toBeUndefined();
  });

  test('an item without terms for natural persons takes none', () => {
    const { persons: _, ...without } = penalty;
    const found = checkWith({}, { ...without, naturalPerson: false });
    expect(found.findings.map(({ rule }) => rule)).toEqual(['not-accepted-yet']);
    expect(found).toMatchObject({ outcome: 'rejected', person: 'rejected' });
  });
});

test('no finding repeats anything of the row', () => {
  const codes = header.filter((code) => !['CF_XDR_LB', 'procedure', 'misconductClass'].includes(code));
  const secret = fc.stringMatching(/^[A-Za-z]{12}$/).map((text) => `机密${text}`);
  fc.assert(
    fc.property(fc.constantFrom(...codes), secret, (code, text) => {
      const told = JSON.stringify(checkWith({ [code]: text }).findings);
      expect(told).not.toContain(text);
      expect(told).not.toContain(NUMBER);
      expect(told).not.toContain(NAME);
    }),
  );
});

test('after a person’s row nothing of it is in an organisation’s, and the other way round', () => {
  const person = checkWith({});
  const firm = checkWith({
    CF_XDR_LB: '法人及非法人组织',
    CF_XDR_MC: '清和市澄江百货有限责任公司',
    CF_XDR_SHXYM: '91371899MA000100Y3',
  });
  expect(firm.person).toBeUndefined();
  expect(JSON.stringify(firm)).not.toContain(NUMBER);
  expect(JSON.stringify(person)).not.toContain('澄江');
});
