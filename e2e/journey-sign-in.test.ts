/** The first day of an officer at the console: a password given by somebody else, an authenticator, a password of one's own. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { words } from '../console/identity/words.ts';
import { createAccount, totpCode } from '../src/modules/identity/index.ts';
import { UNITS } from '../src/modules/intake/testing/city.ts';
import { type Application, openApplication, PASSWORD } from './testing/application.ts';
import { faultsOf } from './testing/axe.ts';
import { comeAs, describeInBrowser, openBrowser } from './testing/browser.ts';
import { filmOf } from './testing/film.ts';
import { keyboard, mouse } from './testing/hands.ts';

const own = 'four lamps behind rain';

describeInBrowser('the first sign-in', () => {
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
    { language: 'zh' as const, hands: keyboard, width: 1280 },
    { language: 'en' as const, hands: mouse, width: 320 },
  ])('in $language', { timeout: 180_000 }, async ({ language, hands, width }) => {
    const text = words[language];
    const film = filmOf(`first-sign-in-${language}`);
    const loginName = `newcomer-${language}`;
    await createAccount(application.platform, {
      unit: UNITS.market.code,
      roles: ['reviewer'],
      loginName,
      name: '新来的',
      password: PASSWORD,
      passwordInitial: true,
    });
    const { page, complaints } = await comeAs(browser, { origin: application.origin, language, width });
    const field = (label: string) => page.getByLabel(label, { exact: true });
    const press = (name: string) => hands.press(page.getByRole('button', { name, exact: true }));
    const begin = async (password: string) => {
      await hands.write(field(text.name), loginName);
      await hands.write(field(text.password), password);
      await press(text.goOn);
    };
    await page.goto('/console');
    await begin(PASSWORD);
    await page.getByRole('img', { name: text.enrolPicture }).waitFor();
    await film(page, 'enrolment');
    expect(await faultsOf(page)).toEqual([]);
    const shown = await page.locator('.code').textContent();
    const secret = (shown ?? '').replaceAll(' ', '');
    const code = () => totpCode(secret, application.platform.clock.now());
    await press(text.signIn);
    await page.getByText(text.enterCode).waitFor();
    await hands.write(field(text.code), '000000');
    await hands.write(field(text.newPassword), own);
    await press(text.signIn);
    await page.getByRole('alert').waitFor();
    await film(page, 'a-wrong-code');
    await hands.write(field(text.code), code());
    await press(text.signIn);
    await page.getByText(text.signOut).waitFor();
    await press(text.signOut);

    // From now on: one's own password, and a code that was not used yet.
    await begin(own);
    await field(text.code).waitFor();
    await film(page, 'the-code');
    expect(await page.getByRole('img', { name: text.enrolPicture }).count()).toBe(0);
    application.forward(0.5);
    await hands.write(field(text.code), code());
    await press(text.signIn);
    await page.getByText(text.signOut).waitFor();
    expect(complaints).toEqual([]);
  });
});
