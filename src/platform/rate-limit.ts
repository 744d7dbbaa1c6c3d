/** How often an address may ask for pages that must not be harvested; counted in memory, and together in the database. */
import { sha256 } from './crypto.ts';
import { addRateCounts, dropEndedRateCounts } from './db/rate-counts.ts';
import type { Platform } from './index.ts';
import type { Words } from './language.ts';
import { Problem } from './problem.ts';
import { tooManyRequests } from './problems.ts';

/** So many requests in so many seconds. */
export type RateLimit = {
  /** kebab-case; one count a name and address. */
  readonly name: string;
  readonly requests: number;
  readonly seconds: number;
  /** What there was too much of, half a sentence; absent: pages read from a network. */
  readonly tooMuch?: Words;
};

const manyPages: Words = {
  zh: '同一网络在短时间内查看了很多页面',
  en: 'Many pages were read from your network in a short time',
};

/** What is known of a network: counted by all processes, and here since then. */
type Count = { known: number; sent: number; fresh: number; until: number };
type Ledger = {
  readonly counts: Map<string, Count>;
  timer: NodeJS.Timeout | undefined;
  cleanedAt: number;
};

// A page costs no statement: what a process counted goes to the database together, and comes back with what the others
// counted. A network that spreads its requests over n processes is stopped by all of them that much later, no more.
const together = 250;
const cleanEvery = 5 * 60_000;
const mostKept = 20_000;
const ledgers = new WeakMap<object, Ledger>();

function ledgerOf(platform: Platform): Ledger {
  const { pool } = platform.db.app;
  const known = ledgers.get(pool);
  if (known) return known;
  const made: Ledger = { counts: new Map(), timer: undefined, cleanedAt: 0 };
  ledgers.set(pool, made);
  return made;
}

/** Sends what was counted since the last time; what could not be sent is sent with the next. */
async function send(platform: Platform, ledger: Ledger): Promise<void> {
  const now = platform.clock.now().getTime();
  const mine = [...ledger.counts].filter(([, count]) => count.fresh > 0);
  for (const [, count] of mine) {
    count.sent += count.fresh;
    count.fresh = 0;
  }
  try {
    const fresh = mine.map(([key, count]) => ({ key, points: count.sent, until: count.until }));
    const all = new Map(
      (await addRateCounts(platform.db.app, fresh, now)).map((count) => [count.key, count]),
    );
    for (const [key, count] of mine) {
      count.known = all.get(key)?.points ?? 0;
      count.until = all.get(key)?.until ?? count.until;
      count.sent = 0;
    }
    if (now - ledger.cleanedAt < cleanEvery) return;
    ledger.cleanedAt = now;
    await dropEndedRateCounts(platform.db.app, now);
  } catch (error) {
    for (const [, count] of mine) {
      count.fresh += count.sent;
      count.sent = 0;
    }
    platform.log.warn(
      { err: error },
      'counts of requests could not be written; the next ones take them along',
    );
  }
}

function sendSoon(platform: Platform, ledger: Ledger): void {
  if (ledger.timer) return;
  ledger.timer = setTimeout(async () => {
    await send(platform, ledger);
    ledger.timer = undefined;
    if ([...ledger.counts.values()].some(({ fresh }) => fresh > 0)) sendSoon(platform, ledger);
  }, together).unref();
}

/** The database knows what is forgotten here; only what it does not know yet is never forgotten. */
function makeRoom(counts: Map<string, Count>): void {
  if (counts.size < mostKept) return;
  for (const [key, count] of counts) if (count.fresh + count.sent === 0) counts.delete(key);
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
 * Counts one request of `address` (or of whoever else the limit is for, such as an account). What is kept is a digest of the address and the day, not the address. The limit holds
 * over all processes within half a second.
 * @throws Problem `too-many-requests` with Retry-After
 */
export function countRequest(platform: Platform, limit: RateLimit, address: string): void {
  const ledger = ledgerOf(platform);
  const key = `${limit.name}:${sha256(`${platform.clock.today()} ${networkOf(address)}`).slice(0, 32)}`;
  const now = platform.clock.now().getTime();
  let count = ledger.counts.get(key);
  if (!count || now >= count.until) {
    makeRoom(ledger.counts);
    count = { known: 0, sent: 0, fresh: 0, until: now + limit.seconds * 1_000 };
    ledger.counts.set(key, count);
  }
  if (count.known + count.sent + count.fresh < limit.requests) {
    count.fresh++;
    sendSoon(platform, ledger);
    return;
  }
  const seconds = Math.max(1, Math.ceil((count.until - now) / 1_000));
  const { tooMuch = manyPages } = limit;
  throw new Problem(tooManyRequests, {
    detail: {
      zh: `${tooMuch.zh}，请 ${seconds} 秒后再试。`,
      en: `${tooMuch.en}. Try again in ${seconds} seconds.`,
    },
    headers: { 'retry-after': String(seconds) },
  });
}
