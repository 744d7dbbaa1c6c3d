/** Licences on their three ways: a workbook over a slow line, a file in GB18030, and one by form; then what the public gets. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { words as formWords } from '../console/intake/form/words.ts';
import { words as handInWords } from '../console/intake/hand-in/words.ts';
import { words as submissionWords } from '../console/intake/submissions/words.ts';
import { words as uploadWords } from '../console/intake/uploads/words.ts';
import { words as recordWords } from '../console/records/words.ts';
import { encodeGb18030 } from '../src/app/demo/files/gb18030.ts';
import { writeXlsx } from '../src/app/demo/files/xlsx.ts';
import { csv, licence } from '../src/modules/intake/testing/city.ts';
import { type Application, FIRMS, openApplication } from './testing/application.ts';
import { comeAs, describeInBrowser, openBrowser } from './testing/browser.ts';
import { filmOf } from './testing/film.ts';
import { type Hands, keyboard, mouse, pressForTab } from './testing/hands.ts';
import { chooseFile, csvFile, goTo, seeSettled, signIn, type Walk } from './testing/officer.ts';

const ITEM = '行政许可';
const ROWS = 400;

async function workbook(): Promise<Buffer> {
  const rows = Array.from({ length: ROWS }, (_, n) =>
    licence(Object.values(FIRMS)[n % 5] as (typeof FIRMS)['bakery'], 1000 + n, {
      XK_NR: `食品销售；经营项目编码${((n + 1) * 2_654_435_761).toString(36)}`,
    }),
  );
  const columns = Object.keys(rows[0] ?? {});
  return writeXlsx([columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]);
}

/** From now on the page has the line of a village hall. */
async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 200,
    downloadThroughput: 40 * 1024,
    uploadThroughput: 12 * 1024,
  });
}

describeInBrowser('licences, from three ways of handing in to the public list', () => {
  let application: Application;
  let browser: Browser;
  beforeAll(async () => {
    [application, browser] = await Promise.all([openApplication(), openBrowser()]);
    await application.startWorker();
  });
  afterAll(async () => {
    await browser?.close();
    await application?.close();
  });

  async function officer(hands: Hands): Promise<Walk> {
    const person = await comeAs(browser, { origin: application.origin, language: 'zh' });
    const walk: Walk = { application, person, language: 'zh', hands };
    await signIn(walk, 'officer');
    await goTo(walk, 'hand-in');
    return walk;
  }

  test('a workbook over a slow line, by keyboard: one may leave while it goes up', {
    timeout: 240_000,
  }, async () => {
    const film = filmOf('licences-xlsx-slow-line');
    const walk = await officer(keyboard);
    const { page } = walk.person;
    await chooseFile(walk, ITEM, {
      name: '许可 十一月.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: await workbook(),
    });
    await page.getByText(handInWords.zh.allGood).waitFor();
    await page.getByText(handInWords.zh.encodings['xlsx'] as string).waitFor();
    await film(page, 'pre-check');
    await slowDown(page);
    await keyboard.press(page.getByRole('button', { name: handInWords.zh.send }));
    await page.getByText(handInWords.zh.sendingHelp).waitFor();
    await film(page, 'sending');
    await goTo(walk, 'submissions');
    await page.getByRole('heading', { level: 1, name: submissionWords.zh.title }).waitFor();
    await page.getByRole('progressbar').waitFor();
    await film(page, 'sending-elsewhere');
    await page.getByText(uploadWords.zh.done('许可 十一月.xlsx')).waitFor();
    await film(page, 'sent');
    await keyboard.press(page.getByRole('status').getByRole('link', { name: uploadWords.zh.show }));
    await seeSettled(walk);
    await film(page, 'settled');
    expect(await page.locator('dl.counts').textContent()).toContain(String(ROWS));
    expect(walk.person.complaints).toEqual([]);
  });

  test('a file in GB18030, and the same file again', { timeout: 240_000 }, async () => {
    const film = filmOf('licences-gb18030');
    const walk = await officer(mouse);
    const { page } = walk.person;
    const rows = [licence(FIRMS.hotel, 1), licence(FIRMS.pharmacy, 2, { XK_YXQZI: '2099/12/31' })];
    const file = csvFile('licences-gb.csv', encodeGb18030(csv(rows)));
    await chooseFile(walk, ITEM, file);
    await page.getByText(handInWords.zh.encodings['gb18030'] as string).waitFor();
    await film(page, 'pre-check');
    await page.getByRole('button', { name: handInWords.zh.send }).click();
    await seeSettled(walk);
    await film(page, 'settled');

    await goTo(walk, 'hand-in');
    await chooseFile(walk, ITEM, file);
    await page.getByRole('button', { name: handInWords.zh.send }).click();
    await page.getByText(/^这个文件已于 .+ 报送过，没有重复保存。$/).waitFor();
    await film(page, 'same-file');
    await page.getByRole('link', { name: handInWords.zh.showEarlier }).click();
    await seeSettled(walk);
    expect(walk.person.complaints).toEqual([]);
  });

  test('one by form and keyboard alone, with its faults told beside the fields', {
    timeout: 240_000,
  }, async () => {
    const film = filmOf('licences-form-keyboard');
    const walk = await officer(keyboard);
    const { page } = walk.person;
    const text = formWords.zh;
    await keyboard.press(page.getByRole('link', { name: handInWords.zh.byForm }));
    await keyboard.choose(page.getByRole('radio', { name: ITEM }));
    const field = (code: string) => page.locator(`#field-${code}`);
    await keyboard.write(field('XK_XDR_MC'), FIRMS.haulier.name);
    await keyboard.press(page.getByRole('button', { name: text.send, exact: true }));
    const summary = page.getByRole('alert');
    await summary.getByText(/^有 \d+ 处需要改正$/).waitFor();
    await film(page, 'summary');
    // The summary leads to the field.
    await keyboard.press(summary.getByRole('link', { name: '行政许可决定文书号' }));
    expect(await field('XK_WSH').evaluate((input) => input === document.activeElement)).toBe(true);

    const wrong = FIRMS.haulier.uscc.slice(0, -1) + (FIRMS.haulier.uscc.endsWith('X') ? 'Y' : 'X');
    await keyboard.write(field('XK_WSH'), '清运许〔2026〕88号');
    await keyboard.pick(field('XK_XDR_LB'), '法人及非法人组织');
    await film(page, 'a-list');
    await keyboard.write(field('XK_XDR_SHXYM'), wrong);
    await keyboard.write(field('XK_FRDB'), '周一');
    await keyboard.write(field('XK_XKWS'), '道路运输经营许可决定书');
    await keyboard.pick(field('XK_XKLB'), '普通');
    await keyboard.write(field('XK_NR'), '道路普通货物运输');
    for (const [code, date] of [
      ['XK_JDRQ', '2026-11-16'],
      ['XK_YXQZ', '2026-11-16'],
      ['XK_YXQZI', '2030-11-15'],
    ] as const)
      await keyboard.date(field(code), date);
    await keyboard.pick(field('XK_ZT'), '1');
    await page.getByText('统一社会信用代码的校验码不符').first().waitFor();
    await film(page, 'one-fault-left');
    await keyboard.write(field('XK_XDR_SHXYM'), FIRMS.haulier.uscc);
    await page.keyboard.press('Tab');
    await summary.waitFor({ state: 'detached' });
    await keyboard.press(page.getByRole('button', { name: text.send, exact: true }));
    await seeSettled(walk);
    await film(page, 'settled');
    await keyboard.press(page.getByRole('link', { name: submissionWords.zh.records }));
    const own = page.getByRole('row').filter({ hasText: '清运许〔2026〕88号' });
    const record = await pressForTab(keyboard, own.getByRole('link', { name: recordWords.zh.publicPage }));
    await record.getByRole('heading', { level: 1, name: '道路运输经营许可决定书' }).waitFor();
    expect(await record.getByRole('main').textContent()).toMatch(/公示于 2026-11-18；2030-11-16 起不再公示/);
    // A name that nobody may look up by: the legal representative's.
    expect(await record.content()).not.toContain('周一');
    await film(record, 'record');
    expect(walk.person.complaints).toEqual([]);
  });

  test('a visitor with a narrow window, no script and a keyboard narrows the list and takes it along', {
    timeout: 240_000,
  }, async () => {
    const film = filmOf('licences-visitor');
    const { origin } = application;
    const visitor = await comeAs(browser, { origin, language: 'zh', scripts: false, width: 320 });
    const { page } = visitor;
    const takeAlong = async () => {
      const asked = page.waitForEvent('download');
      await keyboard.press(page.getByRole('link', { name: '下载这个列表（CSV）' }));
      const download = await asked;
      expect(download.suggestedFilename()).toMatch(/^administrative-licence-2026-11-18\.csv$/);
      return readFile(await download.path(), 'utf8');
    };
    await page.goto('/');
    await keyboard.press(page.getByRole('link', { name: '双公示', exact: true }));
    await page.getByRole('heading', { level: 1, name: '双公示' }).waitFor();
    await film(page, 'list');
    expect((await page.viewportSize())?.width).toBe(320);
    const text = await takeAlong();
    expect(text.startsWith('\ufeff行政相对人名称,')).toBe(true);
    expect(text.trimEnd().split('\r\n')).toHaveLength(1 + ROWS + 3);
    expect(text).toContain('清运许〔2026〕88号');
    expect(text).not.toMatch(/法定代表人|周一/);

    // The licence given by form was decided later than all others.
    await keyboard.write(page.getByLabel('决定日期从'), '2026-11-10');
    await keyboard.press(page.getByRole('button', { name: '筛选', exact: true }));
    await page.waitForURL(/from=2026-11-10/);
    await film(page, 'narrowed');
    const own = page.getByRole('listitem').filter({ hasText: '清运许〔2026〕88号' });
    expect(await page.locator('ol.results > li').count()).toBe(1);
    const narrowed = await takeAlong();
    expect(narrowed.trimEnd().split('\r\n')).toHaveLength(2);
    await keyboard.press(own.getByRole('heading').getByRole('link'));
    await page.getByRole('heading', { level: 1, name: '道路运输经营许可决定书' }).waitFor();
    expect(visitor.complaints).toEqual([]);
  });
});
