// Cases of code lists and the open entry 其他-.
import { describe, expect, test } from 'vitest';
import { type CodeList, findInList, inList, splitListed } from './code-list.ts';

const list = (...values: string[]): CodeList => ({
  id: 'sample',
  values,
  source: 'test',
  confidence: 'test',
});
const licenceClass = list('普通', '特许', '认可', '核准', '登记', '其他');
const idType = list('身份证', '护照号', '其他-');
const closed = list('轻微', '一般', '严重');
const penaltyKinds = list('警告', '其他(法律、行政法规规定)');

describe('code lists', () => {
  test.each([
    [licenceClass, '普通', { value: '普通' }],
    [licenceClass, ' 普通 ', { value: '普通' }],
    [licenceClass, '其他', { value: '其他' }],
    [licenceClass, '其他-备案', { value: '其他', note: '备案' }],
    [licenceClass, '其他－备案', { value: '其他', note: '备案' }],
    [licenceClass, '其他:备案', { value: '其他', note: '备案' }],
    [licenceClass, '其他备案', undefined],
    [licenceClass, '普通许可', undefined],
    [idType, '其他-社保卡', { value: '其他-', note: '社保卡' }],
    [idType, '其他-', undefined],
    [idType, '其他', undefined],
    [closed, '其他-中等', undefined],
    [closed, '', undefined],
    [penaltyKinds, '其他（法律、行政法规规定）', { value: '其他(法律、行政法规规定)' }],
  ])('%o: %s → %o', (codeList, text, expected) => {
    expect(findInList(codeList, text)).toEqual(expected);
    expect(inList(codeList, text)).toBe(expected !== undefined);
  });

  test.each([
    ['罚款；没收违法所得', ['罚款', '没收违法所得']],
    ['罚款;警告、 通报批评，', ['罚款', '警告', '通报批评']],
    ['', []],
  ])('%s holds %j', (text, parts) => {
    expect(splitListed(text)).toEqual(parts);
  });
});
