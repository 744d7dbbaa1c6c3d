/** Seals and judges the second factor of an account. */
import type { Queryable } from '../../platform/db/index.ts';
import type { Platform } from '../../platform/index.ts';
import { sealText, unsealText } from '../../platform/sealed-text.ts';
import { takeTotpStep } from './queries/second-factor.ts';
import { findTotpStep } from './totp.ts';

function placeOf({ config }: Platform, accountId: string) {
  return { dataFolder: config.dataFolder, keyName: 'second-factor', owner: `account:${accountId}` };
}

/** The secret as the database keeps it. */
export function sealTotp(platform: Platform, accountId: string, secret: string): Buffer {
  return sealText(placeOf(platform, accountId), secret);
}

/** The half-minute of a right code, else undefined; nothing is taken yet. */
export function judgeTotp(
  platform: Platform,
  accountId: string,
  sealed: Buffer,
  code: string,
): number | undefined {
  const secret = unsealText(placeOf(platform, accountId), sealed);
  return findTotpStep(secret, code.replaceAll(/\s/g, ''), platform.clock.now());
}

/** Whether `code` is right and was not used before; it is used up by this. */
export async function spendTotp(
  platform: Platform,
  db: Queryable,
  accountId: string,
  sealed: Buffer,
  code: string,
): Promise<boolean> {
  const step = judgeTotp(platform, accountId, sealed, code);
  return step !== undefined && (await takeTotpStep(db, accountId, step));
}
