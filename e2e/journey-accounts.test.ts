/** An officer joins: the account is opened, a role asked for after a fresh code, approved by somebody else, and seen in force. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { words as accountWords } from '../console/identity/account/words.ts';
import { words as accountsWords } from '../console/identity/accounts/words.ts';
import { words as approvalWords } from '../console/identity/approvals/words.ts';
import { words as frameWords } from '../console/identity/words.ts';
import { UNITS } from '../src/modules/intake/testing/city.ts';
import { type Application, openApplication, SIGN_INS } from './testing/application.ts';
import { faultsOf } from './testing/axe.ts';
import { comeAs, describeInBrowser, openBrowser } from './testing/browser.ts';
import { filmOf } from './testing/film.ts';
import { keyboard, mouse } from './testing/hands.ts';
import { goTo, signIn, type Walk } from './testing/officer.ts';

describeInBrowser('an officer joins', () => {
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
    { language: 'zh' as const, hands: keyboard },
    { language: 'en' as const, hands: mouse },
  ])('in $language', { timeout: 240_000 }, async ({ language, hands }) => {
    const { origin } = application;
    const film = filmOf(`accounts-${language}`);
    const [accounts, approvals] = [accountsWords[language], approvalWords[language]];
    const [frame, own] = [frameWords[language], accountWords[language]];
    const loginName = `joining.${language}`;

    const boss: Walk = { application, person: await comeAs(browser, { origin, language }), language, hands };
    const { page } = boss.person;
    await signIn(boss, 'administrator');
    await page.goto(`/console/accounts?unit=${UNITS.market.code}`);
    const row = page.getByRole('row').filter({ hasText: loginName });
    await hands.write(page.getByLabel(accounts.name, { exact: true }), '李四');
    await hands.write(page.getByLabel(accounts.loginName, { exact: true }), loginName);
    await hands.press(page.getByRole('button', { name: accounts.createNow, exact: true }));
    await page.getByText(accounts.created(loginName)).waitFor();
    await row.getByText(accounts.noFactor).waitFor();
    await film(page, 'opened');
    expect(await faultsOf(page)).toEqual([]);

    // Ten minutes later the act wants a fresh code, and goes on by itself afterwards.
    application.forward(10);
    await hands.press(row.getByRole('button', { name: accounts.manage }));
    await hands.write(page.getByLabel(accounts.reason, { exact: true }), '调入本科室负责报送');
    await film(page, 'managing');
    await hands.press(page.getByRole('button', { name: accounts.grant, exact: true }));
    const again = page.getByRole('dialog', { name: frame.stepUp });
    await again.waitFor();
    await film(page, 'a-fresh-code');
    const code = application.codeFor(SIGN_INS.administrator.loginName);
    await hands.write(again.getByLabel(frame.code), code);
    await hands.press(again.getByRole('button', { name: frame.confirm }));
    await page.getByText(accounts.asked).waitFor();
    await row.getByText(accounts.none).waitFor();

    const second: Walk = {
      application,
      person: await comeAs(browser, { origin, language }),
      language,
      hands,
    };
    const desk = second.person.page;
    await signIn(second, 'reviewer');
    await goTo(second, 'approvals');
    await desk.getByText(`李四 (${loginName})`).waitFor();
    await hands.write(desk.getByLabel(approvals.decision), '核对调令无误');
    await hands.press(desk.getByRole('button', { name: approvals.approve, exact: true }));
    await desk.getByText(approvals.done['approved'] as string).waitFor();
    await film(desk, 'approved');
    await hands.press(desk.getByRole('link', { name: frame.account }));
    await desk.getByText(own.current).waitFor();
    await film(desk, 'my-account');
    expect(await faultsOf(desk)).toEqual([]);

    await page.reload();
    await row.getByText(frame.role['data-officer'] as string).waitFor();
    expect([...boss.person.complaints, ...second.person.complaints]).toEqual([]);
  });
});
