/** What counts as a slip of the pen. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editsToContain, isNear, likenessOf } from './likeness.ts';

describe('edits until one text contains another', () => {
  test.each([
    ['鑫源建材', '清和市鑫源建材有限公司', 0],
    ['鑫原建材', '清和市鑫源建材有限公司', 1],
    ['鑫建材', '清和市鑫源建材有限公司', 1],
    ['鑫源新建材', '清和市鑫源建材有限公司', 1],
    ['源鑫建材', '清和市鑫源建材有限公司', 1],
    ['恒达商贸', '清和市鑫源建材有限公司', 4],
    ['鑫源', '', 2],
  ])('%s in %s: %i', (part, text, edits) => {
    expect(editsToContain(part, text)).toBe(edits);
  });

  test('none for a part, at most one for a part with one character changed', () => {
    const text = fc.string({ minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(text, text, text, fc.nat(), (before, part, after, place) => {
        const at = place % part.length;
        const changed = `${part.slice(0, at)}鑫${part.slice(at + 1)}`;
        expect(editsToContain(part, before + part + after)).toBe(0);
        expect(editsToContain(changed, before + part + after)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('a question is taken apart', () => {
  test('the core is sought, without place and form', () => {
    expect(likenessOf('清和市鑫源建材有限公司', ['清和市'])).toMatchObject({
      core: '鑫源建材',
      bigrams: ['鑫源', '源建', '建材'],
      subsets: [['建材'], ['鑫源']],
      initials: 'qhsxyjcyxgs',
    });
    expect(likenessOf('鑫', [])).toBeUndefined();
  });

  test('a common word alone does not make a name near', () => {
    const likeness = likenessOf('鑫源建材', []);
    if (!likeness) throw new Error('no likeness');
    expect(isNear(likeness, { norm: '清和市恒达建材有限公司', overlap: 1 })).toBe(false);
    expect(isNear(likeness, { norm: '清和市鑫原建材有限公司', overlap: 1 })).toBe(true);
    expect(isNear(likeness, { norm: '鑫源(清和)新建材有限公司', overlap: 2 })).toBe(true);
  });
});
