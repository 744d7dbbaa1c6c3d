/** Settings: their defaults, and a sentence in both languages for each that cannot be used. */
import { describe, expect, test } from 'vitest';
import { ConfigError, loadConfig } from './config.ts';

describe('defaults', () => {
  test('the embedded database brings the demo, on 127.0.0.1 whatever is asked', () => {
    expect(loadConfig({ GONGXIN_HOST: '0.0.0.0' })).toMatchObject({
      demo: true,
      host: '127.0.0.1',
      port: 8080,
      testing: false,
    });
  });
  test('DATABASE_URL turns the demo off', () => {
    expect(
      loadConfig({ DATABASE_URL: 'postgres://a@b/c?sslmode=verify-full', GONGXIN_HOST: '0.0.0.0' }),
    ).toMatchObject({
      demo: false,
      host: '0.0.0.0',
    });
  });
  test('GONGXIN_DEMO=0 turns it off too', () => {
    expect(loadConfig({ GONGXIN_DEMO: '0' }).demo).toBe(false);
  });
  test('the suite is the international one unless the Chinese one is asked for', () => {
    expect(loadConfig({}).crypto).toBe('intl');
    expect(loadConfig({ GONGXIN_CRYPTO: 'gm' }).crypto).toBe('gm');
  });
});

test.each([
  ['https://credit.example', 'https://credit.example'],
  ['https://credit.example:8443/', 'https://credit.example:8443'],
  ['http://localhost:8080', 'http://localhost:8080'],
])('takes the origin %s', (given, taken) => {
  expect(loadConfig({ GONGXIN_ORIGIN: given }).origin).toBe(taken);
});

test('takes an origin of the console on a host name of its own', () => {
  const both = { GONGXIN_ORIGIN: 'https://credit.example', GONGXIN_CONSOLE_ORIGIN: 'https://work.example/' };
  expect(loadConfig(both).consoleOrigin).toBe('https://work.example');
  expect(loadConfig({ GONGXIN_ORIGIN: 'https://credit.example' })).not.toHaveProperty('consoleOrigin');
});

test.each([
  { PORT: 'http' },
  { PORT: '65536' },
  { GONGXIN_DEMO: 'maybe' },
  { DATABASE_URL: 'mysql://x' },
  { DATABASE_URL: 'postgres://a@b/c' },
  { DATABASE_URL: 'postgres://a@b/c?sslmode=prefer' },
  { DATABASE_URL: 'postgres://a@/c?host=db.example' },
  { GONGXIN_LOG_TO: 'logs.example' },
  { GONGXIN_CLAMD: 'clamd.ctl' },
  { GONGXIN_LOG_LEVEL: 'loud' },
  { GONGXIN_POOL: '0' },
  { GONGXIN_CRYPTO: 'sm' },
  { GONGXIN_UPLOAD_DAYS: '31' },
  { GONGXIN_UPLOAD_DAYS: '-1' },
  { GONGXIN_SESSIONS: '0' },
  { GONGXIN_ORIGIN: 'http://credit.example' },
  { GONGXIN_ORIGIN: 'https://credit.example/portal' },
  { GONGXIN_ORIGIN: 'credit.example' },
  { GONGXIN_CONSOLE_ORIGIN: 'https://work.example' },
  { GONGXIN_CONSOLE_ORIGIN: 'http://work.example', GONGXIN_ORIGIN: 'https://credit.example' },
  { GONGXIN_CONSOLE_ORIGIN: 'https://work.example/console', GONGXIN_ORIGIN: 'https://credit.example' },
  { GONGXIN_CONSOLE_ORIGIN: 'https://credit.example:8443', GONGXIN_ORIGIN: 'https://credit.example' },
  { GONGXIN_BREACHED_PASSWORDS: '/nowhere/at/all' },
  { GONGXIN_PASSWORD_WORDS: '/' },
])('refuses %j in both languages', (env) => {
  const name = Object.keys(env)[0] as string;
  const attempt = () => loadConfig(env);
  expect(attempt).toThrow(ConfigError);
  expect(attempt).toThrow(new RegExp(`${name}.*\\p{Script=Han}.*${name} must`, 'u'));
});
