/** For tests in a browser: the whole application on a test database, with units, firms, sign-ins and a real worker. */
import { prepareConsole } from '../../src/app/console/index.ts';
import { allHandlers } from '../../src/app/modules.ts';
import { buildApp } from '../../src/app/server.ts';
import { createAccount, type Role, totpCode } from '../../src/modules/identity/index.ts';
import { totpSecret } from '../../src/modules/identity/testing.ts';
import { buildCity, registerFirms, UNITS, usccOf } from '../../src/modules/intake/testing/city.ts';
import { civilDateAt, fixedClock } from '../../src/platform/clock.ts';
import { fixToday } from '../../src/platform/db/fixed-today.ts';
import type { Platform } from '../../src/platform/index.ts';
import { testDatabase } from '../../src/platform/testing.ts';

const firm = (number: number, name: string) => ({
  uscc: usccOf(`91371899MA3D${String(number).padStart(5, '0')}`),
  name,
});

/** Organisations of the test city; all invented. */
export const FIRMS = {
  bakery: firm(11, '清和市麦香园食品有限公司'),
  foundry: firm(12, '清和市恒铸机械制造有限公司'),
  hotel: firm(13, '清和市云舍酒店管理有限公司'),
  pharmacy: firm(14, '清和市安和堂医药连锁有限公司'),
  haulier: firm(15, '清和市顺达物流有限公司'),
} as const;

/** Who signs in, each with `PASSWORD` and the codes of `codeFor`. */
export const SIGN_INS = {
  officer: { unit: UNITS.market.code, role: 'data-officer', loginName: 'shichang', name: '王数据' },
  reviewer: { unit: UNITS.market.code, role: 'reviewer', loginName: 'fuhe', name: '陈复核' },
  caseOfficer: { unit: UNITS.market.code, role: 'case-officer', loginName: 'banan', name: '孙办案' },
  centre: { unit: UNITS.centre.code, role: 'case-officer', loginName: 'zhongxin', name: '李核实' },
  reviewerOfCentre: { unit: UNITS.centre.code, role: 'reviewer', loginName: 'zhongxinfuhe', name: '钱复核' },
  administrator: { unit: UNITS.centre.code, role: 'administrator', loginName: 'guanliyuan', name: '赵管理' },
  auditor: { unit: UNITS.centre.code, role: 'auditor', loginName: 'shenji', name: '吴审计' },
  administratorOfUnit: {
    unit: UNITS.market.code,
    role: 'administrator',
    loginName: 'shichangguanli',
    name: '周管理',
  },
} as const satisfies Record<string, { unit: string; role: Role; loginName: string; name: string }>;

export const PASSWORD = 'plum7 bridge over snow';

/** The application as it answers on a port of its own. */
export type Application = {
  readonly platform: Platform;
  /** Such as http://127.0.0.1:40123. */
  readonly origin: string;
  readonly isWorking: boolean;
  /** From now on jobs are done; before, everything waits. */
  startWorker(): Promise<void>;
  /** A code that the name has not used yet; the clock goes on for half a minute where that is needed. */
  codeFor(loginName: string): string;
  /** Lets time pass at once; the civil date in SQL stays. */
  forward(minutes: number): void;
  close(): Promise<void>;
};

/** Starts it with the console built; `today` other than the tests' usual day is fixed in the database as well. */
export async function openApplication(options: { readonly today?: string } = {}): Promise<Application> {
  const world = await testDatabase();
  const config = { ...world.platform.config, demo: true };
  let now = (options.today === undefined ? world.platform.clock : fixedClock(options.today)).now().getTime();
  const clock = { now: () => new Date(now), today: () => civilDateAt(new Date(now)) };
  const platform: Platform = { ...world.platform, config, clock };
  if (options.today !== undefined) await fixToday(world.db.migrator, options.today);
  await buildCity(platform);
  await registerFirms(platform, Object.values(FIRMS));
  for (const account of Object.values(SIGN_INS))
    await createAccount(platform, { ...account, roles: [account.role], password: PASSWORD, totpSecret });
  await prepareConsole(platform);
  const server = await buildApp(platform);
  const origin = await server.listen({ port: 0, host: '127.0.0.1' });
  const usedSteps = new Map<string, number>();
  let worker: { stop(): Promise<void> } | undefined;
  return {
    platform,
    origin,
    get isWorking() {
      return worker !== undefined;
    },
    async startWorker() {
      worker = await platform.jobs.startWorker(allHandlers(platform), { concurrency: 2 });
    },
    codeFor(loginName) {
      const step = () => Math.floor(now / 30_000);
      if (usedSteps.get(loginName) === step()) now += 30_000;
      usedSteps.set(loginName, step());
      return totpCode(totpSecret, new Date(now));
    },
    forward(minutes) {
      now += minutes * 60_000;
    },
    async close() {
      await worker?.stop();
      server.server.closeAllConnections();
      await server.close();
      await world.close();
    },
  };
}
