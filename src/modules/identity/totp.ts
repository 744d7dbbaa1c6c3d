/** Codes by time (RFC 6238, SHA-1, six digits, half a minute: what every authenticator app knows). */
import { Secret, TOTP } from 'otpauth';

const period = 30;

function generator(secret: string, label = ''): TOTP {
  return new TOTP({ issuer: 'Gongxin', label, algorithm: 'SHA1', digits: 6, period, secret });
}

/** A new secret of 160 bits (RFC 4226 § 4 R6), base32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What an authenticator app reads from a picture: otpauth://totp/… */
export function totpUri(secret: string, loginName: string): string {
  return generator(secret, loginName).toString();
}

/** The code of the moment, for programs that act as a person would: tests, and the pictures of the guide. */
export function totpCode(secret: string, at: Date): string {
  return generator(secret).generate({ timestamp: at.getTime() });
}

/** The half-minute that `code` belongs to: now, the one before or the one after; undefined when it is none of them. */
export function findTotpStep(secret: string, code: string, at: Date): number | undefined {
  const timestamp = at.getTime();
  const delta = generator(secret).validate({ token: code, timestamp, window: 1 });
  return delta === null ? undefined : Math.floor(timestamp / 1_000 / period) + delta;
}
