/** A file of penalties from an officer's desk to the public page and back again, in both languages, by mouse and by keyboard. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { words as approvalWords } from '../console/identity/approvals/words.ts';
import { words as handInWords } from '../console/intake/hand-in/words.ts';
import { words as submissionWords } from '../console/intake/submissions/words.ts';
import { words as recordWords } from '../console/records/words.ts';
import { csv, penalty } from '../src/modules/intake/testing/city.ts';
import { type Application, FIRMS, openApplication } from './testing/application.ts';
import { comeAs, describeInBrowser, openBrowser } from './testing/browser.ts';
import { filmOf } from './testing/film.ts';
import { keyboard, mouse, pressForTab } from './testing/hands.ts';
import { chooseFile, csvFile, goTo, seeSettled, signIn, type Walk } from './testing/officer.ts';
import { likeOneThatNeverWas } from './testing/record-answers.ts';

const places = {
  zh: { item: '行政处罚', lookUp: '查询', home: '/', name: '麦香', date: '处罚决定日期' },
  en: {
    item: 'Administrative penalties',
    lookUp: 'Look up',
    home: '/en/',
    name: '麦香',
    date: 'Date of the penalty decision',
  },
};

/** Three faults that only people make: a day that never was, a code with a slip, yuan where 10,000 yuan is due. */
function rowsOf(first: number) {
  const good = penalty(FIRMS.bakery, first, { CF_WFXW: '未按规定公示营业执照' });
  const rows = [
    good,
    penalty(FIRMS.foundry, first + 1),
    penalty(FIRMS.hotel, first + 2),
    penalty(FIRMS.pharmacy, first + 3),
  ];
  const slip = FIRMS.foundry.uscc.slice(0, -1) + (FIRMS.foundry.uscc.endsWith('X') ? 'Y' : 'X');
  const faults = [{}, { CF_JDRQ: '2026/2/30' }, { CF_XDR_SHXYM: slip }, { CF_NR_FK: '3000' }];
  return {
    bad: csv([
      { ...rows[0], ...faults[0] } as Record<string, string>,
      { ...rows[2], ...faults[1] } as Record<string, string>,
      { ...rows[1], ...faults[2] } as Record<string, string>,
      { ...rows[3], ...faults[3] } as Record<string, string>,
    ]),
    mended: csv([rows[0], rows[2], rows[1], rows[3]] as Record<string, string>[]),
  };
}

describeInBrowser('penalties, from the file to the public page', () => {
  let application: Application;
  let browser: Browser;
  beforeAll(async () => {
    [application, browser] = await Promise.all([openApplication(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await application?.close();
  });

  test.each([
    { language: 'zh' as const, by: 'mouse', hands: mouse, first: 100 },
    { language: 'en' as const, by: 'keyboard', hands: keyboard, first: 200 },
  ])('in $language by $by', { timeout: 240_000 }, async ({ language, by, hands, first }) => {
    const film = filmOf(`penalties-${language}-${by}`);
    const { origin } = application;
    const person = await comeAs(browser, { origin, language });
    const walk: Walk = { application, person, language, hands };
    const { page } = person;
    const place = places[language];
    const [handIn, submission] = [handInWords[language], submissionWords[language]];
    const approvals = approvalWords[language];
    const { bad, mended } = rowsOf(first);

    await signIn(walk, 'officer');
    await film(page, 'dashboard');
    await goTo(walk, 'hand-in');
    await chooseFile(walk, place.item, csvFile('penalties.csv', bad));
    const findings = page.getByRole('table', { name: submission.findings });
    await findings.waitFor();
    await film(page, 'pre-check');
    for (const [row, rule] of [
      ['3', 'date'],
      ['4', 'uscc.check-character'],
      ['5', 'amount.unit'],
    ] as const) {
      const line = findings
        .getByRole('row')
        .filter({ has: page.getByRole('link', { name: rule, exact: true }) });
      expect(await line.getByRole('cell').first().textContent(), rule).toBe(row);
    }
    // The header of this file is codes; the reader is told the name.
    await findings.getByRole('cell', { name: place.date }).waitFor();
    await page.getByText(handIn.someBad('3')).waitFor();

    await chooseFile(walk, place.item, csvFile('penalties.csv', mended));
    await page.getByText(handIn.allGood).waitFor();
    await film(page, 'mended');
    await hands.press(page.getByRole('button', { name: handIn.send }));
    if (!application.isWorking) {
      // Nobody works yet: the page says that the file is safe and that one may leave.
      await page.getByText(submission.waiting).waitFor();
      await film(page, 'waiting');
      await application.startWorker();
    }
    await seeSettled(walk);
    await film(page, 'settled');
    expect(await page.locator('dl.counts').textContent()).toMatch(/4.*4/);

    await hands.press(page.getByRole('link', { name: submission.records }));
    const own = page
      .getByRole('row')
      .filter({ hasText: FIRMS.bakery.name })
      .filter({ hasText: `${first}号` });
    const record = await pressForTab(
      hands,
      own.getByRole('link', { name: recordWords[language].publicPage }),
    );
    await film(page, 'own-records');
    const address = new URL(record.url()).pathname;
    expect(address).toMatch(language === 'zh' ? /^\/records\// : /^\/en\/records\//);
    await film(record, 'record');

    // A visitor, without script, finds the firm by two characters of its name.
    const visitor = await comeAs(browser, { origin, language, scripts: false });
    await visitor.page.goto(place.home);
    await hands.write(visitor.page.getByRole('searchbox'), place.name);
    await hands.press(visitor.page.getByRole('button', { name: place.lookUp }));
    await film(visitor.page, 'results');
    await hands.press(visitor.page.getByRole('link', { name: FIRMS.bakery.name }));
    await film(visitor.page, 'subject');
    const entry = visitor.page.getByRole('listitem').filter({ hasText: `2026〕${first}号` });
    await hands.press(entry.getByRole('heading').getByRole('link'));
    await visitor.page.waitForURL(`${origin}${address}`);
    const says = await visitor.page.getByRole('main').textContent();
    expect(says).toMatch(
      language === 'zh'
        ? /公示于 2026-11-18；.+ 起不再公示[\s\S]+现行规定：自决定之日起公示，最短 \d+ 个月，最长 \d+ 个月[\s\S]*《.+》第.+条/
        : /Public since 2026-11-18; no longer public from .+[\s\S]+rules in force now[\s\S]+第.+条/,
    );
    await film(visitor.page, 'public-record');

    // Withdrawal is asked for with a reason; nothing changes until another person has agreed.
    await page.goBack();
    await hands.press(page.getByRole('button', { name: submission.withdraw }));
    const dialogue = page.getByRole('dialog');
    await hands.press(dialogue.getByRole('button', { name: submission.withdrawNow }));
    await dialogue.getByText(submission.reasonShort).waitFor();
    await hands.write(dialogue.getByRole('textbox'), '案号录入错误，撤回重报');
    await film(page, 'withdrawing');
    await hands.press(dialogue.getByRole('button', { name: submission.withdrawNow }));
    await page.getByRole('link', { name: submission.approvals }).waitFor();
    await film(page, 'asked');
    await visitor.page.reload();
    await visitor.page.getByRole('main').getByText(FIRMS.bakery.name).first().waitFor();

    const second = await comeAs(browser, { origin, language });
    const review: Walk = { application, person: second, language, hands };
    await signIn(review, 'reviewer');
    await goTo(review, 'approvals');
    await hands.press(second.page.getByRole('button', { name: approvals.approve, exact: true }));
    await second.page.getByText(approvals.decisionShort).waitFor();
    await hands.write(second.page.getByLabel(approvals.decision), '核对案卷，确需撤回');
    await film(second.page, 'approving');
    await hands.press(second.page.getByRole('button', { name: approvals.approve, exact: true }));
    await second.page.getByText(approvals.done['approved'] as string).waitFor();
    await hands.press(second.page.getByRole('link', { name: approvals.decided }));
    await second.page
      .getByText(approvals.states['approved'] as string, { exact: true })
      .first()
      .waitFor();
    await film(second.page, 'approved');

    // At once it is as if it had never been.
    await page.reload();
    await page.getByText('案号录入错误，撤回重报').first().waitFor();
    await film(page, 'withdrawn');
    await visitor.page.reload();
    await film(visitor.page, 'gone');
    await likeOneThatNeverWas(visitor, address);

    expect([...person.complaints, ...second.complaints, ...visitor.complaints]).toEqual([]);
  });
});
