/** An auditor holds log, looks, roles and signing in against each other; reading who looked at whom is written down and told. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { words as auditWords } from '../console/audit/words.ts';
import { disclose, listAccesses } from '../src/modules/disclosure/index.ts';
import { officer, UNITS } from '../src/modules/intake/testing/city.ts';
import { findKnownSubject } from '../src/modules/subjects/index.ts';
import { type Application, FIRMS, openApplication } from './testing/application.ts';
import { faultsOf } from './testing/axe.ts';
import { comeAs, describeInBrowser, openBrowser } from './testing/browser.ts';
import { filmOf } from './testing/film.ts';
import { keyboard } from './testing/hands.ts';
import { goTo, signIn, type Walk } from './testing/officer.ts';

describeInBrowser('an auditor', () => {
  let application: Application;
  let browser: Browser;
  beforeAll(async () => {
    [application, browser] = await Promise.all([openApplication(), openBrowser()]);
    const request = {
      actor: officer('market', 'case-officer'),
      purpose: 'case-handling',
      caseNo: '案〔2026〕31号',
    };
    await disclose(application.platform, { ...request, uscc: FIRMS.bakery.uscc });
  });
  afterAll(async () => {
    await browser?.close();
    await application?.close();
  });

  test('reads the parts by the keyboard', { timeout: 240_000 }, async () => {
    const { platform, origin } = application;
    const film = filmOf('audit');
    const [text, language] = [auditWords.zh, 'zh' as const];
    const person = await comeAs(browser, { origin, language });
    const walk: Walk = { application, person, language, hands: keyboard };
    const { page } = person;
    await signIn(walk, 'auditor');
    await goTo(walk, 'audit');
    await page.getByText(text.neverChecked).waitFor();
    await film(page, 'log');
    expect(await faultsOf(page)).toEqual([]);

    const parts = page.getByRole('navigation', { name: text.parts });
    await keyboard.press(parts.getByRole('link', { name: text.ways.looks }));
    // The days of the browser are not those of the test.
    await keyboard.date(page.getByLabel(text.from), '2026-11-01');
    await keyboard.date(page.getByLabel(text.until), '2026-11-20');
    await keyboard.press(page.getByRole('button', { name: text.apply }));
    const row = page.getByRole('row').filter({ hasText: UNITS.market.name });
    await row.waitFor();
    await film(page, 'looks');
    expect(await faultsOf(page)).toEqual([]);
    await keyboard.press(row.getByRole('button', { name: text.drill }));
    const dialog = page.getByRole('dialog');
    await keyboard.press(dialog.getByRole('button', { name: text.read }));
    await dialog.getByText(text.caseFault).waitFor();
    await keyboard.write(dialog.getByLabel(text.caseNo), '审〔2026〕3号');
    await keyboard.press(dialog.getByRole('button', { name: text.read }));
    await dialog.getByText(FIRMS.bakery.name).waitFor();
    await dialog.getByText('案〔2026〕31号').waitFor();
    await film(page, 'one-by-one');
    expect(await faultsOf(page)).toEqual([]);
    const subject = await findKnownSubject(platform.db.app, FIRMS.bakery.uscc);
    const [newest] = await listAccesses(platform, subject?.ids ?? [], { limit: 1, others: true });
    expect(newest).toMatchObject({ purpose: 'audit', caseNo: '审〔2026〕3号', unit: UNITS.centre.code });
    await keyboard.press(dialog.getByRole('button', { name: text.back }));
    const saved = page.waitForEvent('download');
    await keyboard.press(page.getByRole('button', { name: text.csv }));
    expect((await saved).suggestedFilename()).toMatch(/\.csv$/);

    await page.setViewportSize({ width: 360, height: 800 });
    await keyboard.press(parts.getByRole('link', { name: text.ways.roles }));
    await page.getByText(text.roleChanges).waitFor();
    await film(page, 'roles-narrow');
    expect(await faultsOf(page)).toEqual([]);
    await keyboard.press(parts.getByRole('link', { name: text.ways.signIns }));
    await page.getByRole('row').filter({ hasText: UNITS.centre.name }).waitFor();
    await film(page, 'signing-in-narrow');
    expect(await faultsOf(page)).toEqual([]);
    expect(person.complaints).toEqual([]);
  });
});
