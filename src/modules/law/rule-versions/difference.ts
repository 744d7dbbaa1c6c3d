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

/** Every leaf with the way to it; lists of plain values are leaves. */
function leaves(value: unknown, path: string, into: Map<string, string>): Map<string, string> {
  const below = (name: string) => (path === '' ? name : `${path} › ${name}`);
  if (isObject(value)) {
    for (const [name, member] of Object.entries(value)) leaves(member, below(name), into);
  } else if (Array.isArray(value) && value.length > 0 && value.every(isObject)) {
    const seen = new Map<string, number>();
    for (const [index, entry] of value.entries()) {
      const name = nameOf(entry, index);
      const again = seen.get(name) ?? 0;
      seen.set(name, again + 1);
      leaves(entry, below(again === 0 ? name : `${name} #${again + 1}`), into);
    }
  } else if (value !== undefined) {
    into.set(path, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return into;
}

/** All places where the two differ, in the order of their paths; `undefined` stands for nothing before. */
export function differencesOf(before: unknown, after: unknown): Change[] {
  const [was, is] = [leaves(before, '', new Map()), leaves(after, '', new Map())];
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((path) => was.get(path) !== is.get(path))
    .sort()
    .map((path) => ({ path, before: was.get(path) ?? null, after: is.get(path) ?? null }));
}

/** The same text for the same content, whatever the order of its members. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_name, member: unknown) =>
    isObject(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
