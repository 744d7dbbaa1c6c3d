/** The pages of the API's description in a real browser, judged by axe in both languages, narrow and zoomed; nothing overflows. */
import type { AddressInfo } from 'node:net';
import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildApp } from '../src/app/server.ts';
import type { Server } from '../src/platform/http/index.ts';
import { type TestWorld, testDatabase } from '../src/platform/testing.ts';
import { describeInBrowser, openBrowser } from './testing/browser.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
// 200 % of 1280 CSS pixels is a page of 640 at twice the density.
const views = [
  { viewport: { width: 320, height: 640 }, deviceScaleFactor: 1, colorScheme: 'dark' },
  { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2, colorScheme: 'light' },
] as const;

describeInBrowser('pages of the API', () => {
  let world: TestWorld;
  let server: Server;
  let browser: Browser;
  let origin: string;
  beforeAll(async () => {
    world = await testDatabase();
    server = await buildApp(world.platform);
    await server.listen({ port: 0, host: '127.0.0.1' });
    origin = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
    await world.close();
  });

  test.each(['/api/docs', '/api/docs/submissions', '/api/docs/public'])(
    '%s',
    { timeout: 240_000 },
    async (path) => {
      for (const view of views) {
        const context = await browser.newContext({ ...view, javaScriptEnabled: true });
        context.setDefaultTimeout(90_000);
        const page = await context.newPage();
        for (const language of ['', '/en']) {
          await page.goto(`${origin}${language}${path}`);
          await page.evaluate(axe.source);
          const found = await page.evaluate(
            (values) =>
              (globalThis as unknown as { axe: typeof axe }).axe.run({ runOnly: { type: 'tag', values } }),
            tags,
          );
          const told = found.violations.map(
            ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
          );
          expect(told, `${language}${path} ${view.viewport.width}`).toEqual([]);
          const width = await page.evaluate(() => globalThis.document.documentElement.scrollWidth);
          expect(width).toBeLessThanOrEqual(view.viewport.width);
        }
        await context.close();
      }
    },
  );
});
