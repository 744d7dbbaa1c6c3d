/** What a subject lives through: an officer looks, the firm reads who it was, takes its file along, and names an agent; by keyboard. */
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { words as agentWords } from '../console/agents/words.ts';
import { words as disclosureWords } from '../console/disclosure/words.ts';
import { words as noticeWords } from '../console/notices/words.ts';
import { openSubjectSession } from '../src/modules/identity/index.ts';
import { csv, handIn, officer, penalty, UNITS } from '../src/modules/intake/testing/city.ts';
import { sql } from '../src/platform/db/index.ts';
import { type Application, FIRMS, openApplication } from './testing/application.ts';
import { comeAs, describeInBrowser, openBrowser } from './testing/browser.ts';
import { filmOf } from './testing/film.ts';
import { keyboard } from './testing/hands.ts';
import { goTo, signIn, type Walk } from './testing/officer.ts';

const language = 'zh';
const text = disclosureWords[language];
const caseNo = '清信核〔2026〕7号';

let application: Application;
let browser: Browser;

describeInBrowser('a subject at its own file', () => {
  beforeAll(async () => {
    [application, browser] = await Promise.all([openApplication(), openBrowser()]);
    await handIn(
      application.platform,
      officer('market'),
      'administrative-penalty',
      csv([penalty(FIRMS.bakery, 1)]),
    );
    await application.startWorker();
  });
  afterAll(async () => {
    await browser?.close();
    await application?.close();
  });

  test('an officer looks for a purpose, and the firm reads when, who, why and what', {
    timeout: 240_000,
  }, async () => {
    const film = filmOf('own-file');
    const person = await comeAs(browser, { origin: application.origin, language });
    const walk: Walk = { application, person, language, hands: keyboard };
    await signIn(walk, 'centre');
    await goTo(walk, 'look');
    const looking = person.page;
    await keyboard.write(looking.getByLabel(text.lookCase), caseNo);
    // As it stands on many licences: in groups, and typed in small letters.
    const typed = FIRMS.bakery.uscc.toLowerCase().replace(/(.{4})/g, '$1 ');
    await keyboard.write(looking.getByLabel(text.uscc), typed);
    await keyboard.press(looking.getByRole('button', { name: text.look, exact: true }));
    await looking.getByRole('heading', { name: FIRMS.bakery.name }).waitFor();
    await looking.getByText(text.looked).waitFor();
    await film(looking, 'look');

    const firm = await comeAs(browser, { origin: application.origin, language });
    await firm.context.addCookies([
      { name: 'gx_session', value: await tokenOf(FIRMS.bakery.uscc), url: application.origin },
    ]);
    const { page } = firm;
    await page.goto('/console/me');
    await page.getByRole('heading', { name: text.fileTitle, level: 1 }).waitFor();
    await page.getByText(text.counts(2, 2)).waitFor();
    await film(page, 'file');
    const [json] = await Promise.all([
      page.waitForEvent('download'),
      keyboard.press(page.getByRole('button', { name: text.json })),
    ]);
    const held = JSON.parse(await readFile(await json.path(), 'utf8'));
    expect(held.subject.uscc).toBe(FIRMS.bakery.uscc);
    expect(held.records).toHaveLength(2);
    const [pdf] = await Promise.all([
      page.waitForEvent('download'),
      keyboard.press(page.getByRole('button', { name: text.pdf })),
    ]);
    expect((await readFile(await pdf.path())).subarray(0, 5).toString()).toBe('%PDF-');

    const navigation = page.getByRole('navigation', { name: text.navigation });
    await keyboard.press(navigation.getByRole('link', { name: text.pages.accesses }));
    const row = page.getByRole('row').filter({ hasText: caseNo });
    await row.waitFor();
    expect(await row.textContent()).toContain(UNITS.centre.name);
    // A number stands for the officer, never the name (C8).
    expect(await row.textContent()).toMatch(/编号 \S+/);
    expect(await page.getByRole('main').textContent()).not.toContain('李核实');
    await film(page, 'who-looked');

    await keyboard.press(navigation.getByRole('link', { name: text.pages.notices }));
    await page.getByText(noticeWords[language].kinds['looked-at']?.({ caseNo }) ?? '').waitFor();

    await keyboard.press(navigation.getByRole('link', { name: text.pages.agents }));
    const agent = agentWords[language];
    await keyboard.press(page.getByRole('button', { name: agent.name }));
    await page.getByText(agent.incomplete).waitFor();
    await keyboard.write(page.getByLabel(agent.label), '代账会计');
    await keyboard.date(page.getByLabel(agent.lastDay), '2027-03-31');
    await keyboard.press(page.getByRole('button', { name: agent.name }));
    const code = (await page.getByRole('status').locator('.code').textContent()) ?? '';
    await page.getByText(agent.to('2027-03-31')).waitFor();
    await film(page, 'agent');

    // The agent comes in by that code, reads, and may name nobody.
    const helper = await comeAs(browser, { origin: application.origin, language });
    await helper.page.goto('/console/me');
    await keyboard.write(helper.page.getByLabel(text.uscc), FIRMS.bakery.uscc);
    await keyboard.write(helper.page.getByLabel(text.code), code);
    await keyboard.press(helper.page.getByRole('button', { name: text.enter, exact: true }));
    await helper.page.getByRole('heading', { name: text.fileTitle, level: 1 }).waitFor();
    await helper.page.getByText(text.readOnly).waitFor();
    expect(await helper.page.getByRole('link', { name: text.pages.agents }).count()).toBe(0);

    await keyboard.press(page.getByRole('button', { name: agent.end }));
    await page.getByText(agent.over).waitFor();
    await helper.page.reload();
    await helper.page.getByRole('heading', { name: text.enterTitle }).waitFor();
    expect([...person.complaints, ...firm.complaints, ...helper.complaints]).toEqual([]);
  });
});

/** A session at the firm's own file, as the city's sign-on would open it. */
async function tokenOf(uscc: string): Promise<string> {
  const { platform } = application;
  const { id: subjectId } = await platform.db.app.one<{ id: string }>(
    sql`select subject_id::text as id from published.subject where uscc = ${uscc}`,
  );
  return (await openSubjectSession(platform, { subjectId, as: 'organisation', readOnly: false })).token;
}
