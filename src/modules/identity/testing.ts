/** For tests of signing in: a test database with one unit, a clock that can be moved, and the module's routes served. */
import type { CivilDate } from '../../kernel/civil-date.ts';
import { civilDateAt } from '../../platform/clock.ts';
import { buildServer, createMetrics } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { testDatabase } from '../../platform/testing.ts';
import { identityApi } from './api.ts';
import { authenticate } from './authenticate.ts';
import { createAccount } from './create-account.ts';
import { openSession } from './open-session.ts';
import { reserveAttempt } from './queries/accounts.ts';
import { registerUnit } from './register-unit.ts';
import { settings } from './settings.ts';
import { totpCode } from './totp.ts';
import type { Unit } from './unit.ts';

export const market: Unit = {
  code: 'scjg',
  kind: 'department',
  sector: 'market-supervision',
  name: { zh: '清和市市场监督管理局', en: 'Qinghe Administration for Market Regulation' },
  uscc: '11370900MB28501239',
  areaCode: '370983',
  since: '2019-01-15' as CivilDate,
  until: null,
};

/** The second factor of all accounts of tests. */
export const totpSecret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';

export const password = 'plum7 bridge over snow';

/** Opens an account of the market supervision and returns its id. */
export function openAccount(platform: Platform, loginName: string): Promise<string> {
  return createAccount(platform, {
    unit: market.code,
    roles: ['data-officer'],
    loginName,
    name: '王数据',
    password,
    totpSecret,
  });
}

/** Opens a session as if name, password and code had been given; for tests that are about something else. */
export async function sessionOf(platform: Platform, loginName: string): Promise<string> {
  const found = await reserveAttempt(platform.db.app, { loginName }, platform.clock.now(), settings);
  if (typeof found === 'string') throw new Error(`${loginName} is ${found}`);
  const by = { address: '198.51.100.1', device: 'test', method: 'code' } as const;
  const entered = await platform.db.app.transaction((tx) => openSession(platform, tx, found.account, by));
  return entered.token;
}

/** Everything a test needs; `forward` moves the clock by minutes. */
export async function identityWorld() {
  const world = await testDatabase();
  let instant = world.platform.clock.now().getTime();
  const clock = { now: () => new Date(instant), today: () => civilDateAt(new Date(instant)) };
  const platform: Platform = { ...world.platform, clock };
  await registerUnit(platform, market);
  const server = await buildServer({
    log: platform.log,
    authenticate: (request) => authenticate(platform, request),
    renderProblem: (view) => view.definition.type,
    routes: [identityApi(platform)],
    checks: [],
    metrics: createMetrics(),
    api: { title: 'test', version: '1', description: 'test' },
    trustProxy: '127.0.0.1',
  });

  let address = 0;
  const used = new Map<string, number>();
  /** A code that the name has not used yet; the clock goes on for half a minute where that is needed. */
  function freshCode(name: string): string {
    const step = () => Math.floor(instant / 30_000);
    if (used.get(name) === step()) instant += 30_000;
    used.set(name, step());
    return totpCode(totpSecret, new Date(instant));
  }
  return {
    platform,
    server,
    forward(minutes: number) {
      instant += minutes * 60_000;
    },
    freshCode,
    /** Signs in over HTTP in one go, each time from another address unless one is given. */
    signIn(
      name: string,
      secret: string,
      from?: { remoteAddress?: string; headers?: Record<string, string> },
    ) {
      address += 1;
      return server.inject({
        method: 'POST',
        url: '/api/v1/session',
        payload: { name, password: secret, code: secret === password ? freshCode(name) : '000000' },
        remoteAddress: `198.51.${Math.floor(address / 250)}.${address % 250}`,
        ...from,
      });
    },
    /** Who the cookie says is signed in. */
    whoIs(token: string) {
      return server.inject({ method: 'GET', url: '/api/v1/session', cookies: { gx_session: token } });
    },
    async close() {
      await server.close();
      await world.close();
    },
  };
}

/** The session token that an answer sets. */
export function tokenOf(response: { cookies: readonly { name: string; value: string }[] }): string {
  const cookie = response.cookies.find(({ name }) => name === 'gx_session');
  if (!cookie) throw new Error('the answer sets no session cookie');
  return cookie.value;
}
