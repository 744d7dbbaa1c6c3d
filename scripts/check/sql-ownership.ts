// Judges SQL: it stands in queries files alone, and names only the schema of its own module.
import {
  floors,
  openFunctions,
  openSchemas,
  sqlPackages,
  sqlPlaces,
  testFiles,
} from '../../src/architecture.ts';
import type { CheckFinding } from './finding.ts';
import type { SourceFacts, TextFact } from './source-facts.ts';

const places = sqlPlaces.map((place) => new RegExp(place));
const testFile = new RegExp(testFiles);
/** A text that begins as a statement; prose that quotes one further on is advice. */
const statement =
  /^\s*(with\s+(recursive\s+)?\w+\s*(\([^)]*\)\s*)?as\s|select\s[^;]*?\sfrom\s|insert\s+into\s|update\s+[\w.$]+(\s+(as\s+)?\w+)?\s+set\s|delete\s+from\s|(create|alter|drop)\s+(table|view|schema|index|role)\s|truncate\s+(table\s+)?[\w.$]+\s*$|copy\s+[\w.$]+\s*(\(|from\s|to\s))/i;
/** The server's own day, in the server's time zone. */
const serverDate = /\b(current_date|current_time|localtime|localtimestamp)\b|\bnow\(\)\s*::\s*date\b/i;
const owned = floors.flatMap((floor) => floor.schemas);
const qualified = new RegExp(`(?<![\\w.'-])(${owned.join('|')})\\.([a-z_][a-z0-9_]*)`, 'gi');

/** Whether the file is one that may hold SQL. */
export function mayHoldSql(path: string): boolean {
  return places.some((place) => place.test(path));
}

function ownSchemas(path: string): readonly string[] {
  return floors.find((floor) => new RegExp(floor.files).test(path))?.schemas ?? [];
}

function withoutComments(text: string): string {
  return text.replace(/--[^\n]*/g, '').replace(/\/\*[\s\S]*?\*\//g, '');
}

function foreignNames(file: SourceFacts, fact: TextFact): CheckFinding[] {
  const mine = [...ownSchemas(file.path), ...openSchemas];
  const names = [...withoutComments(fact.text).matchAll(qualified)].filter(
    ([name, schema = '']) => !mine.includes(schema) && !openFunctions.includes(name),
  );
  return names.map(([name]) => ({
    where: `${file.path}:${fact.line}`,
    what: `names ${name}, but its schemas are ${mine.join(', ')}: ask the owner through its index.ts`,
  }));
}

function civilDates(file: SourceFacts, fact: TextFact): CheckFinding[] {
  if (!file.path.startsWith('src/modules/') || !serverDate.test(withoutComments(fact.text))) return [];
  return [
    {
      where: `${file.path}:${fact.line}`,
      what: `asks the server for the date: ${openFunctions[0]}() is the civil date in Asia/Shanghai, and tests may offset it`,
    },
  ];
}

function straySql(file: SourceFacts): CheckFinding[] {
  const imported = file.imports
    .filter((entry) => entry.names.includes('sql') || sqlPackages.includes(entry.from))
    .map((entry) => ({
      where: `${file.path}:${entry.line}`,
      what: `imports ${sqlPackages.includes(entry.from) ? entry.from : 'the sql tag'}: put the statement into the module's queries.ts, one function a question`,
    }));
  const written = file.texts
    .filter((fact) => statement.test(fact.text))
    .map((fact) => ({
      where: `${file.path}:${fact.line}`,
      what: "holds a SQL statement: put it into the module's queries.ts",
    }));
  return [...imported, ...written];
}

/** Judges every server and console file; tests may look into the database as they need. */
export function findSqlOwnership(facts: readonly SourceFacts[]): CheckFinding[] {
  return facts
    .filter((file) => /^(src|console)\//.test(file.path) && !testFile.test(file.path))
    .flatMap((file) =>
      mayHoldSql(file.path)
        ? file.texts.flatMap((fact) => [...foreignNames(file, fact), ...civilDates(file, fact)])
        : straySql(file),
    );
}
