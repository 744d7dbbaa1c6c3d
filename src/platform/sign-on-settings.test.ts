/** The settings of the city's sign-on: all or none, https, and a secret from a file. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ConfigError, loadConfig } from './config.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sign-on-'));
const file = path.join(folder, 'secret');
writeFileSync(file, 'a secret\n');
afterAll(() => rmSync(folder, { recursive: true }));

const whole = {
  GONGXIN_SIGN_ON_ISSUER: 'https://id.example',
  GONGXIN_SIGN_ON_CLIENT: 'gongxin',
  GONGXIN_SIGN_ON_SECRET_FILE: file,
};

test('none, and all three', () => {
  expect(loadConfig({}).signOn).toBeUndefined();
  expect(loadConfig(whole).signOn).toEqual({
    issuer: 'https://id.example',
    clientId: 'gongxin',
    clientSecret: 'a secret',
  });
});

test('names of claims, levels of assurance, and the e-licence', () => {
  const env = {
    ...whole,
    GONGXIN_SIGN_ON_CLAIMS: 'officer_login=account  uscc=org_code',
    GONGXIN_SIGN_ON_ACR: 'urn:level:3 urn:level:4',
    GONGXIN_SIGN_ON_E_LICENCE: 'urn:e-licence',
  };
  expect(loadConfig(env).signOn).toMatchObject({
    claims: { officer_login: 'account', uscc: 'org_code' },
    acr: ['urn:level:3', 'urn:level:4'],
    eLicence: 'urn:e-licence',
  });
});

test.each([
  { ...whole, GONGXIN_SIGN_ON_CLAIMS: 'login=account' },
  { ...whole, GONGXIN_SIGN_ON_CLAIMS: 'uscc=' },
  { ...whole, GONGXIN_SIGN_ON_CLAIMS: 'uscc=a=b' },
  { ...whole, GONGXIN_SIGN_ON_CLIENT: '' },
  { ...whole, GONGXIN_SIGN_ON_ISSUER: 'http://id.example' },
  { ...whole, GONGXIN_SIGN_ON_ISSUER: 'id.example' },
  { ...whole, GONGXIN_SIGN_ON_SECRET_FILE: path.join(folder, 'nothing') },
])('refused: %o', (env) => {
  expect(() => loadConfig(env)).toThrow(ConfigError);
});
