/** For tests in a browser: Chromium without a window, people with a context of their own, and what their pages complained of. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { describe, test } from 'vitest';

const places = [
  process.env['GONGXIN_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Where the browser lies, if this machine has one. */
export const chromiumPath = places.find((file) => file !== undefined && file !== '' && existsSync(file));

/** A group of tests that need a browser. Without one they are skipped with a word about it; in CI that is a failure. */
export function describeInBrowser(name: string, define: () => void): void {
  if (chromiumPath) return void describe(name, define);
  const missing = `skipped: ${name} (no Chromium here: install chromium and fonts-noto-cjk, or set GONGXIN_CHROMIUM)`;
  if (process.env['CI'] === 'true') {
    describe(name, () =>
      test('a browser is there', () => {
        throw new Error(missing);
      }),
    );
    return;
  }
  process.stdout.write(`${missing}\n`);
  describe.skip(name, define);
}

/** Starts the browser; it loads nothing by itself. */
export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    ...(chromiumPath === undefined ? {} : { executablePath: chromiumPath }),
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** Somebody at a browser of their own. */
export type Person = {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Faults of scripts and pages so far; a journey ends with none. */
  readonly complaints: readonly string[];
};

/** How somebody comes to the site. */
export type Coming = {
  readonly origin: string;
  readonly language: 'zh' | 'en';
  /** Default true; the portal must work without. */
  readonly scripts?: boolean;
  readonly width?: number;
};

// The browser's own line about an answer of 4xx says nothing new: journeys judge answers themselves.
const ownLine = /Failed to load resource: the server responded with a status of 4\d\d/;

/** Opens a context of its own: no cookies, the language of the person, an empty page. */
export async function comeAs(browser: Browser, coming: Coming): Promise<Person> {
  const { origin, language, scripts = true, width = 1280 } = coming;
  const context = await browser.newContext({
    baseURL: origin,
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    javaScriptEnabled: scripts,
    viewport: { width, height: 800 },
    acceptDownloads: true,
    reducedMotion: 'reduce',
  });
  // Long, since tests share a small machine; nothing here waits for it when all is well.
  context.setDefaultTimeout(90_000);
  const complaints: string[] = [];
  context.on('page', (page) => listen(page, complaints));
  const page = await context.newPage();
  // The console keeps the language a person chose; it is chosen before the first page.
  if (scripts)
    await page.addInitScript((chosen) => localStorage.setItem('gongxin-language', chosen), language);
  return { page, context, complaints };
}

function listen(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !ownLine.test(message.text()))
      complaints.push(`${page.url()}: ${message.text()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.url()}: ${response.status()}`);
  });
}
