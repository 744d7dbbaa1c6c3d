/** An item beyond licences and penalties: its template is fetched, a file is checked before sending, and its list shows on the subject's page. */
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { words as handInWords } from '../console/intake/hand-in/words.ts';
import { UNITS } from '../src/modules/intake/testing/city.ts';
import { type Application, FIRMS, openApplication } from './testing/application.ts';
import { comeAs, describeInBrowser, openBrowser } from './testing/browser.ts';
import { filmOf } from './testing/film.ts';
import { mouse } from './testing/hands.ts';
import { chooseFile, csvFile, goTo, seeSettled, signIn, type Walk } from './testing/officer.ts';

const text = handInWords.zh;
const HEADER =
  '企业名称*,统一社会信用代码*,列入决定文书号*,列入原因*,列入日期*,列入状态*,移出日期,列入机关*,列入机关统一社会信用代码*\n';
const row = ({ name, uscc }: { name: string; uscc: string }, number: number, state: string) =>
  `${name},${uscc},清市监异列〔2026〕${number}号,未按照规定的期限公示年度报告,2026/07/06,${state},,${UNITS.market.name},${UNITS.market.uscc}\n`;

describeInBrowser('the list of abnormal operation', () => {
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

  test('goes from the template to the subject’s page', { timeout: 120_000 }, async () => {
    const film = filmOf('list-item');
    const person = await comeAs(browser, { origin: application.origin, language: 'zh' });
    const walk: Walk = { application, person, language: 'zh', hands: mouse };
    const { page } = person;
    await signIn(walk, 'officer');
    await goTo(walk, 'hand-in');
    await page.getByRole('radio', { name: '经营异常名录' }).check();
    const asked = page.waitForEvent('download');
    await page.getByRole('link', { name: text.template }).click();
    const download = await asked;
    expect(download.suggestedFilename()).toBe('abnormal-operation-list-2024-1-template.xlsx');
    expect((await readFile(await download.path())).subarray(0, 2).toString()).toBe('PK');

    // Who has left the list must have a day of leaving.
    const bad = csvFile('bad.csv', HEADER + row(FIRMS.bakery, 1, '列入') + row(FIRMS.hotel, 2, '移出'));
    await chooseFile(walk, '经营异常名录', bad);
    await page
      .getByText(/含“移出”时，此项必填/)
      .first()
      .waitFor();
    await film(page, 'checked-before-sending');
    const good = csvFile('good.csv', HEADER + row(FIRMS.bakery, 1, '列入'));
    await chooseFile(walk, '经营异常名录', good);
    await page.getByText(text.allGood).waitFor();
    await page.getByRole('button', { name: text.send, exact: true }).click();
    await seeSettled(walk);

    await page.goto(`${application.origin}/subjects/${FIRMS.bakery.uscc}`);
    await page.getByRole('heading', { name: '经营异常名录：未按照规定的期限公示年度报告' }).waitFor();
    expect(await page.getByRole('main').textContent()).toContain('列入期间公示，移出当日撤下');
    await film(page, 'on-the-subject');
    await page.goto(`${application.origin}/catalogue/abnormal-operation-list`);
    await film(page, 'item');
    await page.goto(`${application.origin}/en/catalogue/statutory-bar`);
    await film(page, 'never-open');
    await page.goto(`${application.origin}/catalogue`);
    await film(page, 'catalogue');
  });
});
