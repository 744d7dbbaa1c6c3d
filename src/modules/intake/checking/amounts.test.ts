/** Amounts in a penalty's text, and yuan typed where 10,000 yuan is due. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountsOf, readChineseNumber } from './amount-in-text.ts';
import { CONFISCATION, FINE, judgeAmount } from './judge-amount.ts';
import { RowSink } from './row-sink.ts';

describe('Chinese numerals', () => {
  test.each([
    ['伍万', 50_000],
    ['贰拾万叁仟伍佰', 203_500],
    ['一千零五', 1005],
    ['十二万', 120_000],
    ['壹亿零叁拾万', 100_300_000],
    ['两千', 2000],
  ])('%s = %i', (text, value) => {
    expect(readChineseNumber(text)).toBe(value);
  });
});

describe('amounts of a text', () => {
  test.each<[string, number[], number[]]>([
    ['处以罚款人民币50000元。', [50_000], []],
    ['处罚款5万元', [50_000], []],
    ['罚款伍万元整', [50_000], []],
    ['并处50,000元罚款', [50_000], []],
    ['没收违法所得1280.5元，并处罚款2万元', [20_000], [1280.5]],
    ['罚款人民币 3 万元', [30_000], []],
    ['罚款５０００元', [5000], []],
    ['罚款伍仟圆', [5000], []],
    ['罚款三百元五角', [300.5], []],
    ['货值金额56元，给予警告', [], []],
    ['没收非法财物，处货值金额十倍罚款56000元', [56_000], []],
    ['罚款数额另行告知', [], []],
  ])('%s', (text, fines, confiscated) => {
    expect(amountsOf(text, FINE)).toEqual(fines);
    expect(amountsOf(text, CONFISCATION)).toEqual(confiscated);
  });

  test('a text of 100,000 digits or numerals takes no time worth speaking of', () => {
    const started = performance.now();
    for (const part of ['1', '一', '1,', '罚款1', '1 ']) amountsOf(`${part.repeat(100_000)}元`, FINE);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('the amount column', () => {
  const rulesFor = (value: string, text: string) => {
    const sink = new RowSink();
    sink.begin(2);
    judgeAmount(value, text, FINE, { name: '罚款金额(万元)', field: 'CF_NR_FK' }, sink);
    return sink.findings.map(({ rule, params }) => [rule, params]);
  };

  test.each<[string, string, unknown[]]>([
    ['5', '罚款人民币50000元', []],
    ['0.5', '罚款伍仟元', []],
    ['50000', '罚款人民币50000元', [['amount.unit', { suggested: '5' }]]],
    ['50000', '罚款伍万元', [['amount.unit', { suggested: '5' }]]],
    ['0.8', '罚款5000元', [['amount.differs', { found: '0.5' }]]],
    ['3', '对甲罚款1万元，对乙罚款2万元', []], // the sum
    ['5000', '依法处理', [['amount.large', { value: '5000' }]]],
    ['5', '依法处理', []],
  ])('%s with “%s”', (value, text, expected) => {
    expect(rulesFor(value, text)).toEqual(expected);
  });

  test('an amount typed in yuan is always caught, and the suggestion is right', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 9_999_999 }), (yuan) => {
        const suggested = String(Number((yuan / 10_000).toFixed(6)));
        expect(rulesFor(String(yuan), `处罚款${yuan}元`)).toEqual([['amount.unit', { suggested }]]);
        expect(rulesFor(suggested, `处罚款${yuan}元`)).toEqual([]);
      }),
    );
  });
});
