/** Coming in by the city's sign-on in a browser: an officer with and without a second factor, an organisation by its e-licence and a natural person; with the mouse and the keyboard. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { words as disclosureWords } from '../console/disclosure/words.ts';
import { words } from '../console/identity/words.ts';
import { words as noticeWords } from '../console/notices/words.ts';
import { type Application, FIRMS } from './testing/application.ts';
import { faultsOf } from './testing/axe.ts';
import { comeAs, describeInBrowser, openBrowser } from './testing/browser.ts';
import { filmOf } from './testing/film.ts';
import { keyboard, mouse } from './testing/hands.ts';
import { openSignOn } from './testing/sign-on.ts';

const buttons = {
  zh: { signOn: '统一认证登录', eLicence: '电子营业执照登录' },
  en: { signOn: 'Sign in with the city’s sign-on', eLicence: 'Sign in with an e-licence' },
};

describeInBrowser('the city’s sign-on', () => {
  let application: Application;
  let browser: Browser;
  beforeAll(async () => {
    [application, browser] = await Promise.all([openSignOn(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await application?.close();
  });

  test.each([
    { language: 'zh' as const, hands: keyboard, width: 1280 },
    { language: 'en' as const, hands: mouse, width: 320 },
  ])(
    'an officer, then an organisation, then a natural person, in $language',
    { timeout: 180_000 },
    async ({ language, hands, width }) => {
      const text = words[language];
      const film = filmOf(`sign-on-${language}`);
      const { page, context, complaints } = await comeAs(browser, {
        origin: application.origin,
        language,
        width,
      });
      const goAs = async (
        place: string,
        name: RegExp,
        factor: boolean,
        by: keyof typeof buttons.zh = 'signOn',
      ) => {
        await page.goto(place);
        const button = page.getByRole('link', { name: buttons[language][by], exact: true });
        await button.waitFor();
        await film(page, 'button');
        expect(await faultsOf(page)).toEqual([]);
        await hands.press(button);
        await page.getByRole('radio', { name }).check();
        if (!factor) await page.getByRole('checkbox').uncheck();
        await film(page, 'choice');
        expect(await faultsOf(page)).toEqual([]);
        await hands.press(page.getByRole('button', { name: /以此身份登录/ }));
      };

      await goAs('/console', /shichang$/, false);
      await page.getByLabel(text.code, { exact: true }).waitFor();
      expect(page.url()).toBe(`${application.origin}/console`);
      await film(page, 'code');
      expect(await faultsOf(page)).toEqual([]);
      await hands.write(page.getByLabel(text.code, { exact: true }), application.codeFor('shichang'));
      await hands.press(page.getByRole('button', { name: text.signIn, exact: true }));
      await page.getByText('王数据').waitFor();

      await context.clearCookies();
      await goAs('/console', /shichang$/, true);
      await page.getByText('王数据').waitFor();

      await context.clearCookies();
      await goAs('/console/me', /麦香园/, true, 'eLicence');
      await page.getByText(FIRMS.bakery.name).first().waitFor();
      await film(page, 'file');

      await context.clearCookies();
      await goAs('/console/me', /赵/, true);
      const own = disclosureWords[language];
      await page.getByText(own.fileLeadPerson).waitFor();
      await page.getByText('赵***').first().waitFor();
      await page.getByText('清市监处罚〔2026〕1号').first().waitFor();
      expect(await page.getByText(own.pages.agents, { exact: true }).count()).toBe(0);
      await film(page, 'person');
      expect(await faultsOf(page)).toEqual([]);
      await hands.press(page.getByRole('link', { name: own.pages.accesses, exact: true }));
      await page.getByText(own.noAccessesPerson).waitFor();
      await hands.press(page.getByRole('link', { name: own.pages.notices, exact: true }));
      await page.getByRole('heading', { level: 1, name: noticeWords[language].title }).waitFor();
      expect(complaints).toEqual([]);
    },
  );
});
