/** A file with a fault is sent as it is, fetched with its findings, mended and sent again; then the dashboard: all by keyboard. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { words as handInWords } from '../console/intake/hand-in/words.ts';
import { words as submissionWords } from '../console/intake/submissions/words.ts';
import { words as dashboardWords } from '../console/quality/words.ts';
import { csv, licence, penalty } from '../src/modules/intake/testing/city.ts';
import { type Application, FIRMS, openApplication } from './testing/application.ts';
import { comeAs, describeInBrowser, openBrowser } from './testing/browser.ts';
import { filmOf } from './testing/film.ts';
import { keyboard } from './testing/hands.ts';
import { chooseFile, csvFile, goTo, seeSettled, signIn, type Upload, type Walk } from './testing/officer.ts';

const text = { handIn: handInWords.zh, submission: submissionWords.zh, dashboard: dashboardWords.zh };

/** The counts of the submission on the page, as one line. */
async function countsOn(page: Page): Promise<string> {
  const names = await page.locator('dl.counts dt').allInnerTexts();
  const counts = await page.locator('dl.counts dt + dd').allInnerTexts();
  return names.map((name, at) => `${name} ${counts[at]}`).join(', ');
}

describeInBrowser('a file with a fault', () => {
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

  async function send(walk: Walk, item: string, file: Upload, button: string): Promise<void> {
    await chooseFile(walk, item, file);
    await keyboard.press(walk.person.page.getByRole('button', { name: button, exact: true }));
    await seeSettled(walk);
  }

  test('goes in without its bad row, which follows mended', { timeout: 240_000 }, async () => {
    const film = filmOf('mending-keyboard');
    const person = await comeAs(browser, { origin: application.origin, language: 'zh' });
    const walk: Walk = { application, person, language: 'zh', hands: keyboard };
    const { page } = person;
    await signIn(walk, 'officer');
    await goTo(walk, 'hand-in');
    const rows = [penalty(FIRMS.bakery, 601), penalty(FIRMS.hotel, 602, { CF_JDRQ: '2026/2/30' })];
    await send(walk, '行政处罚', csvFile('penalties.csv', csv(rows)), text.handIn.sendAnyway);
    await page.getByRole('table', { name: text.submission.findings }).waitFor();
    expect(await countsOn(page)).toBe('行数 2, 入库 1, 有误 1');
    await film(page, 'with-a-bad-row');

    const asked = page.waitForEvent('download');
    await keyboard.press(page.getByRole('button', { name: text.submission.download }));
    const download = await asked;
    expect(download.suggestedFilename()).toBe('penalties-findings.csv');
    const found = await readFile(await download.path(), 'utf8');
    expect(found.split('\n')[2]).toMatch(/2026\/2\/30.+未入库/);

    await keyboard.press(page.getByRole('link', { name: text.submission.mend }));
    const mended = csvFile('mended.csv', found.replace('2026/2/30', '2026/11/10'));
    await send(walk, '行政处罚', mended, text.handIn.send);
    // The row that was good from the start is known already.
    expect(await countsOn(page)).toBe('行数 2, 入库 1, 重复 1');
    await film(page, 'mended');

    await goTo(walk, 'hand-in');
    await send(walk, '行政许可', csvFile('licences.csv', csv([licence(FIRMS.hotel, 603)])), text.handIn.send);
    await goTo(walk, 'dashboard');
    await page.getByRole('table', { name: text.dashboard.lately }).waitFor();
    const months = (item: string) => page.getByRole('table', { name: text.dashboard.chart(item) });
    // The figures are counted after the submission is settled.
    await expect
      .poll(async () => {
        await page.reload();
        await page.getByRole('heading', { name: text.dashboard.timeliness }).waitFor();
        return page.getByLabel(text.dashboard.item, { exact: true }).count();
      })
      .toBe(1);
    for (const [item, records] of [
      ['行政处罚', '2'],
      ['行政许可', '1'],
    ] as const) {
      await keyboard.pick(page.getByLabel(text.dashboard.item, { exact: true }), item);
      await months(item).waitFor();
      const cells = await months(item).getByRole('row').nth(1).getByRole('cell').allInnerTexts();
      expect(cells.slice(0, 2)).toEqual(['2026-11', records]);
    }
    await film(page, 'dashboard');
    await keyboard.press(page.getByRole('link', { name: 'mended.csv' }));
    await seeSettled(walk);
    await page.goBack();
    await keyboard.press(page.getByRole('link', { name: text.dashboard.all }));
    await page.getByRole('heading', { level: 1, name: text.submission.title }).waitFor();
    expect(person.complaints).toEqual([]);
  });
});
