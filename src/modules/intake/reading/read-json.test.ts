/** Tests of JSON reading: the three shapes, numbers as written, keys, bounds. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bufferSource, inGb18030, readAll, refusal } from './testing/buffer-source.ts';

const OBJECTS = [
  { 名称: '甲 "公司"\\', 金额: 12.5 },
  { 名称: '乙[{]}', 金额: null },
];
const ROWS = [
  { row: 2, cells: ['甲 "公司"\\', '12.5'] },
  { row: 3, cells: ['乙[{]}', ''] },
];

describe('shapes', () => {
  test.each([
    ['an array', JSON.stringify(OBJECTS)],
    ['an array, indented, with mark', `\ufeff ${JSON.stringify(OBJECTS, null, 2)}\n`],
    ['one object a line', OBJECTS.map((object) => JSON.stringify(object)).join('\n')],
    [
      'objects one after another, indented',
      OBJECTS.map((object) => JSON.stringify(object, null, 1)).join('\r\n'),
    ],
    ['a wrapper', JSON.stringify({ rows: OBJECTS })],
    ['a wrapper with more members', JSON.stringify({ item: 'x', no: 1, rows: OBJECTS, sent: true })],
  ])('%s', async (_, text) => {
    for (const chunk of [1, 3, 7, 65_536]) {
      const file = await readAll(bufferSource(text, { chunk }));
      expect(file).toEqual({ header: ['名称', '金额'], encoding: 'json', rows: ROWS, findings: [] });
    }
  });

  test('GB18030 too', async () => {
    expect((await readAll(inGb18030(JSON.stringify(OBJECTS)))).rows).toEqual(ROWS);
  });

  test('many rows over many pieces', async () => {
    const objects = Array.from({ length: 30_000 }, (_, index) => ({
      no: index + 2,
      text: 'x"{'.repeat(index % 9),
    }));
    const { rows } = await readAll(JSON.stringify(objects));
    expect(rows).toHaveLength(30_000);
    expect(rows.every(({ row, cells }) => cells[0] === String(row))).toBe(true);
  });

  test.each([
    ['an empty array', '[]', 'file.no-rows'],
    ['an empty wrapper', '{"rows":[]}', 'file.no-rows'],
    ['objects without members', '[{},{}]', 'file.no-rows'],
    ['cut off in an object', '[{"a":1},{"a"', 'file.cut-off'],
    ['cut off between objects', '[{"a":1},', 'file.cut-off'],
    ['cut off before the end of the array', '[{"a":1}', 'file.cut-off'],
    ['cut off in a wrapper', '{"rows":[{"a":1}]', 'file.cut-off'],
    ['something after the end', '[{"a":1}] x', 'file.json-broken'],
    ['no comma', '[{"a":1}{"a":2}]', 'file.json-broken'],
    ['a comma too many', '[{"a":1},]', 'file.json-shape'],
    ['no JSON inside the braces', '[{"a":nothing}]', 'file.json-broken'],
    ['brackets that do not match', '[{"a":[1}]]', 'file.json-broken'],
    ['values that are no objects', '[{"a":1},[1]]', 'file.json-shape'],
    ['an array of arrays', '[[1,2],[3,4]]', 'file.json-shape'],
    ['deep nesting', `[{"a":${'['.repeat(100_000)}`, 'file.json-depth'],
    ['a nameless member', '[{"":1}]', 'header.blank'],
    ['names that only differ by white space', '[{"a":1,"a ":2}]', 'header.duplicate'],
  ])('refused: %s', async (_, text, rule) => {
    expect((await refusal(text)).rule).toBe(rule);
  });

  test('the row of a fault is named', async () => {
    expect(await refusal('{"a":1}\n{"a":2}\n{"a":}\n')).toEqual({
      rule: 'file.json-broken',
      params: { row: 4 },
    });
  });

  test('too many names', async () => {
    const object = Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`c${index}`, index]));
    expect((await refusal(JSON.stringify([object]))).rule).toBe('file.too-many-columns');
  });
});

describe('values', () => {
  test.each([
    ['913702123456789012', '913702123456789012'],
    ['-0.1', '-0.1'],
    ['1.0E+17', '100000000000000000'],
    ['1e-7', '0.0000001'],
    ['1234567.123456', '1234567.123456'],
    ['true', 'true'],
    ['null', ''],
    ['" x\\u3000"', 'x'],
  ])('%s → %s', async (json, text) => {
    const { rows, findings } = await readAll(`[{"k":"k","a":${json}}]`);
    expect(rows).toEqual([{ row: 2, cells: ['k', text] }]);
    expect(findings).toEqual([]);
  });

  test('nested values, control characters and half characters are findings', async () => {
    const { rows, findings } = await readAll('[{"k":1,"a":{"b":[1]},"c":"x\\u0000y\\ud800"}]');
    expect(rows[0]?.cells).toEqual(['1', '', 'xy\ufffd']);
    expect(findings.map(({ rule, column }) => [rule, column])).toEqual([
      ['row.nested-value', 'a'],
      ['cell.control-character', 'c'],
    ]);
  });
});

describe('keys', () => {
  test('the first thousand objects make the header; a name that comes later is a finding', async () => {
    const objects: object[] = Array.from({ length: 1_200 }, (_, index) => ({ a: index }));
    objects[500] = { a: 1, b: 2 };
    objects[1_100] = { a: 1, late: 2 };
    const { header, findings } = await readAll(JSON.stringify(objects));
    expect(header).toEqual(['a', 'b']);
    expect(findings).toEqual([{ rule: 'row.unknown-key', severity: 'error', row: 1_102, column: 'late' }]);
  });

  test('the same key twice is a finding, also in the first object', async () => {
    const { findings } = await readAll('[{"a":1,"a":2},{"a":1}, {"a":":","a":3}]');
    expect(findings.map(({ rule, row }) => [rule, row])).toEqual([
      ['row.duplicate-key', 2],
      ['row.duplicate-key', 4],
    ]);
  });

  test('names of the object prototype are names like others', async () => {
    const { header, rows } = await readAll(
      '[{"__proto__":{"x":1},"constructor":"c","toString":"t"},{"a":"1"}]',
    );
    expect(header).toEqual(['__proto__', 'constructor', 'toString', 'a']);
    expect(rows[1]?.cells).toEqual(['', '', '', '1']);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});

test('what JSON.stringify writes comes back, in chunks of any size', async () => {
  const text = fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .map((value) => `x${value.replace(/[\p{Cc}\p{Cn}]/gu, '')}x`);
  const objects = fc.array(fc.record({ a: text, b: text, c: fc.integer() }), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(objects, fc.integer({ min: 1, max: 64 }), fc.boolean(), async (values, chunk, lines) => {
      const json = lines ? values.map((value) => JSON.stringify(value)).join('\n') : JSON.stringify(values);
      const { rows, findings } = await readAll(bufferSource(json, { chunk }));
      expect(rows.map(({ cells }) => cells)).toEqual(values.map(({ a, b, c }) => [a, b, String(c)]));
      expect(findings).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
