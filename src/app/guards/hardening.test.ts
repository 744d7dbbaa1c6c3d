/** What browsers and strangers may make of our answers: headers, files, cross-site requests, security.txt. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAccount } from '../../modules/identity/index.ts';
import { sessionOf } from '../../modules/identity/testing.ts';
import {
  buildCity,
  csv,
  firm,
  handIn,
  officer,
  penalty,
  registerFirms,
  UNITS,
} from '../../modules/intake/testing/city.ts';
import type { Server } from '../../platform/http/index.ts';
import { type TestWorld, testDatabase } from '../../platform/testing.ts';
import { buildApp } from '../server.ts';

let world: TestWorld;
let server: Server;
let cookie: string;
let submissionId: string;

beforeAll(async () => {
  world = await testDatabase();
  await buildCity(world.platform);
  await registerFirms(world.platform, [firm(1)]);
  const rows = [penalty(firm(1), 1), penalty(firm(1), 2, { CF_JDRQ: '2026-02-30' })];
  const given = await handIn(world.platform, officer('market'), 'administrative-penalty', csv(rows), {
    fileName: '<script>alert(1)</script>"\r\nx.csv',
  });
  submissionId = given.submissionId;
  server = await buildApp(world.platform);
  await createAccount(world.platform, {
    unit: UNITS.market.code,
    roles: ['data-officer'],
    loginName: 'market.hardening',
    name: 'T',
    password: 'plum7 bridge over snow',
  });
  cookie = `gx_session=${await sessionOf(world.platform, 'market.hardening')}`;
});
afterAll(async () => {
  await server.close();
  await world.close();
});

test.each(['/', '/console', '/api/v1/units', '/nowhere', '/api/v1/records', '/subjects/%FF', '/health/live'])(
  'every answer has the headers: %s',
  async (url) => {
    const { headers } = await server.inject({ url, headers: { origin: 'https://evil.example' } });
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toMatch(/script-src 'self'/);
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    // Nobody else's page may read our answers.
    expect(headers['access-control-allow-origin']).toBeUndefined();
  },
);

test('every answer asks for https where the portal is found by it, and none elsewhere', async () => {
  const other = await buildApp({
    ...world.platform,
    config: { ...world.platform.config, origin: 'https://credit.example' },
  });
  for (const url of ['/', '/api/v1/units', '/nowhere', '/api/v1/records', '/subjects/%FF', '/health/live']) {
    const { headers } = await other.inject({ url });
    expect(headers['strict-transport-security'], url).toBe('max-age=31536000; includeSubDomains');
    expect((await server.inject({ url })).headers['strict-transport-security'], url).toBeUndefined();
  }
  await other.close();
});

test('no page of the portal holds a script or a handler of its own', async () => {
  for (const url of [
    '/',
    '/search?q=x',
    '/timeliness',
    '/quality',
    '/supervision',
    '/catalogue',
    '/charter',
    '/api/docs',
  ]) {
    const { body } = await server.inject({ url, headers: { accept: 'text/html' } });
    expect(body, url).not.toMatch(/<script(?![^>]*\bsrc=)/i);
    expect(body, url).not.toMatch(/<[^>]+\son[a-z]+=/i);
    expect(body, url).not.toMatch(/href="javascript:/i);
  }
});

describe('what was uploaded', () => {
  test('comes back as findings alone, to be saved and never shown, under a name of ours', async () => {
    const { statusCode, headers } = await server.inject({
      url: `/api/v1/submissions/${submissionId}/findings-file`,
      headers: { cookie },
    });
    expect(statusCode).toBe(200);
    expect(headers['content-disposition']).toMatch(/^attachment; filename=/);
    expect(headers['content-disposition']).not.toMatch(/script/);
    expect(String(headers['content-type'])).not.toMatch(/html|svg|javascript/);
    expect(headers['cache-control']).toContain('no-store');
  });

  test('has no address of its own', () => {
    const served = server.doors.filter(
      ({ method, url }) => method === 'GET' && /upload|\/files?(\/|$)/.test(url),
    );
    expect(served.filter(({ url }) => !url.startsWith('/api/v1/me'))).toEqual([]);
  });
});

test('a form of another site changes nothing, whatever door it is sent to', async () => {
  const doors = server.doors.filter(({ method, access }) => method !== 'GET' && access !== 'public');
  expect(doors.length).toBeGreaterThan(10);
  for (const { method, url } of doors) {
    const answer = await server.inject({
      method: method as 'POST',
      url: url.replace(/:\w+/g, '1'),
      headers: {
        cookie,
        origin: 'https://evil.example',
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: 'a=1',
    });
    expect(answer.json().type, `${method} ${url}`).toBe('/problems/cross-site');
  }
});

describe('security.txt', () => {
  const ask = async (securityContact?: { contact: string; expiresOn: string }) => {
    const { config } = world.platform;
    const platform = {
      ...world.platform,
      config: { ...config, ...(securityContact ? { securityContact } : {}) },
    };
    const other = await buildApp(platform);
    const answer = await other.inject({ url: '/.well-known/security.txt' });
    await other.close();
    return answer;
  };
  const contact = 'mailto:security@example.org';

  test('is not there without a contact', async () => {
    expect((await ask()).statusCode).toBe(404);
  });

  test('says whom to tell and until when', async () => {
    const { headers, body } = await ask({ contact, expiresOn: '2027-06-30' });
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
    expect(body).toContain(`Contact: ${contact}\nExpires: 2027-06-30T00:00:00+08:00\n`);
  });

  test('is over on its day', async () => {
    expect((await ask({ contact, expiresOn: '2026-11-18' })).statusCode).toBe(404);
  });
});
