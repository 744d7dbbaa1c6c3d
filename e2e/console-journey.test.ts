/** What an officer lives through at the console besides the good day: a form, a session that ends, a wrong code, a file twice. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { words as frameWords } from '../console/identity/words.ts';
import { words as formWords } from '../console/intake/form/words.ts';
import { words as handInWords } from '../console/intake/hand-in/words.ts';
import { words as heldWords } from '../console/intake/held-rows/words.ts';
import { words as submissionWords } from '../console/intake/submissions/words.ts';
import { words as calendarWords } from '../console/law/words.ts';
import { words as partsWords } from '../console/parts/words.ts';
import { csv, penalty, UNITS } from '../src/modules/intake/testing/city.ts';
import { type Application, FIRMS, openApplication, PASSWORD, SIGN_INS } from './testing/application.ts';
import { comeAs, describeInBrowser, openBrowser } from './testing/browser.ts';

const text = {
  frame: frameWords.zh,
  form: formWords.zh,
  handIn: handInWords.zh,
  held: heldWords.zh,
  submission: submissionWords.zh,
};

const calendar = calendarWords.zh;

let application: Application;
let browser: Browser;

async function come(who: keyof typeof SIGN_INS) {
  const person = await comeAs(browser, { origin: application.origin, language: 'zh' });
  await person.page.goto('/console');
  await signInOn(person.page, who);
  await person.page.getByRole('navigation', { name: text.frame.navigation }).waitFor();
  return person;
}

async function signInOn(page: Page, who: keyof typeof SIGN_INS, password = PASSWORD) {
  await page.getByLabel(text.frame.name).fill(SIGN_INS[who].loginName);
  await page.getByLabel(text.frame.password).fill(password);
  await page.getByRole('button', { name: text.frame.goOn }).click();
  if (password === PASSWORD) await giveCode(page, who);
}

async function giveCode(page: Page, who: keyof typeof SIGN_INS) {
  await page.getByLabel(text.frame.code).fill(application.codeFor(SIGN_INS[who].loginName));
  await page.getByRole('button', { name: text.frame.signIn }).click();
}

/** A field of the generated form. */
const field = (page: Page, code: string) => page.locator(`#field-${code}`);

async function giveFile(page: Page, content: string, name = 'penalties.csv') {
  await page.goto('/console/hand-in?item=administrative-penalty');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
  await page.getByRole('heading', { name: text.handIn.result }).waitFor();
}

/** Sends what lies on the page and waits until it is settled. */
async function send(page: Page) {
  await page.getByRole('button', { name: text.handIn.send }).click();
  await seeSettled(page);
}

/** Waits on a submission's page until the worker is through. */
async function seeSettled(page: Page) {
  await page.waitForURL(/\/submissions\/\d+$/);
  await page
    .locator('dl.facts')
    .getByText(partsWords.zh.state['settled'] as string, { exact: true })
    .waitFor();
}

/** The counts of a submission by their names. */
function countsOn(page: Page): Promise<Record<string, string>> {
  return page
    .locator('dl.counts > div')
    .evaluateAll((entries) =>
      Object.fromEntries(
        entries.map((entry) => [
          entry.querySelector('dt')?.textContent ?? '',
          entry.querySelector('dd')?.textContent ?? '',
        ]),
      ),
    );
}

describeInBrowser('at the console', () => {
  beforeAll(async () => {
    [application, browser] = await Promise.all([openApplication(), openBrowser()]);
    await application.startWorker();
  });
  afterAll(async () => {
    await browser?.close();
    await application?.close();
  });

  test('a wrong password says so, keeps the name, and says what to do', { timeout: 180_000 }, async () => {
    const { page, complaints } = await comeAs(browser, { origin: application.origin, language: 'zh' });
    await page.goto('/console/records');
    await signInOn(page, 'officer', 'not the password');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/登录名或密码不正确.*15 分钟/);
    expect(await page.getByLabel(text.frame.name).inputValue()).toBe(SIGN_INS.officer.loginName);
    await page.getByLabel(text.frame.password).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await giveCode(page, 'officer');
    // The page that was asked for, not the first one.
    await page.getByRole('heading', { name: text.frame.pages.records, level: 1 }).waitFor();
    expect(complaints).toEqual([]);
  });

  test('each role sees its own doors, and no page behind the others', { timeout: 180_000 }, async () => {
    const doors = async (who: keyof typeof SIGN_INS) => {
      const { page } = await come(who);
      const names = await page.locator('.frame-nav a').allInnerTexts();
      await page.goto(`/console/${who === 'administrator' ? 'hand-in' : 'calendar'}`);
      await page.getByRole('heading', { name: text.frame.notFound }).waitFor();
      return names;
    };
    const { pages } = text.frame;
    const names = (...wanted: (keyof typeof pages)[]) => wanted.map((page) => pages[page]);
    expect(await doors('officer')).toEqual([
      ...names('dashboard', 'hand-in', 'submissions', 'held-rows', 'records', 'registers', 'collection'),
      ...names('channels', 'approvals', 'supervision', 'register'),
    ]);
    expect(await doors('centre')).toEqual([
      ...names('dashboard', 'hand-in', 'submissions', 'held-rows', 'records', 'registers', 'collection'),
      ...names('channels', 'approvals', 'look', 'exports', 'merges', 'erasures', 'supervision'),
    ]);
    expect(await doors('administrator')).toEqual([
      ...names('dashboard', 'submissions', 'held-rows', 'records', 'registers', 'collection', 'channels'),
      ...names('approvals', 'supervision', 'register', 'drafts', 'waiting-rules', 'above', 'calendar'),
      ...names('accounts', 'units', 'clients'),
    ]);
  });

  test('one record by form: checked field by field, kept over the end of a session, sent, accepted', {
    timeout: 180_000,
  }, async () => {
    const { page, complaints } = await come('officer');
    await page.goto('/console/hand-in/form?item=administrative-penalty');
    // The unit need not type its own name and code.
    await field(page, 'CF_CFJG').waitFor();
    expect(await field(page, 'CF_CFJG').inputValue()).toBe(UNITS.market.name);
    expect(await field(page, 'CF_FR_ZJHM').count()).toBe(0);

    const row = penalty(FIRMS.foundry, 31);
    await field(page, 'CF_XDR_MC').fill(row['CF_XDR_MC'] as string);
    await field(page, 'CF_XDR_SHXYM').fill((row['CF_XDR_SHXYM'] as string).toLowerCase());
    await field(page, 'CF_FRDB').focus();
    // Nothing is asked for before one has been there; this one says what the code should be.
    await page
      .getByText('请改为大写')
      .or(page.getByText(row['CF_XDR_SHXYM'] as string))
      .first()
      .waitFor();
    expect(await page.locator('.field-fault').count()).toBe(1);
    await field(page, 'CF_XDR_SHXYM').fill(row['CF_XDR_SHXYM'] as string);

    await page.getByRole('button', { name: text.form.send }).click();
    const summary = page.getByRole('alert');
    await summary.waitFor();
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
    await summary.getByRole('link', { name: '行政处罚决定书文号' }).click();
    expect(await field(page, 'CF_WSH').evaluate((element) => element === document.activeElement)).toBe(true);

    await field(page, 'CF_XDR_LB').click();
    await page.getByTitle('法人及非法人组织').click();
    await field(page, 'CF_CFLB').click();
    await page.getByTitle('罚款', { exact: true }).click();
    await page.keyboard.press('Escape');
    for (const code of ['CF_FRDB', 'CF_WSH', 'CF_WFXW', 'CF_SY', 'CF_YJ', 'CF_NR', 'CF_NR_FK'])
      await field(page, code).fill(row[code] as string);
    await field(page, 'CF_JDRQ').fill('2026-11-09');
    await page.getByText('第7个工作日').waitFor();
    await field(page, 'CF_YXQ').fill('2099-12-31');

    // The language changes, the session ends: what was typed stays.
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: '中文' }).click();
    await page.context().clearCookies();
    await page.getByRole('button', { name: text.form.send }).click();
    const dialogue = page.getByRole('dialog', { name: text.frame.ended });
    await dialogue.waitFor();
    await signInOn(page, 'officer');
    await dialogue.waitFor({ state: 'hidden' });
    expect(await field(page, 'CF_WSH').inputValue()).toBe(row['CF_WSH']);

    await page.getByRole('button', { name: text.form.send }).click();
    await seeSettled(page);
    expect(await countsOn(page)).toEqual({ 行数: '1', 入库: '1' });
    await page
      .locator('dl.facts')
      .getByText(text.submission.channels['form'] as string, { exact: true })
      .waitFor();
    expect(complaints).toEqual([]);
  });

  test('the same file twice: told so, with a link to the first', { timeout: 180_000 }, async () => {
    const { page } = await come('officer');
    const file = csv([penalty(FIRMS.hotel, 41)]);
    await giveFile(page, file);
    await send(page);
    const first = page.url();
    await giveFile(page, file, 'renamed.csv');
    await page.getByRole('button', { name: text.handIn.send }).click();
    await page.getByRole('link', { name: text.handIn.showEarlier }).click();
    await page.waitForURL(first);
  });

  test('a wrong code is held; the centre undoes, accepts one and returns one, by keyboard alone', {
    timeout: 180_000,
  }, async () => {
    const { page } = await come('officer');
    const swapped = (number: number) =>
      penalty({ name: FIRMS.bakery.name, uscc: FIRMS.haulier.uscc }, number);
    await giveFile(page, csv([swapped(51), swapped(52)]));
    await send(page);
    expect(await countsOn(page)).toMatchObject({ 待核实: '2' });
    await page.goto('/console/held-rows');
    await page.getByText(text.held.leadUnit).waitFor();
    expect(await page.getByRole('button', { name: text.held.accept }).count()).toBe(0);

    const { page: desk, complaints } = await come('centre');
    await desk.goto('/console/held-rows');
    const entries = desk.locator('.held-list button');
    await entries.first().waitFor();
    const sides = await desk.locator('.side-by-side').textContent();
    expect(sides).toContain(FIRMS.bakery.name);
    expect(sides).toContain(FIRMS.haulier.name);

    await entries.first().focus();
    await desk.keyboard.press('j');
    expect(await entries.nth(1).evaluate((element) => element === document.activeElement)).toBe(true);
    await desk.keyboard.press('k');
    await desk.keyboard.press('a');
    await desk.keyboard.press('Enter');
    await desk.getByRole('button', { name: text.held.undo }).click();
    expect(await entries.count()).toBe(2);

    await entries.first().focus();
    await desk.keyboard.press('r');
    await desk.keyboard.press('Enter');
    // The next decision sends the one before at once.
    await desk.keyboard.press('a');
    await desk.keyboard.press('Enter');
    await desk.getByText(text.held.empty).waitFor();
    await desk.getByText(text.held.decided(text.held.accept, FIRMS.bakery.name)).waitFor({ timeout: 60_000 });
    expect(complaints).toEqual([]);

    await page.goto('/console/submissions');
    await page.getByRole('link', { name: 'penalties.csv' }).first().click();
    await seeSettled(page);
    expect(await countsOn(page)).toEqual({ 行数: '2', 入库: '1', 有误: '1' });
  });

  test('faults of a holiday notice are told day by day; what was typed stays', {
    timeout: 180_000,
  }, async () => {
    const { page } = await come('administrator');
    await page.goto('/console/calendar');
    const next = page.getByRole('button', { name: calendar.send, exact: true });
    await next.click();
    await page.getByText(calendar.enterNotice).waitFor();
    await page.getByLabel(calendar.number).fill('国办发明电〔2026〕9号');
    await page.getByLabel(calendar.days).fill('2027-01-01 休 元旦\n2027-02-22 班 春节');
    await next.click();
    const dialogue = page.getByRole('dialog');
    await dialogue.getByLabel(calendar.reason).fill('已与通知逐日核对');
    await dialogue.getByRole('button', { name: calendar.confirm }).click();
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toMatch(/2027-02-22 调休上班日应是周六或周日/);
    expect(await page.getByLabel(calendar.days).inputValue()).toContain('2027-02-22');
  });
});
