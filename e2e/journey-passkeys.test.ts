/** A passkey in a browser with an authenticator of its own: added, used to sign in without password and code, and to prove oneself again. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { words as accountWords } from '../console/identity/account/words.ts';
import { passkeyWords } from '../console/identity/sign-in-words.ts';
import { words } from '../console/identity/words.ts';
import { type Application, openApplication, PASSWORD, SIGN_INS } from './testing/application.ts';
import { faultsOf } from './testing/axe.ts';
import { comeAs, describeInBrowser, openBrowser } from './testing/browser.ts';
import { filmOf } from './testing/film.ts';

describeInBrowser('passkeys', () => {
  let application: Application;
  let browser: Browser;
  beforeAll(async () => {
    [application, browser] = await Promise.all([openApplication(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await application?.close();
  });

  test('added in “my account”, then signing in and an act that weighs heavily, without a code', {
    timeout: 120_000,
  }, async () => {
    const [text, own, sign] = [words.zh, accountWords.zh, passkeyWords.zh];
    const { loginName, name } = SIGN_INS.officer;
    const film = filmOf('passkeys-zh');
    // Passkeys belong to names; the browser finds this one without asking anybody.
    const origin = application.origin.replace('127.0.0.1', 'localhost');
    const { page, context, complaints } = await comeAs(browser, { origin, language: 'zh', width: 360 });
    const device = await context.newCDPSession(page);
    await device.send('WebAuthn.enable');
    await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });

    await page.goto('/console/account');
    await page.getByLabel(text.name, { exact: true }).fill(loginName);
    await page.getByLabel(text.password, { exact: true }).fill(PASSWORD);
    await film(page, 'sign-in');
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: text.goOn }).click();
    await page.getByLabel(text.code, { exact: true }).fill(application.codeFor(loginName));
    await page.getByRole('button', { name: text.signIn, exact: true }).click();
    await page.getByLabel(own.newPasskeyName).fill('办公室电脑');
    await page.getByRole('button', { name: own.addPasskey }).click();
    await page.getByText(own.passkeyAdded).waitFor();
    await page.getByRole('cell', { name: '办公室电脑', exact: true }).waitFor();
    await film(page, 'account');
    expect(await faultsOf(page)).toEqual([]);

    await page.getByRole('button', { name: text.signOut, exact: true }).click();
    await page.getByRole('button', { name: sign.signIn }).click();
    await page.getByText(name).first().waitFor();

    application.forward(6);
    await page.getByLabel(own.oldPassword).fill(PASSWORD);
    await page.getByLabel(own.newPassword, { exact: true }).fill('seven grey herons in March');
    await page.getByRole('button', { name: own.changePassword }).click();
    const dialogue = page.getByRole('dialog');
    await dialogue.getByText(text.stepUp).waitFor();
    const byPasskey = dialogue.getByRole('button', { name: sign.byPasskey });
    await byPasskey.waitFor();
    await film(page, 'step-up');
    expect(await faultsOf(page)).toEqual([]);
    await byPasskey.click();
    await page.getByText(own.passwordChanged).waitFor();
    expect(complaints).toEqual([]);
  });
});
