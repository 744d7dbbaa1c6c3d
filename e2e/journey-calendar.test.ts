/** A due day beyond the last holiday notice: "fixed when the calendar of 2027 is loaded", until an administrator loads it. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { words as approvalWords } from '../console/identity/approvals/words.ts';
import { words } from '../console/law/words.ts';
import { csv, handIn, officer, penalty } from '../src/modules/intake/testing/city.ts';
import { type Application, FIRMS, openApplication } from './testing/application.ts';
import { comeAs, describeInBrowser, openBrowser } from './testing/browser.ts';
import { filmOf } from './testing/film.ts';
import { keyboard } from './testing/hands.ts';
import { goTo, signIn, type Walk } from './testing/officer.ts';

const text = words.zh;
const approvals = approvalWords.zh;

const run = (month: number, first: number, days: number, name: string) =>
  Array.from({ length: days }, (_, n) => {
    const date = `2027-${String(month).padStart(2, '0')}-${String(first + n).padStart(2, '0')}`;
    return `${date} 休 ${name}`;
  });

/** Not the State Council's: the notice of 2027 is not published on the day of these tests. */
const notice = '测试用虚构通知，不是国务院办公厅文件';
const days = [
  ...run(1, 1, 3, '元旦'),
  ...run(2, 5, 8, '春节'),
  '2027-02-14 班 春节',
  ...run(4, 3, 3, '清明节'),
  ...run(5, 1, 5, '劳动节'),
  ...run(6, 9, 1, '端午节'),
  ...run(9, 15, 1, '中秋节'),
  ...run(10, 1, 7, '国庆节'),
  '2027-10-10 班 国庆节',
];

describeInBrowser('a due day that awaits the calendar of 2027', () => {
  let application: Application;
  let browser: Browser;
  beforeAll(async () => {
    [application, browser] = await Promise.all([openApplication({ today: '2026-12-25' }), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await application?.close();
  });

  test('becomes a date when an administrator hands in the notice and a second person approves', {
    timeout: 240_000,
  }, async () => {
    const film = filmOf('calendar-2027');
    const { origin, platform } = application;
    const decided = { CF_JDRQ: '2026/12/21' };
    const { submission } = await handIn(
      platform,
      officer('market'),
      'administrative-penalty',
      csv([penalty(FIRMS.bakery, 901, decided)]),
    );
    expect(submission.counts).toMatchObject({ accepted: 1 });

    const visitor = await comeAs(browser, { origin, language: 'zh', scripts: false });
    await visitor.page.goto(`/subjects/${FIRMS.bakery.uscc}`);
    await visitor.page.getByRole('link', { name: '罚款' }).click();
    await visitor.page.waitForURL('**/records/*');
    const address = new URL(visitor.page.url()).pathname;
    // The 8th working day is 12-31; were every day after New Year's a working one, the 20th would be 01-13.
    await visitor.page.getByText('2027 年放假安排公布并载入后确定，最早 2027-01-13').waitFor();
    await film(visitor.page, 'before');
    await visitor.page.goto(`/en${address}`);
    await visitor.page
      .getByText('fixed when the calendar of 2027 is loaded; 2027-01-13 at the earliest')
      .waitFor();

    // Every unit has its administrator; the calendar of the city is the centre's.
    const other = await comeAs(browser, { origin, language: 'zh' });
    const otherWalk: Walk = { application, person: other, language: 'zh', hands: keyboard };
    await signIn(otherWalk, 'administratorOfUnit');
    await goTo(otherWalk, 'calendar');
    await other.page.getByText(text.centreOnly).waitFor();
    expect(await other.page.getByRole('button', { name: text.send, exact: true }).count()).toBe(0);
    await film(other.page, 'of-another-unit');

    const person = await comeAs(browser, { origin, language: 'zh' });
    const walk: Walk = { application, person, language: 'zh', hands: keyboard };
    const { page } = person;
    await signIn(walk, 'administrator');
    await goTo(walk, 'calendar');
    await page.getByRole('heading', { name: text.load(2027) }).waitFor();
    await keyboard.write(page.getByLabel(text.number), notice);
    const typed = page.getByLabel(text.days);
    // A slip in one line is said with its number, and nothing typed is lost.
    await keyboard.write(typed, [...days.slice(0, 5), '2027-02-30 休 春节', ...days.slice(5)].join('\n'));
    await keyboard.press(page.getByRole('button', { name: text.send, exact: true }));
    await page.getByText(text.badLine(6)).waitFor();
    await film(page, 'a-slip-in-line-6');
    // A notice without a statutory holiday cannot be whole.
    await keyboard.write(typed, days.filter((line) => !line.includes('劳动节')).join('\n'));
    await keyboard.press(page.getByRole('button', { name: text.send, exact: true }));
    await keyboard.write(page.getByRole('dialog').getByLabel(text.reason), '已与通知逐日核对');
    await keyboard.press(page.getByRole('dialog').getByRole('button', { name: text.confirm }));
    await page.getByRole('alert').getByText('2027-05-01').waitFor();
    await film(page, 'a-holiday-is-missing');
    await keyboard.write(typed, days.join('\n'));
    await keyboard.press(page.getByRole('button', { name: text.send, exact: true }));
    await film(page, 'confirm');
    await keyboard.press(page.getByRole('dialog').getByRole('button', { name: text.confirm }));
    await page.getByText(text.done(2027)).waitFor();
    await film(page, 'asked');

    const second = await comeAs(browser, { origin, language: 'zh' });
    const desk: Walk = { application, person: second, language: 'zh', hands: keyboard };
    await signIn(desk, 'reviewerOfCentre');
    await goTo(desk, 'approvals');
    await second.page.getByText('上班：2027-10-10').waitFor();
    await keyboard.write(second.page.getByLabel(approvals.decision), '逐日核对无误');
    await film(second.page, 'to-decide');
    await keyboard.press(second.page.getByRole('button', { name: approvals.approve, exact: true }));
    await second.page.getByText(approvals.done['approved'] as string).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: text.load(2028) }).waitFor();
    await film(page, 'loaded');

    // Pages keep the calendar for some seconds.
    application.forward(1);
    // 01-01 is off: the 20th working day is 01-19.
    await visitor.page.goto(address);
    await visitor.page.getByText('最迟 2027-01-19').waitFor();
    await film(visitor.page, 'after');
    await visitor.page.goto(`/en${address}`);
    await visitor.page.getByText('by 2027-01-19').waitFor();
    expect([...person.complaints, ...second.complaints, ...other.complaints, ...visitor.complaints]).toEqual(
      [],
    );
  });
});
