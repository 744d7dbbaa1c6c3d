// Cases and properties of finding numbers of persons in free text.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { passesLuhn } from './bank-card.ts';
import { findPersonalData, findSplitData } from './personal-data.ts';

describe('findPersonalData', () => {
  test.each([
    ['联系电话13812345678。', ['mobile']],
    ['电话：138-1234-5678', ['mobile']],
    ['电话１３８ １２３４ ５６７８', ['mobile']],
    ['+86 13812345678', ['mobile']],
    ['8613812345678', ['mobile']],
    ['身份证11010519491231002X', ['identity-number']],
    ['身份证 110105-19491231-002X，手机13812345678', ['identity-number', 'mobile']],
    ['卡号6222021234567890128', ['bank-card']],
    ['卡号6222021234567890127', []],
    ['卡号4111111111111111 02', ['bank-card']],
    ['卡号4111 1111 1111 1111', ['bank-card']],
    ['卡号5555555555554444', ['bank-card']],
    ['卡号4111111111111112', []],
    ['统一社会信用代码91110000600037341L', []],
    ['注册号110108002734659', []],
    ['文号鲁环罚〔2024〕第12345678901号', []],
    ['电话0535-6612345，热线400-123-4567', ['landline']],
    ['罚款13812345678.00元', []],
    ['编号2413812345678', []],
    ['依据《行政处罚法》第九条，罚款50000元，2024年11月18日', []],
    ['', []],
    ['邮箱 someone@example.com。', ['e-mail']],
    ['邮箱ｓｏｍｅｏｎｅ＠ｅｘａｍｐｌｅ．ｃｏｍ', ['e-mail']],
    ['计量单位@2025', []],
    ['幸福花园3号楼2单元501室', ['home-address']],
    ['家庭住址：清和市人民路12号', ['home-address']],
    ['住所：清和市人民路12号A座1203室', []],
    ['138  1234  5678', ['mobile']],
    ['138.1234.5678；138，1234，5678；(138)12345678', ['mobile', 'mobile', 'mobile']],
    ['手机一三八〇零壹贰叁肆伍六', ['mobile']],
    ['138OO13800l', ['mobile']],
    ['1380013\r\n    8000', ['mobile']],
    ['13800138000.0', ['mobile']],
    ['手机13812345678零售商', ['mobile']],
    ['批号B13520240506', []],
    ['货值138,001,380.00元，2025.03.15-2025.04.16', []],
    ['芝罘区锦华街17、19、21、23、25、27、29、31号', []],
    ['锦华街117、119、121、123、125、127号', []],
    ['身份证号110105 1949 1231 002 X', ['identity-number']],
    ['证件110105.19491231.002×', ['identity-number']],
    ['身份证号码110105194912310021', ['identity-number']],
    ['编码110105194912310021', []],
    ['张某110105491231018', ['identity-number']],
    ['注册号370113200012345', []],
    ['（010）69110351转801', ['landline']],
    ['联系电话8223344，电话20240315', ['landline']],
    ['卡号6222）021234567890128', ['bank-card']],
    ['卡号6222.0212.3456.7890.128', ['bank-card']],
    ['邮箱some_one(at)example。com', ['e-mail']],
    ['some.one#163.com，3#厂房', ['e-mail']],
    ['张某，男，住清和市东城区某某镇北村147号', ['home-address']],
    ['住宿服务；住房租赁；入住清和市酒店', []],
  ])('%s → %j', (text, kinds) => {
    expect(findPersonalData(text).map(({ kind }) => kind)).toEqual(kinds);
  });

  test('a UnionPay number with its check digit is found whatever stands between the digits', () => {
    const body = fc.stringMatching(/^62[0-9]{16}$/);
    fc.assert(
      fc.property(body, fc.constantFrom('', ' ', '-', '\u3000'), (digits, gap) => {
        const last = [...'0123456789'].find((digit) => passesLuhn(digits + digit)) ?? '';
        const number = (digits + last).replace(/(\d{4})(?=\d)/g, `$1${gap}`);
        const text = `卡号：${number}。`;
        const found = findPersonalData(text);
        expect(found).toContainEqual({ kind: 'bank-card', from: 3, until: 3 + number.length });
      }),
    );
  });

  test('findings are in order, apart from each other and inside the text; no text makes it throw', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom('13812345678', '11010519491231002X', '4111111111111111', ' ', '-', '，', '1', 'X'),
        fc.string({ unit: 'binary' }),
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(pieces, (list) => {
        const text = list.join('');
        let last = 0;
        for (const { from, until } of findPersonalData(text)) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(until).toBeGreaterThan(from);
          last = until;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

test('a kind left out hides nothing of the others', () => {
  const text = '住址：清和市110105 19491231 002X号';
  expect(findPersonalData(text).map(({ kind }) => kind)).toEqual(['home-address']);
  expect(findPersonalData(text, ['home-address']).map(({ kind }) => kind)).toEqual(['identity-number']);
});

describe('findSplitData', () => {
  test.each([
    [['身份证110105194912', '31002X，男'], [0]],
    [['电话138', '12345678'], [0]],
    [['甲', '电话138-', '12345678'], [1]],
    [['罚款5000', '2026年4月13日'], []],
    [['13812345678', '13912345678'], []],
    [['第3', '第4'], []],
    [['邮箱zhao-lei@', '163.com'], [0]],
    [['邮箱zhao', '@163.com'], [0]],
    [[''], []],
  ])('%j → %j', (cells, found) => {
    expect(findSplitData(cells)).toEqual(found);
  });
});

test('Luhn (ISO/IEC 7812-1): the known example and every single wrong digit', () => {
  expect(passesLuhn('79927398713')).toBe(true);
  for (let digit = 0; digit < 10; digit++) expect(passesLuhn(`7992739871${digit}`)).toBe(digit === 3);
});
