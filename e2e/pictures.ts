/** Takes the pictures of README from a running demo, whose address (http://127.0.0.1:8080) and data folder (var) it is told. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { words as signInWords } from '../console/identity/words.ts';
import { totpCode } from '../src/modules/identity/index.ts';
import { openBrowser } from './testing/browser.ts';

const [origin = 'http://127.0.0.1:8080', data = 'var'] = process.argv.slice(2);
const target = path.join(import.meta.dirname, '..', 'docs', 'images');
const demoFile = (name: string) => path.join(data, 'demo-files', name);
const width = 1080;

type Language = 'zh' | 'en';

async function pageOf(browser: Browser, language: Language): Promise<Page> {
  const context = await browser.newContext({
    baseURL: origin,
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    viewport: { width, height: 760 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  await page.addInitScript((chosen) => localStorage.setItem('gongxin-language', chosen), language);
  return page;
}

/** Writes `height` pixels from `from` on (else from the top) as WebP, which the browser itself encodes. */
async function keep(page: Page, name: string, height: number, from?: Locator): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  const y = from ? Math.max(0, ((await from.boundingBox())?.y ?? 0) - 24) : 0;
  const png = await page.screenshot({
    clip: { x: 0, y, width, height },
    fullPage: true,
    animations: 'disabled',
  });
  const webp = await page.context().newPage();
  const encoded = await webp.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    return canvas.toDataURL('image/webp', 0.9).split(',')[1] ?? '';
  }, png.toString('base64'));
  await webp.close();
  await writeFile(path.join(target, `${name}.webp`), Buffer.from(encoded, 'base64'));
}

/** A firm with a penalty and a few other records: enough to see, not too much to read. */
async function findFirm(): Promise<{ uscc: string; record: string }> {
  const answer = await fetch(`${origin}/api/v1/public/records?item=administrative-penalty`);
  const { items } = (await answer.json()) as { items: { uscc: string; id: string }[] };
  for (const { uscc, id } of items) {
    const text = await (await fetch(`${origin}/subjects/${uscc}`)).text();
    const records = text.match(/\/records\//g)?.length ?? 0;
    if (records >= 4 && records <= 6 && text.includes('id="administrative-licence"'))
      return { uscc, record: id };
  }
  throw new Error('no firm with a few records among the newest penalties');
}

async function signIn(page: Page, language: Language, name: string): Promise<void> {
  const { accounts } = JSON.parse(await readFile(path.join(data, 'demo-credentials.json'), 'utf8')) as {
    accounts: { name: string; password: string; totp_secret: string }[];
  };
  const text = signInWords[language];
  await page.goto('/console');
  await page.getByLabel(text.name).fill(name);
  const account = accounts.find((each) => each.name === name);
  if (!account) throw new Error(`nobody signs in as ${name}`);
  await page.getByLabel(text.password).fill(account.password);
  await page.getByRole('button', { name: text.goOn }).click();
  await page.getByLabel(text.code).fill(totpCode(account.totp_secret, new Date()));
  await page.getByRole('button', { name: text.signIn }).click();
  await page.locator('.frame-nav').waitFor();
}

async function preCheck(page: Page, file: string): Promise<void> {
  await page.goto('/console/hand-in?item=administrative-penalty');
  await page.locator('input[type=file]').setInputFiles(demoFile(file));
  await page.locator('table').last().waitFor();
}

async function portalPictures(browser: Browser): Promise<void> {
  const { uscc, record } = await findFirm();
  for (const language of ['zh', 'en'] as const) {
    const page = await pageOf(browser, language);
    await page.goto(language === 'zh' ? '/' : '/en/');
    await keep(page, `home-${language}`, 1000);
    await page.goto(`${language === 'zh' ? '' : '/en'}/records/${record}`);
    await keep(page, `record-${language}`, 900);
    if (language === 'en') continue;
    await page.goto(`/subjects/${uscc}`);
    await keep(page, 'subject-zh', 1100);
  }
}

async function consolePictures(browser: Browser): Promise<void> {
  const [zh, en] = [await pageOf(browser, 'zh'), await pageOf(browser, 'en')];
  await signIn(zh, 'zh', 'shichang');
  await zh.goto('/console');
  await zh.locator('.chart canvas').waitFor();
  await zh.getByRole('combobox').click();
  await zh.locator('.ant-select-item-option').filter({ hasText: '行政处罚' }).click();
  await keep(zh, 'dashboard-zh', 1180);
  await signIn(en, 'en', 'shichang');
  await preCheck(en, '11-penalties-each-fault-once.csv');
  await keep(en, 'pre-check-en', 1000, en.getByRole('heading', { level: 3 }));
  await preCheck(zh, '11-penalties-each-fault-once.csv');
  await zh.getByRole('main').getByRole('button').filter({ hasText: '发送' }).click();
  // Handed in by an earlier run, it is told to be the same file.
  const earlier = zh.getByRole('link', { name: '查看那一批' });
  await Promise.race([zh.waitForURL('**/submissions/*'), earlier.click()]);
  await zh.getByRole('button', { name: '下载带问题说明的文件' }).waitFor();
  await keep(zh, 'findings-zh', 1100);
}

await mkdir(target, { recursive: true });
const browser = await openBrowser();
try {
  await portalPictures(browser);
  await consolePictures(browser);
} finally {
  await browser.close();
}
