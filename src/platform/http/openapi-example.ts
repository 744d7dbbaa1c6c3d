/** Makes a whole example of a JSON Schema from the examples of its parts. */

/** A schema as the description holds it (JSON Schema 2020-12). */
export type Schema = {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly examples?: readonly unknown[];
  readonly example?: unknown;
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly description?: string;
};

/** Told the place of every part that has no example, such as `/items/0/name`. */
export type Report = (place: string) => void;

// Days and instants look the same everywhere; everything else says itself what it looks like.
const byFormat: Readonly<Record<string, string>> = {
  date: '2026-03-02',
  'date-time': '2026-03-02T01:30:00.000Z',
};

function ofUnion(options: readonly Schema[], report: Report, place: string): unknown {
  const value = options.find((option) => option.type !== 'null') ?? options[0];
  return value ? exampleOf(value, report, place) : null;
}

function ofObject(properties: Readonly<Record<string, Schema>>, report: Report, place: string): unknown {
  const entries = Object.entries(properties);
  return Object.fromEntries(
    entries.map(([name, part]) => [name, exampleOf(part, report, `${place}/${name}`)]),
  );
}

/** An example that the schema itself carries, or one put together from its parts. */
export function exampleOf(schema: Schema, report: Report = () => undefined, place = ''): unknown {
  const own = [schema.examples?.[0], schema.example, schema.const, schema.default, schema.enum?.[0]];
  const found = own.find((value) => value !== undefined);
  if (found !== undefined) return found;
  if (schema.anyOf) return ofUnion(schema.anyOf, report, place);
  if (schema.allOf) {
    return Object.assign({}, ...schema.allOf.map((part) => exampleOf(part, report, place)));
  }
  if (schema.properties) return ofObject(schema.properties, report, place);
  if (schema.items) return [exampleOf(schema.items, report, `${place}/0`)];
  if (schema.type === 'null') return null;
  if (schema.type === 'boolean') return false;
  if (schema.format !== undefined && schema.format in byFormat) return byFormat[schema.format];
  report(place);
  return null;
}
