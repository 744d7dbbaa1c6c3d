/** Which passwords are refused, and what the stored hash looks like. */
import { describe, expect, test } from 'vitest';
import { checkPassword } from './check-password.ts';
import { commonPasswords } from './common-passwords.ts';
import { hashPassword, matchesPassword } from './password.ts';

describe('checkPassword (NIST SP 800-63B § 5.1.1.2)', () => {
  test.each([
    ['eleven chars', '12345abcdEF', 'too-short'],
    ['emoji count once', '😀a😀b😀c', 'too-short'],
    ['twelve characters', 'plum7 bridge', undefined],
    ['twelve Chinese characters', '清晨河边有三只白鹭在飞翔', undefined],
    ['a long phrase', 'four unrelated words here', undefined],
    ['128 characters', 'abcd'.repeat(32), undefined],
    ['129 characters', `${'abcd'.repeat(32)}e`, 'too-long'],
    ['the login name inside', 'my.SCJG.data.secret', 'contains-name'],
    ['a known one', '1qaz2wsx3edc', 'too-common'],
    ['a known one in capitals', 'Password12345', 'too-common'],
    ['three different characters', 'abcabcabcabcabc', 'too-common'],
  ])('%s: %s → %s', (_name, password, fault) => {
    expect(checkPassword(password, 'scjg.data')).toBe(fault);
  });

  test('the list holds only what the length would let pass', () => {
    for (const password of commonPasswords) {
      expect(password).toBe(password.toLowerCase());
      expect(password.length).toBeGreaterThanOrEqual(12);
    }
  });
});

describe('hashPassword', () => {
  test('is argon2id with the parameters of the OWASP cheat sheet, salted', async () => {
    const [first, second] = await Promise.all([hashPassword('plum7 bridge'), hashPassword('plum7 bridge')]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(first).not.toBe(second);
  });

  test('matches its own password only, and nothing without a hash', async () => {
    const stored = await hashPassword('plum7 bridge');
    expect(await matchesPassword('plum7 bridge', stored)).toBe(true);
    expect(await matchesPassword('plum7 bridgE', stored)).toBe(false);
    expect(await matchesPassword('plum7 bridge', undefined)).toBe(false);
  });
});
