/** Codes of the wrong firm: the rows wait, the centre's officer decides them by keyboard, and only the right one is ever public. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { words as handInWords } from '../console/intake/hand-in/words.ts';
import { words as heldWords } from '../console/intake/held-rows/words.ts';
import { words as submissionWords } from '../console/intake/submissions/words.ts';
import { csv, penalty } from '../src/modules/intake/testing/city.ts';
import { type Application, FIRMS, openApplication } from './testing/application.ts';
import { comeAs, describeInBrowser, openBrowser, type Person } from './testing/browser.ts';
import { filmOf } from './testing/film.ts';
import { keyboard, tabTo } from './testing/hands.ts';
import { chooseFile, csvFile, goTo, seeSettled, signIn, type Walk } from './testing/officer.ts';

const text = heldWords.en;
// The firm calls itself so on its signboard; the registry knows the code under another name.
const signboard = '清和市云舍民宿酒店';

/** Two firms' codes swapped, and a name that the registry does not have for a code that is right. */
const file = csv([
  penalty({ name: FIRMS.bakery.name, uscc: FIRMS.foundry.uscc }, 501),
  penalty({ name: FIRMS.foundry.name, uscc: FIRMS.bakery.uscc }, 502),
  penalty({ name: signboard, uscc: FIRMS.hotel.uscc }, 503),
  penalty(FIRMS.pharmacy, 504),
]);

describeInBrowser('rows with the code of the wrong firm', () => {
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

  /** What the public page of a firm says, as somebody without script reads it. */
  async function publicPage(visitor: Person, firm: { uscc: string }): Promise<string> {
    await visitor.page.goto(`/en/subjects/${firm.uscc}`);
    return (await visitor.page.getByRole('main').textContent()) ?? '';
  }

  test('wait, are decided by keyboard, and appear or never do', { timeout: 240_000 }, async () => {
    const film = filmOf('unsure-matches-en-keyboard');
    const { origin } = application;
    const officer: Walk = {
      application,
      person: await comeAs(browser, { origin, language: 'en' }),
      language: 'en',
      hands: keyboard,
    };
    const visitor = await comeAs(browser, { origin, language: 'en', scripts: false });
    const own = officer.person.page;
    await signIn(officer, 'officer');
    await goTo(officer, 'hand-in');
    await chooseFile(officer, 'Administrative penalties', csvFile('swapped.csv', file));
    // In the browser nothing is wrong with them: each code is valid, each name is a name.
    await own.getByText(handInWords.en.allGood).waitFor();
    await keyboard.press(own.getByRole('button', { name: handInWords.en.send }));
    await seeSettled(officer);
    await own.getByText(submissionWords.en.countHelp.held).waitFor();
    // It says whose the code is.
    await own.getByRole('cell').filter({ hasText: FIRMS.foundry.name }).first().waitFor();
    expect(await own.getByRole('main').textContent()).not.toMatch(/\{\w+\}/);
    await film(own, 'settled-with-rows-on-hold');
    for (const firm of [FIRMS.bakery, FIRMS.foundry, FIRMS.hotel])
      expect(await publicPage(visitor, firm)).not.toMatch(/50[123]号/);
    expect(await publicPage(visitor, FIRMS.pharmacy)).toContain('504号');
    await goTo(officer, 'held-rows');
    await own.getByText(text.leadUnit).waitFor();
    expect(await own.getByRole('button', { name: text.accept }).count()).toBe(0);
    await film(own, 'the-unit-sees-them-wait');

    const centre: Walk = {
      application,
      person: await comeAs(browser, { origin, language: 'en' }),
      language: 'en',
      hands: keyboard,
    };
    const { page } = centre.person;
    await signIn(centre, 'centre');
    await goTo(centre, 'held-rows');
    const list = page.getByRole('list', { name: text.list });
    await list.waitFor();
    await film(page, 'the-centre-compares');
    const waiting = () => list.getByRole('button').count();
    expect(await waiting()).toBe(3);
    await tabTo(list.getByRole('button').first());
    // Undone at once: it waits again.
    await page.keyboard.press('r');
    await page.keyboard.press('Enter');
    await keyboard.press(page.getByRole('button', { name: text.undo }));
    await expect.poll(waiting).toBe(3);

    await tabTo(list.getByRole('button', { name: signboard }));
    await page.keyboard.press('Enter');
    await page.keyboard.press('a');
    await page.getByText(text.reasonHelp).waitFor();
    await film(page, 'accepting-with-a-reason');
    await page.keyboard.press('Enter');
    await page.getByText(text.pending(text.accept, signboard)).waitFor();
    await film(page, 'a-moment-to-undo');
    for (const left of [2, 1]) {
      await expect.poll(waiting).toBe(left);
      await tabTo(list.getByRole('button').first());
      await page.keyboard.press('r');
      await page.getByText(text.reasonHelp).waitFor();
      await page.keyboard.press('Enter');
    }
    await page.getByText(text.empty).waitFor();
    // Leaving sends the last one without waiting.
    await goTo(centre, 'dashboard');

    await expect.poll(() => publicPage(visitor, FIRMS.hotel), { timeout: 60_000 }).toContain('503号');
    await film(visitor.page, 'accepted-and-public');
    await expect
      .poll(
        async () => {
          await goTo(officer, 'submissions');
          return own.getByRole('row').filter({ hasText: 'swapped.csv' }).textContent();
        },
        { timeout: 60_000 },
      )
      .toMatch(/4220\d$/);
    await keyboard.press(own.getByRole('link', { name: 'swapped.csv' }));
    await seeSettled(officer);
    // The unit reads what was decided and why.
    const outcomes = own.getByRole('table', { name: text.outcomes });
    const saying = (reason: string) => outcomes.getByRole('row').filter({ hasText: reason }).count();
    await expect.poll(() => saying(text.suggestions.return), { timeout: 60_000 }).toBe(2);
    expect(await saying(text.suggestions.accept)).toBe(1);
    await film(own, 'what-became-of-the-rows');
    for (const firm of [FIRMS.bakery, FIRMS.foundry])
      expect(await publicPage(visitor, firm)).not.toMatch(/50[12]号/);
    expect([...officer.person.complaints, ...centre.person.complaints, ...visitor.complaints]).toEqual([]);
  });
});
