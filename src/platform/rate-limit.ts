/** How often an address may ask for pages that must not be harvested; counted in the database, for all processes. */
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { sha256 } from './crypto.ts';
import type { Platform } from './index.ts';
import { Problem } from './problem.ts';
import { tooManyRequests } from './problems.ts';

/** So many requests in so many seconds. */
export type RateLimit = {
  /** kebab-case; one count a name and address. */
  readonly name: string;
  /** A multiple of ten: so many are counted at once. */
  readonly requests: number;
  readonly seconds: number;
};

/** Requests of an address that are already counted in the database, and until when. */
type Drawn = { left: number; until: number };
type Counter = { readonly limiter: RateLimiterPostgres; readonly drawn: Map<string, Drawn> };

// Counts are drawn from the database ten at a time, so that nine of ten pages cost no statement.
const atOnce = 10;
const mostKept = 20_000;
const counters = new WeakMap<object, Map<string, Counter>>();

function counterOf(platform: Platform, limit: RateLimit): Counter {
  const { pool } = platform.db.app;
  const known = counters.get(pool) ?? new Map<string, Counter>();
  counters.set(pool, known);
  const found = known.get(limit.name);
  if (found) return found;
  const limiter = new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    schemaName: 'platform',
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: limit.name,
    points: limit.requests,
    duration: limit.seconds,
    // Whoever is over the limit is told so from memory, without a statement.
    inMemoryBlockOnConsumed: limit.requests + 1,
  });
  const made = { limiter, drawn: new Map<string, Drawn>() };
  known.set(limit.name, made);
  return made;
}

/** An IPv6 subscriber holds a whole /64, so the limit goes by the first half of the address. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const groups = head === '' ? [] : head.split(':');
  const rest = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - rest.length);
  return [...groups, ...Array<string>(zeros).fill('0'), ...rest].slice(0, 4).join(':');
}

/**
 * Counts one request of `address`. What is kept is a digest of the address and the day, not the address.
 * @throws Problem `too-many-requests` with Retry-After
 */
export async function countRequest(platform: Platform, limit: RateLimit, address: string): Promise<void> {
  const key = sha256(`${platform.clock.today()} ${networkOf(address)}`).slice(0, 32);
  const { limiter, drawn } = counterOf(platform, limit);
  const now = platform.clock.now().getTime();
  const held = drawn.get(key);
  if (held && held.left > 0 && now < held.until) {
    held.left--;
    return;
  }
  try {
    const { msBeforeNext } = await limiter.consume(key, atOnce);
    if (drawn.size >= mostKept) drawn.clear();
    drawn.set(key, { left: atOnce - 1, until: now + msBeforeNext });
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
    throw new Problem(tooManyRequests, {
      detail: {
        zh: `同一网络在短时间内查看了很多页面，请 ${seconds} 秒后再试。`,
        en: `Many pages were read from your network in a short time. Try again in ${seconds} seconds.`,
      },
      headers: { 'retry-after': String(seconds) },
    });
  }
}
