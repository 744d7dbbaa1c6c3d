// The portal's pages in a real browser, judged by axe (WCAG 2.0 to 2.2, A and AA) in both languages, at 320 px and at 200 %.
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import axe from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addRecord, addSubject, addUnits } from '../src/app/portal/testing/sample-city.ts';
import { buildApp } from '../src/app/server.ts';
import { publicRecordId } from '../src/modules/records/index.ts';
import { sql } from '../src/platform/db/index.ts';
import type { Server } from '../src/platform/http/index.ts';
import { type TestWorld, testDatabase } from '../src/platform/testing.ts';

const executable = [
  process.env['GONGXIN_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].find((file) => file && existsSync(file));
const isCi = process.env['CI'] === 'true';
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

// 200 % of 1280 CSS pixels is a page of 640 at twice the density (WCAG 1.4.4, as browsers zoom).
const views = [
  { name: '320 px', viewport: { width: 320, height: 640 }, deviceScaleFactor: 1, colorScheme: 'dark' },
  { name: '200 %', viewport: { width: 640, height: 450 }, deviceScaleFactor: 2, colorScheme: 'light' },
] as const;

let world: TestWorld;
let server: Server;
let browser: Browser;
let origin: string;
const addresses: Record<string, string> = {
  home: '/',
  results: `/search?q=${encodeURIComponent('鑫源')}`,
  'no results': `/search?q=${encodeURIComponent('没有这家')}`,
  licences: '/double-publicity',
  'penalties with a faulty filter': '/double-publicity?tab=penalties&from=x',
  timeliness: '/timeliness',
  'timeliness of a unit': '/timeliness/scjg?item=administrative-penalty',
  catalogue: '/catalogue',
  item: '/catalogue/administrative-penalty',
  law: '/law',
  instrument: '/law/ndrc-36',
  rules: '/rules',
  rule: '/rules/uscc.check-character',
  log: '/log',
  removals: '/removals',
  'self-check': '/supervision',
  charter: '/charter',
  help: '/help',
  problems: '/problems',
  problem: '/problems/not-found',
  'nothing here': '/nothing-here',
};

async function fillCity(): Promise<void> {
  await addUnits(world);
  const firm = await addSubject(world, { name: '清和市鑫源建材有限公司', former: '清和县鑫源经营部' });
  await addSubject(world, { name: '清和市鑫源物流有限公司', provisional: true });
  const penalty = await addRecord(world, {
    subjectId: firm.id,
    item: 'administrative-penalty',
    decidedOn: '2026-11-03',
    acceptedOn: '2026-11-13',
    decisionNo: '清监罚〔2026〕318号',
  });
  for (let n = 0; n < 24; n++) {
    await addRecord(world, {
      subjectId: firm.id,
      item: 'administrative-licence',
      decidedOn: '2026-11-03',
      validUntil: '2031-11-03',
      decisionNo: `清监许〔2026〕${n}号`,
    });
  }
  for (const item of ['administrative-licence', 'administrative-penalty']) {
    await world.db.app.query(sql`insert into quality.timeliness values ('scjg', ${item}, '2026-10-01', 12, 11, 10, 0, 40, now()),
      ('scjg', ${item}, '2026-11-01', 9, 9, 9, 1, 30, now())`);
  }
  await world.db.app.query(sql`insert into quality.number_series
    values ('scjg', 'administrative-penalty', '清监罚〔2026〕…号', 301, 318, 17, array[305], now())`);
  await world.db.app.query(sql`insert into supervision.finding
      (finding_id, kind, reference, unit_code, facts, found_at, found_on, due_on, due_fixed, seen_in)
    values (1, 'public-past-end', '4711.1', 'scjg', '{}', now(), '2026-11-10', '2026-11-17', true, 1)`);
  await world.db.app.query(sql`insert into supervision.check_round
      (round_id, began_at, ended_at, records, releases, opened, closed, still_open)
    values (1, now(), now(), 128412, 912, 1, 0, 1)`);
  addresses['subject'] = `/subjects/${firm.uscc}`;
  addresses['one category'] = `/subjects/${firm.uscc}?item=administrative-licence`;
  addresses['record'] = `/records/${publicRecordId(firm.id, penalty)}`;
}

/** What axe objects to, short enough to read in a failure. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(async (values) => {
    const axe = (globalThis as unknown as { axe: { run(root: unknown, options: unknown): Promise<unknown> } })
      .axe;
    return (await axe.run(document, { runOnly: { type: 'tag', values } })) as {
      passes: unknown[];
      violations: { id: string; help: string; nodes: { html: string }[] }[];
    };
  }, tags);
  expect(found.passes.length).toBeGreaterThan(10);
  return found.violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html}`);
}

beforeAll(async () => {
  if (!executable) {
    if (isCi) throw new Error('no chromium on this machine; install chromium and fonts-noto-cjk');
    process.stdout.write(
      'skipped: portal pages in a browser: install chromium and fonts-noto-cjk, then run again\n',
    );
    return;
  }
  world = await testDatabase();
  await fillCity();
  server = await buildApp(world.platform);
  await server.listen({ host: '127.0.0.1', port: 0 });
  origin = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  browser = await chromium.launch({ executablePath: executable, headless: true, args: flags });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
  await world?.close();
});

describe.skipIf(!executable && !isCi).each(views)('at $name', ({ name: _, ...view }) => {
  test.each(['zh', 'en'] as const)(
    '%s: no page has a violation, and none scrolls sideways',
    async (language) => {
      // Without script every page must stand as well; axe itself needs none of ours.
      const context = await browser.newContext({ ...view, bypassCSP: true });
      context.setDefaultTimeout(90_000);
      const page = await context.newPage();
      const complaints: string[] = [];
      for (const [name, address] of Object.entries(addresses)) {
        await page.goto(`${origin}${language === 'en' ? '/en' : ''}${address}`);
        for (const complaint of await violations(page)) complaints.push(`${name}: ${complaint}`);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        if (overflow > 0) complaints.push(`${name}: scrolls ${overflow} px sideways`);
      }
      await context.close();
      expect(complaints).toEqual([]);
    },
    120_000,
  );
});

describe.skipIf(!executable && !isCi)('by keyboard', () => {
  test('a visitor skips to the content, searches, opens a subject and its record, with script off', async () => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 1280, height: 900 },
    });
    context.setDefaultTimeout(90_000);
    const page = await context.newPage();
    await page.goto(origin);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#main$/);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q');
    await page.keyboard.type('鑫源建材');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?q=/);
    expect(await page.locator('h2 a').first().textContent()).toBe('清和市鑫源建材有限公司');
    await page.locator('h2 a').first().focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/subjects\//);
    await page.locator('#administrative-penalty ~ .results h3 a').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/records\//);
    expect(await page.locator('#until').textContent()).toBe('公示到什么时候');
    await context.close();
  }, 60_000);

  test('names are suggested while typing, chosen by arrow and Enter, and nothing is refused by the policy', async () => {
    const context = await browser.newContext();
    context.setDefaultTimeout(90_000);
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    await page.goto(origin);
    await page.locator('#q').pressSequentially('鑫源');
    await page.locator('[role=option]').first().waitFor();
    expect(await page.locator('#q').getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('[aria-selected=true]').textContent()).toMatch(/鑫源/);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/search\?q=/);
    await page.locator('.results h2').waitFor();
    expect(await page.locator('.results h2').allTextContents()).toEqual([expect.stringMatching(/鑫源/)]);
    expect(errors).toEqual([]);
    await context.close();
  }, 60_000);
});
