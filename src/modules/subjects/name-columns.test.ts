/** The search columns of names, ids, and what comes under C13. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isC13, isSoleTrader } from './c13.ts';
import { nameColumns } from './name-columns.ts';
import { registrationStatus } from './registration-status.ts';
import { subjectIdFor } from './subject-id.ts';

describe('search columns', () => {
  test.each([
    ['重庆长江实业有限公司', 'cqcjsyyxgs'],
    ['清和市鑫源建材（集团）有限公司', 'qhsxyjcjtyxgs'],
    ['山东省ABB电气有限责任公司', 'sdsabbdqyxgs'],
    ['行知银行', 'xzyh'],
  ])('%s has the initials %s', (name, initials) => {
    expect(nameColumns(name).initials).toBe(initials);
  });

  test('bigrams are those of the normalised name, once each', () => {
    expect(nameColumns('鑫源 鑫源（集团）')).toEqual({
      norm: '鑫源鑫源(集团)',
      bigrams: ['鑫源', '源鑫', '源(', '(集', '集团', '团)'],
      initials: 'xyxyjt',
    });
  });
});

describe('ids', () => {
  test('are the first bits of the SHA-256 of kind and value, without the sign', () => {
    // printf 'uscc:91370784165641826W' | sha256sum
    expect(subjectIdFor('uscc', '91370784165641826W')).toBe('4708224983601398549');
    expect(subjectIdFor('uscc', '1')).not.toBe(subjectIdFor('organisation-code', '1'));
  });

  test('fit into a positive bigint', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (kind, value) => {
        const id = BigInt(subjectIdFor(kind, value));
        expect(id >= 0n && id < 2n ** 63n).toBe(true);
      }),
    );
  });
});

describe('C13', () => {
  test.each([
    [
      'said to be a sole trader',
      { soleTrader: true, uscc: '91370983MA0000000A', nameNorm: '清和市老王面馆' },
      true,
    ],
    [
      'category 92 of GB 32100',
      { soleTrader: false, uscc: '92370983MA0000000A', nameNorm: '清和市面馆' },
      true,
    ],
    [
      'one-person practice',
      { soleTrader: false, uscc: '33370983MA0000000A', nameNorm: '山东李明个人律师事务所' },
      true,
    ],
    ['个体 in the name', { soleTrader: false, uscc: null, nameNorm: '清和市张三(个体工商户)' }, true],
    [
      'a company',
      { soleTrader: false, uscc: '91370983MA0000000A', nameNorm: '清和市鑫源建材有限公司' },
      false,
    ],
    [
      'an association of sole traders',
      { soleTrader: false, uscc: '51370983MA0000000A', nameNorm: '清和市个体劳动者协会' },
      false,
    ],
  ])('%s', (_, subject, expected) => {
    expect(isC13(subject)).toBe(expected);
  });

  test('a one-person practice is an organisation in form', () => {
    expect(isSoleTrader({ soleTrader: false, uscc: '33370983MA0000000A' })).toBe(false);
  });
});

test('a status is one of four words; nothing is guessed', () => {
  expect(
    ['registered', 'revoked', 'deregistered', 'unknown', '存续', '', null].map(registrationStatus),
  ).toEqual([...['registered', 'revoked', 'deregistered', 'unknown'], ...['unknown', 'unknown', 'unknown']]);
});
