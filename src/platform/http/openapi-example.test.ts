/** Examples put together from the parts of a schema, and the parts that lack one. */
import { Type } from 'typebox';
import { expect, test } from 'vitest';
import { exampleOf, type Schema } from './openapi-example.ts';

const name = Type.String({ examples: ['甲'] });

test.each<[string, unknown, unknown]>([
  ['its own example comes first', Type.Object({ name }, { examples: [{ name: '乙' }] }), { name: '乙' }],
  [
    'objects from their members',
    Type.Object({ name, more: Type.Optional(name) }),
    { name: '甲', more: '甲' },
  ],
  ['arrays hold one', Type.Array(name), ['甲']],
  ['of a union what is not null', Type.Union([Type.Null(), name]), '甲'],
  [
    'parts of an intersection are put together',
    Type.Intersect([Type.Object({ a: name }), Type.Object({ b: name })]),
    { a: '甲', b: '甲' },
  ],
  ['a literal is itself', Type.Literal('accept'), 'accept'],
  ['the first of a list', Type.Enum(['zh', 'en']), 'zh'],
  ['a default', Type.Integer({ default: 20 }), 20],
  ['null', Type.Null(), null],
  ['null where that is the example', Type.Union([name, Type.Null()], { examples: [null] }), null],
  ['what is not said to be so is not so', Type.Boolean(), false],
  ['a day', Type.String({ format: 'date' }), '2026-03-02'],
])('%s', (_name, schema, example) => {
  const missing: string[] = [];
  expect(exampleOf(schema as Schema, (place) => missing.push(place))).toEqual(example);
  expect(missing).toEqual([]);
});

test('what has no example is named', () => {
  const missing: string[] = [];
  const schema = Type.Object({ items: Type.Array(Type.Object({ row: Type.Integer(), name })) });
  expect(exampleOf(schema as Schema, (place) => missing.push(place))).toEqual({
    items: [{ row: null, name: '甲' }],
  });
  expect(missing).toEqual(['/items/0/row']);
});
