/** Where requests come from, by the headers that browsers send. */
import { describe, expect, test } from 'vitest';
import { changesState, originOf } from './same-origin.ts';
import { addressKey } from './sign-in-limits.ts';

describe('originOf', () => {
  test.each([
    [{ 'sec-fetch-site': 'same-origin' }, 'same'],
    [{ 'sec-fetch-site': 'same-site' }, 'other'],
    [{ 'sec-fetch-site': 'cross-site' }, 'other'],
    [{ 'sec-fetch-site': 'none' }, 'other'],
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://xy.example' }, 'other'],
    [{ origin: 'https://xy.example' }, 'same'],
    [{ origin: 'http://xy.example' }, 'same'],
    [{ origin: 'https://xy.example:8443' }, 'other'],
    [{ origin: 'https://xy.example.evil.test' }, 'other'],
    [{ origin: 'null' }, 'other'],
    [{ origin: '' }, 'other'],
    [{}, 'unknown'],
  ] as const)('%j → %s', (headers, origin) => {
    expect(originOf(headers, 'XY.example')).toBe(origin);
  });
});

test.each([
  ['GET', false],
  ['HEAD', false],
  ['OPTIONS', false],
  ['POST', true],
  ['PUT', true],
  ['PATCH', true],
  ['DELETE', true],
])('%s changes state: %s', (method, changes) => {
  expect(changesState(method)).toBe(changes);
});

describe('addressKey takes the /64 of an IPv6 address', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '::ffff:203.0.113.7'],
    ['::1', '0:0:0:0'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8::5', '2001:db8:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('%s → %s', (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});
