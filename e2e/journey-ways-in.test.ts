/** A data officer sees the unit's ways in, agrees to a source's changed columns and pauses it; an administrator asks for another. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { words } from '../console/channels/words.ts';
import { csv, handIn, officer, penalty, UNITS } from '../src/modules/intake/testing/city.ts';
import { sql } from '../src/platform/db/index.ts';
import { newId } from '../src/platform/ids.ts';
import { type Application, FIRMS, openApplication } from './testing/application.ts';
import { faultsOf } from './testing/axe.ts';
import { comeAs, describeInBrowser, openBrowser } from './testing/browser.ts';
import { filmOf } from './testing/film.ts';
import { keyboard } from './testing/hands.ts';
import { goTo, signIn, type Walk } from './testing/officer.ts';

const definition = {
  driver: 'postgresql',
  host: '10.20.1.15',
  port: 5432,
  database: 'cases',
  user: 'gongxin_reader',
  secret: 'reader',
  tls: true,
  schema: 'public',
  view: 'v_penalty',
  columns: { doc_no: 'CF_WSH' },
  watermark: 'changed_at',
  pageSize: 5000,
  rowsPerSecond: 500,
  everyMinutes: 60,
  statementSeconds: 30,
};

describeInBrowser('the ways in', () => {
  let application: Application;
  let browser: Browser;
  beforeAll(async () => {
    [application, browser] = await Promise.all([openApplication(), openBrowser()]);
    const { platform } = application;
    const rows = [penalty(FIRMS.bakery, 1), penalty(FIRMS.hotel, 2, { CF_JDRQ: '2026/2/30' })];
    await handIn(platform, officer('market'), 'administrative-penalty', csv(rows), { channel: 'folder' });
    await platform.db.app.query(sql`
      insert into channels.pull_source (source_id, unit_code, item, name, definition, defined_at, defined_by, approved_by, state,
        state_params, state_since, rows_read)
      values (${newId()}, ${UNITS.market.code}, 'administrative-penalty', '处罚业务库', ${JSON.stringify(definition)}::jsonb, now(),
        'account:1', 'account:2', 'columns-changed', '{"columns": "decided: date → text"}', now(), 25120)`);
  });
  afterAll(async () => {
    await browser?.close();
    await application?.close();
  });

  test('a source that waits for a person goes on, and is paused; another is asked for on a narrow screen', {
    timeout: 120_000,
  }, async () => {
    const { origin } = application;
    const film = filmOf('ways-in');
    const text = words.zh;
    const walk: Walk = {
      application,
      person: await comeAs(browser, { origin, language: 'zh' }),
      language: 'zh',
      hands: keyboard,
    };
    const { page } = walk.person;
    await signIn(walk, 'officer');
    await goTo(walk, 'channels');
    await page.getByText('decided: date → text').waitFor();
    await film(page, 'changed-columns');
    expect(await faultsOf(page)).toEqual([]);
    await keyboard.press(page.getByRole('button', { name: text.resumeOf('处罚业务库') }));
    await page.getByText(text.states['waiting'] as string, { exact: true }).waitFor();
    await keyboard.press(page.getByRole('button', { name: text.pauseOf('处罚业务库') }));
    await page.getByText(text.states['paused'] as string, { exact: true }).waitFor();

    const narrow: Walk = {
      application,
      person: await comeAs(browser, { origin, language: 'en', width: 360 }),
      language: 'en',
      hands: keyboard,
    };
    await signIn(narrow, 'administrator');
    await goTo(narrow, 'channels');
    const other = narrow.person.page;
    await keyboard.press(other.getByRole('button', { name: words.en.ask }));
    await other.getByText(words.en.incomplete).waitFor();
    await film(other, 'narrow');
    expect(await faultsOf(other)).toEqual([]);
  });
});
