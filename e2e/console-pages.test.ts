/** Every page of the console in both languages, wide, narrow and enlarged: axe finds nothing, the policy stops nothing. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { words as agentWords } from '../console/agents/words.ts';
import { words as disclosureWords } from '../console/disclosure/words.ts';
import { words as exportWords } from '../console/exports/words.ts';
import { words as unitWords } from '../console/identity/units/words.ts';
import { words as formWords } from '../console/intake/form/words.ts';
import { words as handInWords } from '../console/intake/hand-in/words.ts';
import { words as mergeWords } from '../console/subjects/words.ts';
import { openSubjectSession } from '../src/modules/identity/index.ts';
import { csv, handIn, officer, penalty, UNITS } from '../src/modules/intake/testing/city.ts';
import { sql } from '../src/platform/db/index.ts';
import { type Application, FIRMS, openApplication, PASSWORD, SIGN_INS } from './testing/application.ts';
import { faultsOf } from './testing/axe.ts';
import { comeAs, describeInBrowser, openBrowser, type Person } from './testing/browser.ts';

const item = 'administrative-penalty';
/** A good row, one with faults, one with another firm's code. */
const mixed = csv([
  penalty(FIRMS.bakery, 1),
  penalty(FIRMS.hotel, 2, { CF_JDRQ: '2026/2/30', CF_WFXW: '' }),
  penalty({ name: FIRMS.pharmacy.name, uscc: FIRMS.haulier.uscc }, 3),
]);

let application: Application;
let browser: Browser;
let submissionId: string;

/** Pages by who may see them, each with what must have happened before it is looked at. */
const pages: readonly {
  name: string;
  who: keyof typeof SIGN_INS;
  path: () => string;
  ready?: (page: Page, language: 'zh' | 'en') => Promise<void>;
}[] = [
  { name: 'dashboard', who: 'officer', path: () => '/' },
  { name: 'hand in', who: 'officer', path: () => `/hand-in?item=${item}` },
  {
    name: 'pre-check',
    who: 'officer',
    path: () => `/hand-in?item=${item}`,
    async ready(page, language) {
      const file = { name: 'penalties.csv', mimeType: 'text/csv', buffer: Buffer.from(mixed) };
      await page.locator('input[type=file]').setInputFiles(file);
      await page.getByRole('heading', { name: handInWords[language].result }).waitFor();
    },
  },
  {
    name: 'form with errors',
    who: 'officer',
    path: () => `/hand-in/form?item=${item}`,
    async ready(page, language) {
      await page.getByRole('button', { name: formWords[language].send }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'submissions', who: 'officer', path: () => '/submissions' },
  { name: 'submission', who: 'officer', path: () => `/submissions/${submissionId}` },
  { name: 'held rows of a unit', who: 'officer', path: () => '/held-rows' },
  { name: 'records', who: 'officer', path: () => '/records' },
  { name: 'held rows of the centre', who: 'centre', path: () => '/held-rows' },
  { name: 'approvals', who: 'reviewer', path: () => '/approvals' },
  { name: 'my account', who: 'reviewer', path: () => '/account' },
  { name: 'accounts', who: 'administrator', path: () => '/accounts' },
  { name: 'calendar', who: 'administrator', path: () => '/calendar' },
  { name: 'units', who: 'administrator', path: () => '/units' },
  {
    name: 'one unit',
    who: 'administrator',
    path: () => `/units?unit=${UNITS.market.code}`,
    ready: async (page, language) =>
      page.getByRole('heading', { name: unitWords[language].hanging }).waitFor(),
  },
  {
    name: 'merge subjects, compared',
    who: 'centre',
    path: () => '/merges',
    async ready(page, language) {
      const text = mergeWords[language];
      await page.getByLabel(text.code).fill(FIRMS.bakery.uscc);
      await page.getByLabel(text.into).fill(FIRMS.hotel.uscc);
      await page.getByRole('button', { name: text.compare, exact: true }).click();
      await page.getByText(text.moves).waitFor();
    },
  },
  {
    name: 'bulk export, counted',
    who: 'caseOfficer',
    path: () => '/exports',
    async ready(page, language) {
      const text = exportWords[language];
      await page.getByLabel(text.caseNo).fill('清市监检〔2026〕8号');
      await page
        .getByRole('checkbox', { name: language === 'zh' ? '行政处罚' : 'Administrative penalties' })
        .check();
      await page.getByRole('button', { name: text.count, exact: true }).click();
      await page.getByText(text.few).waitFor();
    },
  },
  {
    name: 'look, with faults',
    who: 'centre',
    path: () => '/look',
    async ready(page, language) {
      await page.getByRole('button', { name: disclosureWords[language].look, exact: true }).click();
      await page.getByText(disclosureWords[language].caseFault).waitFor();
    },
  },
  {
    name: 'what a look shows',
    who: 'centre',
    path: () => '/look',
    async ready(page, language) {
      const text = disclosureWords[language];
      await page.getByLabel(text.lookCase).fill('清信核〔2026〕7号');
      await page.getByLabel(text.uscc).fill(FIRMS.bakery.uscc);
      await page.getByRole('button', { name: text.look, exact: true }).click();
      await page.getByText(text.looked).waitFor();
      await page.locator('summary').first().click();
    },
  },
  { name: 'self-check', who: 'officer', path: () => '/supervision' },
  { name: 'no such page', who: 'administrator', path: () => '/nothing-here' },
];

const views = [
  { language: 'zh', width: 1280 },
  { language: 'en', width: 1280 },
  // Also 200 % of a window of 640.
  { language: 'en', width: 320 },
] as const;

/** A session of the bakery at its own file, as the city's sign-on would open it. */
async function ownFileToken(): Promise<string> {
  const { platform } = application;
  const { id: subjectId } = await platform.db.app.one<{ id: string }>(
    sql`select subject_id::text as id from published.subject where uscc = ${FIRMS.bakery.uscc}`,
  );
  const session = { subjectId, as: 'organisation', readOnly: false } as const;
  return (await openSubjectSession(platform, session)).token;
}

describeInBrowser('pages of the console', () => {
  beforeAll(async () => {
    [application, browser] = await Promise.all([openApplication(), openBrowser()]);
    const handedIn = await handIn(application.platform, officer('market'), item, mixed, {
      fileName: 'penalties-2026-11.csv',
    });
    submissionId = handedIn.submissionId;
    expect(handedIn.submission.counts).toMatchObject({ accepted: 1, rejected: 1, held: 1 });
  });
  afterAll(async () => {
    await browser?.close();
    await application?.close();
  });

  describe.each(views)('$language at $width px', ({ language, width }) => {
    test('sign-in, with a fault', async () => {
      const { page, complaints } = await comeAs(browser, { origin: application.origin, language, width });
      await page.goto('/console');
      await page.locator('form button[type=submit]').click();
      expect(await faultsOf(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    const people = new Map<keyof typeof SIGN_INS, Person>();

    /** Signed in once a view; what their pages complained of is judged page by page. */
    async function personFor(who: keyof typeof SIGN_INS): Promise<Person> {
      const known = people.get(who);
      if (known) return known;
      const person = await comeAs(browser, { origin: application.origin, language, width });
      const { loginName: name } = SIGN_INS[who];
      const data = { name, password: PASSWORD, code: application.codeFor(name) };
      expect((await person.context.request.post('/api/v1/session', { data })).status()).toBe(201);
      people.set(who, person);
      return person;
    }

    test('one’s own file: its door with faults, and its pages', { timeout: 180_000 }, async () => {
      const coming = { origin: application.origin, language, width };
      const { page, context, complaints } = await comeAs(browser, coming);
      const text = disclosureWords[language];
      const faults: string[] = [];
      const look = async (name: string) => {
        await page.locator('h1').waitFor();
        await page.waitForLoadState('networkidle');
        for (const fault of await faultsOf(page)) faults.push(`${name}: ${fault}`);
      };
      await page.goto('/console/me');
      await page.getByRole('button', { name: text.enter, exact: true }).click();
      await page.getByText(text.usccFault).waitFor();
      await look('door');
      await context.addCookies([
        { name: 'gx_session', value: await ownFileToken(), url: application.origin },
      ]);
      for (const path of ['', '/accesses', '/notices', '/agents']) {
        await page.goto(`/console/me${path}`);
        if (path === '') await page.locator('summary').first().click();
        if (path === '/agents') await page.getByRole('button', { name: agentWords[language].name }).click();
        await look(path);
      }
      expect(faults).toEqual([]);
      expect(complaints).toEqual([]);
      await context.close();
    });

    test.each(pages)('$name', { timeout: 180_000 }, async ({ who, path, ready }) => {
      const { page, complaints } = await personFor(who);
      await page.goto(`/console${path()}`);
      await page.locator('#content h1').waitFor();
      await page.waitForLoadState('networkidle');
      await ready?.(page, language);
      expect(await faultsOf(page)).toEqual([]);
      expect(complaints).toEqual([]);
    });
  });
});
