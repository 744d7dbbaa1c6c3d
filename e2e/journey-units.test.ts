/** A unit is merged into another: what hangs on it is seen in numbers, a second person approves; by keyboard alone. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { words as approvalWords } from '../console/identity/approvals/words.ts';
import { words as unitWords } from '../console/identity/units/words.ts';
import { findUnit } from '../src/modules/identity/index.ts';
import { UNITS } from '../src/modules/intake/testing/city.ts';
import { type Application, openApplication } from './testing/application.ts';
import { faultsOf } from './testing/axe.ts';
import { comeAs, describeInBrowser, openBrowser } from './testing/browser.ts';
import { filmOf } from './testing/film.ts';
import { keyboard } from './testing/hands.ts';
import { goTo, signIn, type Walk } from './testing/officer.ts';

const language = 'zh';
const [text, approvals] = [unitWords[language], approvalWords[language]];

describeInBrowser('the register of units', () => {
  let application: Application;
  let browser: Browser;
  beforeAll(async () => {
    [application, browser] = await Promise.all([openApplication(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await application?.close();
  });

  test('a merger is asked for, counted, approved by somebody else', { timeout: 120_000 }, async () => {
    const { origin, platform } = application;
    const film = filmOf('units');
    const person = await comeAs(browser, { origin, language });
    const walk: Walk = { application, person, language, hands: keyboard };
    const { page } = person;
    await signIn(walk, 'administrator');
    await goTo(walk, 'units');
    await expect.poll(() => page.title()).toBe(`${text.title} · 公信业务平台`);
    await page.getByRole('button', { name: text.registerNow }).waitFor();
    await film(page, 'register');
    expect(await faultsOf(page)).toEqual([]);
    await keyboard.press(
      page
        .getByRole('link', { name: `${text.manage} ${UNITS.emergency.code}` })
        .or(page.getByRole('link', { name: `${text.manage} ${UNITS.emergency.name}` })),
    );
    await page.getByRole('heading', { name: text.hanging }).waitFor();
    await page.getByText('负责报送的信息事项').waitFor();
    await keyboard.pick(page.getByLabel(text.into), UNITS.market.name);
    await keyboard.write(page.getByLabel(text.reason).last(), '机构改革方案（清政发〔2026〕9号）');
    await film(page, 'what-hangs-on-it');
    expect(await faultsOf(page)).toEqual([]);
    await keyboard.press(page.getByRole('button', { name: text.mergeNow, exact: true }));
    await page.getByText(text.asked).waitFor();

    const second = await comeAs(browser, { origin, language });
    const desk = second.page;
    await signIn({ ...walk, person: second }, 'reviewerOfCentre');
    await goTo({ ...walk, person: second }, 'approvals');
    await desk.getByText(`${UNITS.emergency.name} 并入 ${UNITS.market.name}`).waitFor();
    await keyboard.write(desk.getByLabel(approvals.decision), '核对文件无误');
    await film(desk, 'to-decide');
    await keyboard.press(desk.getByRole('button', { name: approvals.approve, exact: true }));
    await desk.getByText(approvals.done['approved'] as string).waitFor();
    expect(await findUnit(platform, UNITS.emergency.code)).toMatchObject({ until: '2026-11-18' });

    await goTo(walk, 'units');
    await page.reload();
    await page.getByText(text.merged('2026-11-18', UNITS.market.name)).waitFor();
    await film(page, 'merged');
    expect([...person.complaints, ...second.complaints]).toEqual([]);
  });
});
