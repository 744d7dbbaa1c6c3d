/** Cutting SQL into statements: semicolons inside strings, names, comments and function bodies do not count. */
import { expect, test } from 'vitest';
import { readMigrations } from './migrate.ts';
import { splitStatements } from './statements.ts';

test.each<[string, string, string[]]>([
  ['two statements', 'select 1; select 2', ['select 1', 'select 2']],
  ['a string', "select 'a;b''c;d'; select 2", ["select 'a;b''c;d'", 'select 2']],
  ['an escape string', "select e'a\\';b'; select 2", ["select e'a\\';b'", 'select 2']],
  ['a backslash in a plain string', "select 'a\\'; select 2", ["select 'a\\'", 'select 2']],
  ['a quoted name', 'select 1 as "a;b"; select 2', ['select 1 as "a;b"', 'select 2']],
  ['a line comment', 'select 1 -- a;b\n; select 2', ['select 1 -- a;b', 'select 2']],
  ['a nested comment', '/* a; /* b; */ c; */ select 1; ', ['/* a; /* b; */ c; */ select 1']],
  ['a dollar body', 'do $$ begin; end $$; select 1', ['do $$ begin; end $$', 'select 1']],
  ['a tagged body', 'do $x$ a; $$ b; $$ c; $x$; select 1', ['do $x$ a; $$ b; $$ c; $x$', 'select 1']],
  ['parameters', 'execute p($1); select $2', ['execute p($1)', 'select $2']],
  ['only comments', '-- nothing;\n/* here; */ ;;', []],
])('%s', (_name, text, statements) => {
  expect(splitStatements(text)).toEqual(statements);
});

test('no migration of the project is cut in a string or comment', () => {
  for (const { name, text } of readMigrations()) {
    for (const statement of splitStatements(text)) {
      expect((statement.match(/\$\$/g) ?? []).length % 2, `${name}: ${statement.slice(0, 60)}`).toBe(0);
    }
  }
});
