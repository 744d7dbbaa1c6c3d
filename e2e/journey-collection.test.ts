/** A data officer sees what the unit owes and says that a month was empty, by keyboard; the centre sees what is missing. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { words } from '../console/collection/words.ts';
import { assignItem, runCollectionRound } from '../src/modules/collection/index.ts';
import { officer, UNITS } from '../src/modules/intake/testing/city.ts';
import { type Application, openApplication } from './testing/application.ts';
import { faultsOf } from './testing/axe.ts';
import { comeAs, describeInBrowser, openBrowser } from './testing/browser.ts';
import { filmOf } from './testing/film.ts';
import { keyboard } from './testing/hands.ts';
import { goTo, signIn, type Walk } from './testing/officer.ts';

const penalty = { zh: '行政处罚', en: 'Administrative penalty' };

describeInBrowser('the collection list', () => {
  let application: Application;
  let browser: Browser;
  beforeAll(async () => {
    [application, browser] = await Promise.all([openApplication(), openBrowser()]);
    const publisher = officer('centre', 'publisher');
    const row = { channel: 'api', contact: '法规科', since: '2026-08-01' } as const;
    for (const [unit, item] of [
      [UNITS.market.code, 'administrative-penalty'],
      [UNITS.market.code, 'organisation-registration'],
      [UNITS.emergency.code, 'administrative-penalty'],
    ] as const)
      await assignItem(application.platform, publisher, { ...row, unit, item });
    await runCollectionRound(application.platform);
  });
  afterAll(async () => {
    await browser?.close();
    await application?.close();
  });

  test('an empty month is declared and withdrawn; the centre filters what is grave', {
    timeout: 120_000,
  }, async () => {
    const { origin } = application;
    const film = filmOf('collection');
    const text = words.zh;
    const walk: Walk = {
      application,
      person: await comeAs(browser, { origin, language: 'zh' }),
      language: 'zh',
      hands: keyboard,
    };
    const { page } = walk.person;
    await signIn(walk, 'officer');
    await goTo(walk, 'collection');
    await page.getByRole('table', { name: text.months }).waitFor();
    await film(page, 'of-a-unit');
    expect(await faultsOf(page)).toEqual([]);
    const about = [penalty.zh, '2026-08'] as const;
    await keyboard.press(page.getByRole('button', { name: text.sayNilOf(...about) }));
    await page.getByText(text.confirmNil(...about)).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await keyboard.press(page.getByRole('dialog').getByRole('button', { name: text.confirm }));
    await page.getByText(text.saidNil(...about)).waitFor();
    await film(page, 'said-nil');
    await keyboard.press(page.getByRole('button', { name: text.withdrawOf(...about) }));
    await keyboard.press(page.getByRole('dialog').getByRole('button', { name: text.confirm }));
    await page.getByText(text.withdrawn(...about)).waitFor();

    const centre: Walk = {
      application,
      person: await comeAs(browser, { origin, language: 'en', width: 360 }),
      language: 'en',
      hands: keyboard,
    };
    const desk = centre.person.page;
    await signIn(centre, 'administrator');
    await desk.goto('/console/collection');
    await desk.getByRole('table', { name: words.en.matrix('2026-10') }).waitFor();
    await film(desk, 'of-the-centre');
    expect(await faultsOf(desk)).toEqual([]);
    await keyboard.press(desk.getByRole('button', { name: words.en.assignNow, exact: true }));
    await desk.getByText(words.en.fillAll).waitFor();
    expect([...walk.person.complaints, ...centre.person.complaints]).toEqual([]);
  });
});
