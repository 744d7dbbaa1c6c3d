// Makes one request at a door: what its description asks for, with some of it made hostile.
import type { ApiDocument } from '../../../src/platform/http/openapi-document.ts';
import type { Door } from '../../../src/platform/http/server-type.ts';
import type { Caller, City } from './city.ts';
import {
  chance,
  inAddress,
  mediaTypes,
  nastyBody,
  nastyHeaders,
  nastyText,
  nastyValue,
  pick,
  pollutionMark,
  type Random,
} from './nasty.ts';

export type Request = {
  readonly door: Door;
  readonly caller: Caller;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** The client's address, as the proxy in front would say it. */
  readonly from: string;
};

/** What requests are made of. */
export type Target = {
  readonly doors: readonly Door[];
  readonly document: ApiDocument;
  readonly city: City;
};

/** What ends the session that asks is rarely asked for: everything after it would be the guard's answer alone. */
const ending = (door: Door) => door.method === 'DELETE' && /session/.test(door.url);

function operationOf(document: ApiDocument, door: Door) {
  const path = door.url.replace(/:(\w+)(\(.*?\))?/g, '{$1}');
  return document.paths[path]?.[door.method.toLowerCase()];
}

/** Ids and codes that exist: one's own, another unit's, or none. The centre is not told the quiet unit's. */
function known(random: Random, { city }: Target, caller: Caller): string {
  return pick(random, caller.isCentre || chance(random, 0.4) ? city.ownIds : city.quietIds);
}

const text = (random: Random, target: Target, caller: Caller): string =>
  chance(random, 0.45) ? known(random, target, caller) : nastyText(random);

function pathOf(random: Random, target: Target, caller: Caller, door: Door): string {
  const filled = door.url.replace(/:(\w+)(\(.*?\))?|\*/g, () =>
    inAddress(random, text(random, target, caller)),
  );
  return chance(random, 0.02)
    ? `${filled}${pick(random, ['/', '//', '/..', '/%2e%2e/', ';x', '/../../etc/passwd', '%00'])}`
    : filled;
}

const furtherNames = [
  'x',
  '__proto__',
  'constructor',
  `__proto__[${pollutionMark}]`,
  'item[]',
  'limit',
  'next',
  'q',
];

function queryOf(random: Random, target: Target, caller: Caller, names: readonly string[]): string {
  const pairs: string[] = [];
  const count = Math.floor(random() * 4);
  for (let n = 0; n < count; n++) {
    const name = names.length > 0 && chance(random, 0.8) ? pick(random, names) : pick(random, furtherNames);
    pairs.push(`${encodeURIComponent(name)}=${inAddress(random, text(random, target, caller))}`);
    if (chance(random, 0.05))
      pairs.push(`${encodeURIComponent(name)}=${inAddress(random, nastyText(random))}`);
  }
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

/** An example speaks of nobody who is here: codes of subjects and units are those of the city. */
function lifelike(random: Random, { city }: Target, name: string, value: unknown): unknown {
  if (name === 'uscc' || name === 'usccs') {
    const codes = [...city.ownIds, ...city.quietIds].filter((id) => /^9\d{7}MA/.test(id));
    return name === 'uscc' ? pick(random, codes) : [pick(random, codes)];
  }
  return name === 'unit' ? 't-market' : value;
}

/** Replaces some values of an example, and adds members that nobody asked for. */
function spoil(random: Random, target: Target, caller: Caller, value: unknown): unknown {
  if (typeof value === 'object' && value !== null && chance(random, 0.85)) {
    if (Array.isArray(value)) return value.map((part) => spoil(random, target, caller, part));
    const entries = Object.entries(value)
      .filter(() => !chance(random, 0.08))
      .map(([name, part]) => [name, spoil(random, target, caller, lifelike(random, target, name, part))]);
    if (chance(random, 0.1))
      entries.push([
        pick(random, ['isAdmin', 'unit', 'roles', 'accountId', 'approvedBy']),
        nastyValue(random),
      ]);
    return Object.fromEntries(entries);
  }
  if (chance(random, 0.75)) return value;
  return chance(random, 0.4) ? known(random, target, caller) : nastyValue(random);
}

const csvOf = (random: Random, target: Target, caller: Caller): string =>
  Array.from({ length: 4 }, () =>
    Array.from(
      { length: 8 },
      () => `"${text(random, target, caller).replaceAll('"', chance(random, 0.8) ? '""' : '"')}"`,
    ).join(','),
  ).join('\n');

function jsonOf(random: Random, target: Target, caller: Caller, example: unknown): string {
  const spoilt = JSON.stringify(spoil(random, target, caller, example)) ?? 'null';
  if (!chance(random, 0.05)) return spoilt;
  return spoilt.replace('{', `{"__proto__":{"${pollutionMark}":true},`);
}

type Content = Readonly<
  Record<string, { readonly example?: unknown; readonly examples?: Record<string, unknown> }>
>;

function bodyOf(random: Random, target: Target, caller: Caller, content: Content | undefined) {
  if (chance(random, 0.12)) return { body: nastyBody(random), type: pick(random, mediaTypes) };
  const type = content ? pick(random, Object.keys(content)) : 'application/json';
  const wrong = chance(random, 0.05) ? pick(random, mediaTypes) : type;
  const media = content?.[type];
  const first = Object.values(media?.examples ?? {})[0] as { value?: unknown } | undefined;
  const example = media?.example ?? first?.value ?? {};
  if (type.includes('json')) return { body: jsonOf(random, target, caller, example), type: wrong };
  if (type.includes('urlencoded')) {
    const spoilt = spoil(random, target, caller, example) as Record<string, unknown> | null;
    const pairs = Object.entries(spoilt ?? {}).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : (JSON.stringify(value) ?? ''),
    ]);
    return { body: new URLSearchParams(pairs as [string, string][]).toString(), type: wrong };
  }
  return { body: csvOf(random, target, caller), type: wrong };
}

/** One request; the same seed and city give the same one. */
export function aim(random: Random, target: Target, number: number): Request {
  let door = pick(random, target.doors);
  // Doors that need something are asked more often than pages.
  if (door.access === 'public' && chance(random, 0.4)) door = pick(random, target.doors);
  if (ending(door) && chance(random, 0.9)) door = pick(random, target.doors);
  const caller = pick(random, target.city.callers);
  const operation = operationOf(target.document, door);
  const names = (operation?.parameters ?? []).filter((one) => one.in === 'query').map(({ name }) => name);
  const carries = door.method !== 'GET' && door.method !== 'HEAD';
  const { body, type } = carries
    ? bodyOf(random, target, caller, operation?.requestBody?.content as Content | undefined)
    : { body: undefined, type: '' };
  const hostile = chance(random, 0.25) ? nastyHeaders(random) : {};
  return {
    door,
    caller,
    method: chance(random, 0.01)
      ? pick(random, ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'HEAD'])
      : door.method,
    path: pathOf(random, target, caller, door) + queryOf(random, target, caller, names),
    headers: {
      accept: chance(random, 0.3) ? 'text/html' : 'application/json',
      ...caller.headers,
      ...(type === '' ? {} : { 'content-type': type }),
      ...hostile,
    },
    body,
    // Each from another network, or the limits would answer in place of the door.
    from: `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`,
  };
}
