/** The class assumed from kinds of penalty, and where only the deciding unit can say it. */
import { describe, expect, test } from 'vitest';
import { classOf } from './class-of.ts';
import { ownMonthsOf } from './own-months.ts';
import { publicityData } from './publicity-data.ts';
import type { OwnPeriod } from './rules.ts';

const { classes } = publicityData;

describe('classes by 信用修复管理办法 chapter two', () => {
  test.each<[readonly string[], string | undefined]>([
    [['警告'], 'slight'],
    [['警告', '通报批评'], 'slight'],
    [['罚款'], 'general'],
    [['警告', '罚款'], 'general'],
    [['没收违法所得', '没收非法财物'], 'general'],
    [['罚款', '吊销许可证件'], 'serious'],
    [['限制从业'], 'serious'],
    [['责令关闭'], 'serious'],
    [['行政拘留'], undefined],
    [['其他'], undefined],
    [['罚款', '其他'], undefined], // the other kind could be graver
    [['吊销许可证件', '其他'], 'serious'], // nothing is graver
    [['暂扣或者吊销许可证'], undefined], // of 2018: says neither which
    [[], undefined],
  ])('%j → %s', (kinds, expected) => {
    expect(classOf(kinds, '2026-11-18', classes)?.class).toBe(expected);
  });

  test('before the order came into force the table says nothing', () => {
    expect(classOf(['罚款'], '2026-03-31', classes)).toBeUndefined();
    expect(classOf(['罚款'], '2026-04-01', classes)).toEqual({ class: 'general', assumed: true });
  });
});

describe('a law’s own period', () => {
  const period = (changes: Partial<OwnPeriod>): OwnPeriod => ({
    id: 'invented',
    item: 'administrative-penalty',
    sector: null,
    class: null,
    months: 24,
    from: '2025-01-01',
    until: null,
    instrument: 'xzcf-2021',
    article: '第四十八条',
    ...changes,
  });
  const decision = {
    item: 'administrative-penalty',
    sector: 'emergency',
    class: 'serious',
    decidedOn: '2026-05-11',
  } as const;

  test.each<[string, OwnPeriod[], number | undefined]>([
    ['none is shipped', [...publicityData.ownPeriods], undefined],
    ['for every sector', [period({})], 24],
    ['for this sector', [period({ sector: 'emergency' })], 24],
    ['for another sector', [period({ sector: 'health' })], undefined],
    ['for another class', [period({ class: 'general' })], undefined],
    ['not in force on the decision date', [period({ from: '2026-06-01' })], undefined],
    ['the shortest of several', [period({}), period({ id: 'b', sector: 'emergency', months: 12 })], 12],
  ])('%s', (_what, periods, months) => {
    expect(ownMonthsOf(periods, decision)).toBe(months);
  });
});
