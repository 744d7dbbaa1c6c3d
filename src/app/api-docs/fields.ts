/** A JSON Schema as rows of a table: one row a member, nested ones by their path. */
import type { Schema } from '../../platform/http/openapi-example.ts';

/** One member; `type` reads like `string (date)`, `integer`, `a | b`, `string, null`. */
export type Field = {
  readonly path: string;
  readonly type: string;
  readonly required: boolean;
  readonly description: string;
};

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

/** The type in a few words. */
export function typeOf(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map(String).join(' | ');
  if (schema.anyOf) return unique(schema.anyOf.map(typeOf)).join(', ');
  if (schema.items) return `[${typeOf(schema.items)}]`;
  const type = [schema.type ?? 'object'].flat().join(', ');
  return schema.format === undefined ? type : `${type} (${schema.format})`;
}

/** What has members of its own: the object itself, an array's elements, or the part of a union that is not null. */
function inside(schema: Schema, path: string): readonly [Schema, string] {
  const option = schema.anyOf?.find((part) => part.properties ?? part.items);
  if (option) return inside(option, path);
  return schema.items ? inside(schema.items, `${path}[]`) : [schema, path];
}

/** All members in their order, each followed by what is inside it. */
export function fieldsOf(schema: Schema, path = ''): Field[] {
  if (schema.allOf) return schema.allOf.flatMap((part) => fieldsOf(part, path));
  const [holder, start] = inside(schema, path);
  const prefix = start === '' ? '' : `${start}.`;
  return Object.entries(holder.properties ?? {}).flatMap(([name, part]) => [
    {
      path: `${prefix}${name}`,
      type: typeOf(part),
      required: holder.required?.includes(name) ?? false,
      description: part.description ?? '',
    },
    ...fieldsOf(part, `${prefix}${name}`),
  ]);
}
