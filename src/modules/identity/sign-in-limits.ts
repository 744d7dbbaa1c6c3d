/** How often somebody may fail to sign in from one address, or under a name that does not exist. */
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { sha256 } from '../../platform/crypto.ts';
import type { Platform } from '../../platform/index.ts';
import { settings } from './settings.ts';

/** Failures are counted by the server's clock, since only their distance matters. */
type Limits = { readonly address: RateLimiterPostgres; readonly unknownName: RateLimiterPostgres };

const limitsOf = new WeakMap<object, Limits>();

function limits(platform: Platform): Limits {
  const pool = platform.db.app.pool;
  const known = limitsOf.get(pool);
  if (known) return known;
  const store = {
    storeClient: pool,
    storeType: 'pool',
    schemaName: 'identity',
    tableName: 'rate',
    tableCreated: true,
  };
  const made: Limits = {
    address: new RateLimiterPostgres({
      ...store,
      keyPrefix: 'address',
      points: settings.failuresPerAddress,
      duration: settings.addressWindow / 1_000,
    }),
    // As on the rows of known names, the tenth failure locks and the eleventh try is refused.
    unknownName: new RateLimiterPostgres({
      ...store,
      keyPrefix: 'name',
      points: settings.failuresToLock - 1,
      duration: settings.unknownNameMemory / 1_000,
      blockDuration: settings.lock / 1_000,
    }),
  };
  limitsOf.set(pool, made);
  return made;
}

/** An IPv6 subscriber holds a whole /64, so the limit goes by the first half of the address. */
export function addressKey(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address;
  const [head = '', tail] = address.split('%')[0]!.split('::');
  const groups = head === '' ? [] : head.split(':');
  const rest = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : 8 - groups.length - rest.length;
  return [...groups, ...Array<string>(Math.max(zeros, 0)).fill('0'), ...rest].slice(0, 4).join(':');
}

async function consume(limiter: RateLimiterPostgres, key: string): Promise<number> {
  try {
    await limiter.consume(key);
    return 0;
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
    throw refusal;
  }
}

/** Counts an attempt from `address` as failed in advance. @returns seconds to wait, 0 when it may go on */
export function countAddress(platform: Platform, address: string): Promise<number> {
  return consume(limits(platform).address, addressKey(address));
}

/** Takes the count of `countAddress` back: the attempt was right. */
export async function forgiveAddress(platform: Platform, address: string): Promise<void> {
  await limits(platform).address.reward(addressKey(address));
}

/**
 * Counts a failure under a name that nobody has, so that it locks as a real one would and tells nobody that it is not.
 * @returns whether the name now answers as locked
 */
export async function countUnknownName(platform: Platform, loginName: string): Promise<boolean> {
  return (await consume(limits(platform).unknownName, sha256(loginName))) > 0;
}

/** Whether a name that nobody has answers as locked. */
export async function isUnknownNameLocked(platform: Platform, loginName: string): Promise<boolean> {
  const state = await limits(platform).unknownName.get(sha256(loginName));
  return state !== null && state.consumedPoints >= settings.failuresToLock;
}
