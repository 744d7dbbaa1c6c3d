// Cases and properties of names of organisations.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bigrams, nameCore, normaliseName } from './name.ts';

const AREAS = ['山东省', '青岛市', '济南市', '长清区', '平度市', '蓬莱区', '市南区', '东明县', '清和市'];

describe('normaliseName', () => {
  test.each([
    ['青岛（前湾）集团有限责任公司', '青岛(前湾)集团有限公司'],
    ['青岛﹝前湾﹞集团有限公司', '青岛(前湾)集团有限公司'],
    ['青岛【前湾】集团有限公司', '青岛(前湾)集团有限公司'],
    [' 青岛 前湾\u3000集团有限责任 公司\u200B', '青岛前湾集团有限公司'],
    ['ＡＢＣ（中国）ｃｏ．', 'ABC(中国)CO.'],
    ['阿里•巴巴・商店', '阿里·巴巴·商店'],
    ['山东股份有限公司', '山东股份有限公司'],
  ])('%s → %s', (text, expected) => {
    expect(normaliseName(text)).toBe(expected);
  });

  test('is idempotent for any text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.constantFrom('有限', '责任', '公司', ' ', '（', '〕', 'é', '\u0301', 'ß', 'ŉ', '´', '・'), {
        maxLength: 12,
      }),
    );
    fc.assert(
      fc.property(text, (raw) => {
        const once = normaliseName(Array.isArray(raw) ? raw.join('') : raw);
        expect(normaliseName(once)).toBe(once);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('nameCore', () => {
  test.each([
    ['济南市长清区服务公司', '服务'],
    ['山东省青岛市平度市鲁王建工有限责任公司', '鲁王建工'],
    ['青岛鲁王建工股份有限公司', '鲁王建工'],
    ['蓬莱市金桥建材有限公司', '金桥建材'],
    ['（山东）鲁王建工有限公司', '鲁王建工'],
    ['鲁王投资合伙企业（有限合伙）', '鲁王投资'],
    ['鲁王建工有限公司青岛分公司', '鲁王建工有限公司青岛分公司'],
    ['青岛公司', '青岛'],
    ['公司', '公司'],
    ['', ''],
  ])('%s → %s', (name, core) => {
    expect(nameCore(name, AREAS)).toBe(core);
  });

  test('keeps a part of the normalised name, two characters at least where there were two', () => {
    const parts = fc.array(
      fc.constantFrom('山东省', '青岛', '(', ')', '鲁王', '有限公司', '集团', '公司', '分'),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(parts, (list) => {
        const name = normaliseName(list.join(''));
        const core = nameCore(name, AREAS);
        expect(name).toContain(core);
        expect(core.length).toBeGreaterThanOrEqual(Math.min(2, name.length));
      }),
    );
  });
});

describe('bigrams', () => {
  test.each([
    ['鲁王建工', ['鲁王', '王建', '建工']],
    ['鲁', ['鲁']],
    ['', []],
    ['哈哈哈', ['哈哈']],
    ['𠮷野家', ['𠮷野', '野家']],
  ])('%s → %j', (text, pairs) => {
    expect(bigrams(text)).toEqual(pairs);
  });

  test('each pair once, each a part of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 2 }), (text) => {
        const pairs = bigrams(text);
        expect(new Set(pairs).size).toBe(pairs.length);
        for (const pair of pairs) expect(text).toContain(pair);
      }),
    );
  });
});

test('characters that pass unlooked at are those that every step would leave as they are', () => {
  const settled = /[\u4e00-\u9fff0-9A-Z()·]/;
  for (let code = 0; code < 0x1_0000; code++) {
    const character = String.fromCharCode(code);
    // The blank sends it the whole way.
    if (settled.test(character)) expect(normaliseName(` ${character}`)).toBe(character);
  }
});
