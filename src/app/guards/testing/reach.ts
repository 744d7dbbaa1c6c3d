/** For guards: follows an entrance's imports through the code and tells which problems are thrown behind it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readFacts, type SourceFacts } from '../../../../scripts/check/source-facts.ts';

/** What is thrown behind an entrance, and what its routes declare, by the names of the definitions. */
export type Reached = { readonly thrown: ReadonlySet<string>; readonly declared: ReadonlySet<string> };

type Module = { readonly facts: SourceFacts; readonly text: string };

const known = new Map<string, Module | undefined>();

/** The file's imports and text; undefined when there is no such file. */
export function readModule(file: string): Module | undefined {
  if (!known.has(file)) {
    const text = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    known.set(file, text === undefined ? undefined : { text, facts: readFacts({ path: file, text }) });
  }
  return known.get(file);
}

/** The names under which a file exports problem definitions. */
export function problemNames(file: string): string[] {
  const { text = '' } = readModule(file) ?? {};
  return [...text.matchAll(/export const (\w+) = defineProblem\(/g)].map(([, name]) => name as string);
}

/** All files below src, without tests. */
export function sourceFiles(folder = path.resolve('src')): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/(\.test\.ts|(^|\/)testing(\.ts|\/))/.test(name))
    .map((name) => path.join(folder, name));
}

/** Names in `new Problem(name` and `throw problem(name`, with or without a namespace before them. */
export function thrownIn(text: string): string[] {
  return [...text.matchAll(/new Problem\(\s*(?:\w+\.)?(\w+)/g)].map(([, name]) => name as string);
}

/** Identifiers that a file uses other than by defining, importing or declaring them on a route. */
export function namesUsed(file: string): string[] {
  const text = (readModule(file)?.text ?? '')
    .replace(/export const \w+ = defineProblem\(/g, '')
    .replace(/(import|export) (type )?\{[^}]*\}/g, '')
    .replace(/problems: \[[^\]]*\]/g, '');
  return text.match(/\b[a-z]\w+\b/g) ?? [];
}

function declaredIn(text: string): string[] {
  return [...text.matchAll(/problems: \[([^\]]*)\]/g)].flatMap(([, list = '']) =>
    [...list.matchAll(/(\w+)\s*(?:,|$)/g)].map(([, name]) => name as string),
  );
}

/** Of another module's index.ts only what is asked for is followed, else everything would reach everything. */
function visit(file: string, wanted: readonly string[], seen: Set<string>, thrown: Set<string>): void {
  const source = readModule(file);
  if (!source) return;
  const isDoor = path.basename(file) === 'index.ts' && file.includes(`${path.sep}modules${path.sep}`);
  if (!isDoor) {
    if (seen.has(file)) return;
    seen.add(file);
    // The platform throws what it was given, and its own problems belong to every route.
    if (file.includes(`${path.sep}modules${path.sep}`)) {
      for (const name of thrownIn(source.text)) thrown.add(name);
    }
  }
  for (const { from, names, typeOnly } of source.facts.imports) {
    if (typeOnly || !from.startsWith('.')) continue;
    const through = isDoor && !names.includes('*') ? names.filter((name) => wanted.includes(name)) : names;
    if (through.length > 0) visit(path.resolve(path.dirname(file), from), through, seen, thrown);
  }
}

/** Follows one entrance; what the files of its folder that it hands routes to (`…-api.ts`) declare counts as its own. */
export function reachedFrom(entrance: string): Reached {
  const thrown = new Set<string>();
  const seen = new Set<string>();
  visit(entrance, ['*'], seen, thrown);
  const isPart = (file: string) =>
    file === entrance || (path.dirname(file) === path.dirname(entrance) && file.endsWith('-api.ts'));
  const parts = [...seen].filter(isPart);
  return { thrown, declared: new Set(parts.flatMap((file) => declaredIn(readModule(file)?.text ?? ''))) };
}
