/** The differences between two versions of a rule, place by place, for whoever decides and for the public. */

/** One place that differs; a side without it is null. */
export interface Change {
  /** Names on the way there, joined by ` › `. */
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Members that name an entry of a list, the first that it has; else those that together do. */
const NAMES = ['id', 'code', 'purpose', 'edition'] as const;
const TOGETHER = ['rule', 'instrument', 'article', 'kind', 'class', 'field', 'from'] as const;

function nameOf(entry: Record<string, unknown>, index: number): string {
  const single = NAMES.map((name) => entry[name]).find((value) => typeof value === 'string');
  if (single !== undefined) return String(single);
  const joined = TOGETHER.map((name) => entry[name])
    .filter((value) => typeof value === 'string')
    .join(' ');
  return joined === '' ? String(index + 1) : joined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEntries(value: unknown): value is Record<string, unknown>[] {
  return Array.isArray(value) && value.length > 0 && value.every(isObject);
}

/** Entries of a list by name; a name that stands twice is numbered. */
function named(entries: readonly Record<string, unknown>[]): Map<string, Record<string, unknown>> {
  const found = new Map<string, Record<string, unknown>>();
  for (const [index, entry] of entries.entries()) {
    const name = nameOf(entry, index);
    let label = name;
    for (let again = 2; found.has(label); again++) label = `${name} #${again}`;
    found.set(label, entry);
  }
  return found;
}

/** A value in one line; an entry that has a name is told by it. */
function told(value: unknown): string | null {
  if (value === undefined) return null;
  if (typeof value === 'string') return value;
  const name = isObject(value) ? (value['name'] ?? value['title']) : undefined;
  return isObject(name) && typeof name['zh'] === 'string' ? name['zh'] : canonicalText(value);
}

function compare(before: unknown, after: unknown, path: string, into: Change[]): void {
  const below = (name: string) => (path === '' ? name : `${path} › ${name}`);
  const each = (was: ReadonlyMap<string, unknown>, is: ReadonlyMap<string, unknown>) => {
    for (const name of new Set([...was.keys(), ...is.keys()]))
      compare(was.get(name), is.get(name), below(name), into);
  };
  if (isObject(before) && isObject(after))
    each(new Map(Object.entries(before)), new Map(Object.entries(after)));
  else if (isEntries(before) && isEntries(after)) each(named(before), named(after));
  else if (canonicalText(before) !== canonicalText(after))
    into.push({ path, before: told(before), after: told(after) });
}

/**
 * All places where the two differ, in the order of their paths. An entry that only one of them has is one place;
 * `undefined` stands for nothing before.
 */
export function differencesOf(before: unknown, after: unknown): Change[] {
  const found: Change[] = [];
  compare(before ?? {}, after, '', found);
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The same text for the same content, whatever the order of its members. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_name, member: unknown) =>
    isObject(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
