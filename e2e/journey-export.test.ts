/** An officer asks for many subjects, a second person approves, the file comes: by keyboard alone, and each subject sees it. */
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { words as exportWords } from '../console/exports/words.ts';
import { words as approvalWords } from '../console/identity/approvals/words.ts';
import { allHandlers } from '../src/app/modules.ts';
import { csv, handIn, officer, penalty } from '../src/modules/intake/testing/city.ts';
import { type Application, FIRMS, openApplication } from './testing/application.ts';
import { faultsOf } from './testing/axe.ts';
import { comeAs, describeInBrowser, openBrowser } from './testing/browser.ts';
import { filmOf } from './testing/film.ts';
import { keyboard } from './testing/hands.ts';
import { goTo, signIn, type Walk } from './testing/officer.ts';

const language = 'zh';
const [text, approvals] = [exportWords[language], approvalWords[language]];

describeInBrowser('an export of many subjects', () => {
  let application: Application;
  let browser: Browser;
  beforeAll(async () => {
    [application, browser] = await Promise.all([openApplication(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await application?.close();
  });

  test('is counted, asked for, approved by somebody else and fetched', { timeout: 120_000 }, async () => {
    const { origin, platform } = application;
    const film = filmOf('export');
    const rows = Object.values(FIRMS).map((firm, n) => penalty(firm, n + 1, { CF_JDRQ: '2026-10-20' }));
    await handIn(platform, officer('market'), 'administrative-penalty', csv(rows));

    const walk: Walk = {
      application,
      person: await comeAs(browser, { origin, language }),
      language,
      hands: keyboard,
    };
    const { page } = walk.person;
    await signIn(walk, 'caseOfficer');
    await goTo(walk, 'exports');
    await expect.poll(() => page.title()).toBe(`${text.title} · 公信业务平台`);
    await keyboard.press(page.getByRole('button', { name: text.count, exact: true }));
    await page.getByText(text.caseNoFault).waitFor();
    await keyboard.write(page.getByLabel(text.caseNo), '清市监检〔2026〕8号');
    const item = page.getByRole('checkbox', { name: '行政处罚', exact: true });
    await item.focus();
    await page.keyboard.press('Space');
    await keyboard.press(page.getByRole('button', { name: text.count, exact: true }));
    await page.getByText(text.few).waitFor();
    await film(page, 'counted');
    expect(await faultsOf(page)).toEqual([]);
    await keyboard.write(page.getByLabel(text.reason), '年度抽查，核对处罚履行情况');
    await keyboard.press(page.getByRole('button', { name: text.send, exact: true }));
    await page.getByText(text.sent).waitFor();

    const second: Walk = { ...walk, person: await comeAs(browser, { origin, language }) };
    const desk = second.person.page;
    await signIn(second, 'reviewer');
    await goTo(second, 'approvals');
    await desk.getByText('少于 10 个主体', { exact: true }).waitFor();
    await keyboard.write(desk.getByLabel(approvals.decision), '核对任务书无误');
    await film(desk, 'to-decide');
    expect(await faultsOf(desk)).toEqual([]);
    await keyboard.press(desk.getByRole('button', { name: approvals.approve, exact: true }));
    await desk.getByText(approvals.done['approved'] as string).waitFor();
    await platform.jobs.runPending(allHandlers(platform));

    await page.reload();
    const fetchIt = page.getByRole('button', { name: text.download(3), exact: true });
    await fetchIt.waitFor();
    await film(page, 'ready');
    const saved = page.waitForEvent('download');
    await keyboard.press(fetchIt);
    const file = await readFile(await (await saved).path(), 'utf8');
    expect(file.trimEnd().split('\r\n')).toHaveLength(6);
    for (const { uscc } of Object.values(FIRMS)) expect(file).toContain(uscc);
    await page.getByRole('button', { name: text.download(2), exact: true }).waitFor();
    expect([...walk.person.complaints, ...second.person.complaints]).toEqual([]);
  });
});
