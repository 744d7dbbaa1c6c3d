/** Which spellings of a name agree once the code has matched, and which are another firm's. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseName } from '../../kernel/name.ts';
import { namesAgree } from './names-agree.ts';

const areas = ['山东省', '清和市', '东湖区'];
const agree = (a: string, b: string, areaNames: readonly string[] = areas) =>
  namesAgree(normaliseName(a), normaliseName(b), areaNames);

describe('spellings of one name', () => {
  test.each([
    ['the same', '清和市鑫源建材有限公司', '清和市鑫源建材有限公司'],
    ['公司法 art. 7: 有限责任公司 = 有限公司', '清和市鑫源建材有限责任公司', '清和市鑫源建材有限公司'],
    ['full and half width brackets', '鑫源（清和）建材有限公司', '鑫源(清和)建材有限公司'],
    ['hexagonal brackets', '鑫源〔清和〕建材有限公司', '鑫源(清和)建材有限公司'],
    ['full and half width letters', '清和市ＡＢＢ电气有限公司', '清和市ABB电气有限公司'],
    ['blanks inside', '清和市 鑫源　建材有限公司', '清和市鑫源建材有限公司'],
    ['city missing', '鑫源建材有限公司', '清和市鑫源建材有限公司'],
    ['city too many', '清和市鑫源建材有限公司', '鑫源建材有限公司'],
    ['province and city', '山东省清和市鑫源建材有限公司', '清和市鑫源建材有限公司'],
    ['province and city against none', '山东省清和市鑫源建材有限公司', '鑫源建材有限公司'],
    ['city without 市', '清和鑫源建材有限公司', '清和市鑫源建材有限公司'],
    ['province without 省', '山东清和市鑫源建材有限公司', '清和市鑫源建材有限公司'],
    ['a place in brackets', '(清和市)鑫源建材有限公司', '鑫源建材有限公司'],
    ['district', '清和市东湖区鑫源建材有限公司', '清和市鑫源建材有限公司'],
  ])('%s', (_, a, b) => {
    expect(agree(a, b)).toBe(true);
    expect(agree(b, a)).toBe(true);
  });

  test('a city is recognised by 市 without any list, and without 市 beside its full form', () => {
    expect(agree('清和市鑫源建材有限公司', '鑫源建材有限公司', [])).toBe(true);
    expect(agree('清和鑫源建材有限公司', '清和市鑫源建材有限公司', [])).toBe(true);
    expect(agree('山东清和市鑫源建材有限公司', '清和市鑫源建材有限公司', [])).toBe(true);
    expect(agree('云川市鑫源建材有限公司', '清和市鑫源建材有限公司', [])).toBe(false);
  });
});

describe('names of different firms', () => {
  test.each([
    ['another city', '云川市鑫源建材有限公司', '清和市鑫源建材有限公司'],
    ['another district', '清和市东湖区鑫源建材有限公司', '清和市西湖区鑫源建材有限公司'],
    ['another character', '清和市鑫原建材有限公司', '清和市鑫源建材有限公司'],
    ['another trade', '清和市鑫源商贸有限公司', '清和市鑫源建材有限公司'],
    ['股份 is another form', '清和市鑫源建材股份有限公司', '清和市鑫源建材有限公司'],
    ['a branch', '清和市鑫源建材有限公司东湖分公司', '清和市鑫源建材有限公司'],
    ['the parent of a branch', '清和市鑫源总公司', '清和市鑫源分公司'],
    ['only the form left', '清和市有限公司', '有限公司'],
    ['a supermarket is no city', '鑫源超市建材有限公司', '建材有限公司'],
    ['a shop is no city', '清和供销社门市部加工厂', '部加工厂'],
    ['a number of a filling station', '清和市第一加油站', '清和市第二加油站'],
    ['nothing', '', ''],
  ])('%s', (_, a, b) => {
    expect(agree(a, b)).toBe(false);
    expect(agree(b, a)).toBe(false);
  });
});

test('agreeing does not depend on the order, and a name agrees with itself', () => {
  const name = fc.array(fc.constantFrom(...'清和市山东省鑫源建材超区县(有限)公司厂'), {
    minLength: 1,
    maxLength: 14,
  });
  fc.assert(
    fc.property(name, name, (a, b) => {
      const [left, right] = [normaliseName(a.join('')), normaliseName(b.join(''))];
      expect(namesAgree(left, right, areas)).toBe(namesAgree(right, left, areas));
      expect(namesAgree(left, left, areas)).toBe(left !== '');
    }),
  );
});
