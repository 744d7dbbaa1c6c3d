// Prints what the catalogue said as SQL that makes the same schema again: things before what needs them, grants last.
import type { Catalog, Column, Constraint, Grant, Routine, Table, View } from './read-catalog.ts';

function columnLine(column: Column): string {
  const made =
    column.made === 'identity'
      ? ' generated always as identity'
      : column.made === 'stored'
        ? ` generated always as (${column.fallback}) stored`
        : column.fallback === null
          ? ''
          : ` default ${column.fallback}`;
  return `${column.name} ${column.type}${column.required ? ' not null' : ''}${made}`;
}

function tableText(table: Table, catalog: Catalog): string {
  const kind = table.unlogged ? 'unlogged table' : 'table';
  const tail = table.partitionKey === null ? '' : ` partition by ${table.partitionKey}`;
  const security = table.rowSecurity ? `\nalter table ${table.name} enable row level security;` : '';
  if (table.parent !== null) {
    return `create ${kind} ${table.name} partition of ${table.parent} ${table.bounds}${tail};${security}`;
  }
  const lines = [
    ...catalog.columns.filter((column) => column.table === table.name).map(columnLine),
    ...catalog.constraints
      .filter((constraint) => constraint.table === table.name && constraint.kind !== 'f')
      .map((constraint) => `constraint ${constraint.name} ${constraint.definition}`),
  ];
  return `create ${kind} ${table.name} (\n  ${lines.join(',\n  ')}\n)${tail};${security}`;
}

function foreignKey({ table, name, definition }: Constraint): string {
  return `alter table ${table} add constraint ${name} ${definition};`;
}

type Reader = { readonly name: string; readonly reads: readonly string[] };

/** Each after what it reads; among equals by name. What is not among them is there already. */
export function inReadingOrder<T extends Reader>(all: readonly T[]): T[] {
  const waiting = all.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const done: T[] = [];
  while (waiting.length > 0) {
    const next = waiting.findIndex((one) =>
      one.reads.every((name) => !waiting.some((other) => other !== one && other.name === name)),
    );
    if (next === -1) throw new Error(`these read each other: ${waiting.map(({ name }) => name).join(', ')}`);
    done.push(...waiting.splice(next, 1));
  }
  return done;
}

function routineText({ definition }: Routine): string {
  return `${definition.trimEnd()};`;
}

function viewText(view: View): string {
  const options = view.options === null ? '' : ` with (${view.options.join(', ')})`;
  return `create view ${view.name}${options} as\n${view.definition.trimEnd()}`;
}

const verbOrder = ['usage', 'create', 'select', 'insert', 'update', 'delete', 'truncate', 'execute'];

function verbsOf(grants: readonly Grant[]): string {
  const verbs = [
    ...new Set(grants.map(({ column, privilege }) => `${privilege}${column === null ? '' : ` (${column})`}`)),
  ];
  return verbs.sort((a, b) => verbOrder.indexOf(a) - verbOrder.indexOf(b)).join(', ');
}

/** One line for one thing and all who may do the same to it; that PUBLIC may not execute a function is said as well. */
function grantLines(grants: readonly Grant[], routines: readonly string[]): string[] {
  const shut = routines
    .filter(
      (name) => !grants.some((grant) => grant.target === `function ${name}` && grant.grantee === 'public'),
    )
    .map((name) => `revoke execute on function ${name} from public;`);
  const lines = [...Map.groupBy(grants, ({ target }) => target)].flatMap(([target, held]) => {
    const byGrantee = [...Map.groupBy(held, ({ grantee }) => grantee)];
    const byVerbs = Map.groupBy(byGrantee, ([, own]) => verbsOf(own));
    return [...byVerbs].map(
      ([verbs, grantees]) => `grant ${verbs} on ${target} to ${grantees.map(([name]) => name).join(', ')};`,
    );
  });
  return [...shut, ...lines];
}

function section(title: string, parts: readonly string[], between = '\n\n'): string {
  return parts.length === 0 ? '' : `-- ${title}\n\n${parts.join(between)}\n\n`;
}

/** The whole text of db/schema.sql, below its opening. */
export function printSchema(catalog: Catalog): string {
  const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;
  const defaults = catalog.defaults.map(
    ({ schema, kind, verb, grantee, privilege }) =>
      `alter default privileges${schema === null ? '' : ` in schema ${schema}`} ${verb} ${privilege} on ${kind} ${verb === 'grant' ? 'to' : 'from'} ${grantee};`,
  );
  const onRelations = [
    ...catalog.views.map((view) => ({ ...view, text: viewText(view) })),
    ...catalog.routines
      .filter(({ reads }) => reads.length > 0)
      .map((routine) => ({ ...routine, text: routineText(routine) })),
  ];
  return [
    section(
      'Extensions',
      catalog.extensions.map(
        ({ name, schema }) => `create extension if not exists ${name} schema ${schema};`,
      ),
      '\n',
    ),
    section(
      'Schemas',
      catalog.schemas.map(({ name }) => `create schema if not exists ${name};`),
      '\n',
    ),
    section('Functions', catalog.routines.filter(({ reads }) => reads.length === 0).map(routineText)),
    section(
      'Tables',
      catalog.tables.map((table) => tableText(table, catalog)),
    ),
    section(
      'Indexes',
      catalog.indexes.map(({ definition }) => `${definition};`),
      '\n',
    ),
    section('Foreign keys', catalog.constraints.filter(({ kind }) => kind === 'f').map(foreignKey), '\n'),
    section(
      'Views, and functions on rows',
      inReadingOrder(onRelations).map(({ text }) => text),
    ),
    section(
      'Row-level security',
      catalog.policies.map(({ definition }) => definition),
      '\n',
    ),
    section(
      'Comments',
      catalog.comments.map(({ target, text }) => `comment on ${target} is ${quote(text)};`),
      '\n',
    ),
    section(
      'Who may do what',
      grantLines(
        catalog.grants,
        catalog.routines.map(({ name }) => name),
      ),
      '\n',
    ),
    section('What is made later', defaults, '\n'),
  ].join('');
}
