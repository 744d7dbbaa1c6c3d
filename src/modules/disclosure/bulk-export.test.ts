/** Exports of many subjects: who may ask and decide, equal counts of subjects, looks and log entries, a killed worker, the end. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { testDatabase, testToday } from '../../platform/testing.ts';
import { createAccount, decideApproval, type Role } from '../identity/index.ts';
import { listApprovals } from '../identity/list-approvals.ts';
import { sweepFiles } from '../intake/sweep-files.ts';
import {
  buildCity,
  csv,
  firm,
  handIn,
  officer,
  penalty,
  registerFirms,
  UNITS,
} from '../intake/testing/city.ts';
import type { Subject } from '../subjects/index.ts';
import { countExport } from './bulk-export/count.ts';
import type { BulkRequest, Officer } from './bulk-export/definition.ts';
import { listExports, MOST_DOWNLOADS, openExport } from './bulk-export/download.ts';
import { endExportsOver } from './bulk-export/end.ts';
import { makeExport } from './bulk-export/make.ts';
import { requestExport } from './bulk-export/request.ts';
import { linesOf } from './bulk-export/write-lines.ts';
import { listAccesses } from './index.ts';
import { disclosureJobs } from './jobs.ts';
import type { ShownRecord } from './least.ts';

const FIRMS = 130;
const world = await testDatabase();
let now = world.platform.clock.now();
const platform: Platform = { ...world.platform, clock: { ...world.platform.clock, now: () => now } };
const { app, migrator } = world.db;
const people = new Map<string, Officer>();

async function person(unit: keyof typeof UNITS, name: string, ...roles: Role[]): Promise<Officer> {
  const { code } = UNITS[unit];
  const account = { unit: code, roles, loginName: name, name, password: 'plum7 bridge over snow' };
  const accountId = await createAccount(platform, account);
  const made: Officer = { kind: 'account', accountId, unit: code, roles, name };
  people.set(name, made);
  return made;
}
const named = (name: string) => people.get(name) as Officer;

beforeAll(async () => {
  await buildCity(platform);
  const firms = Array.from({ length: FIRMS }, (_, n) => firm(n + 1));
  await registerFirms(platform, [...firms, firm(900, '92')]);
  const rows = firms.map((one, n) =>
    penalty(one, n + 1, { CF_JDRQ: n % 2 ? '2026-10-20' : '2022-03-02', BZ: `备注${n}` }),
  );
  // A sole trader is treated as a natural person (C13).
  rows.push(penalty(firm(900, '92'), 900, { CF_JDRQ: '2026-10-20' }));
  await handIn(platform, officer('market'), 'administrative-penalty', csv(rows));
  const other = penalty(firm(1), 501, { CF_JDRQ: '2026-10-21' }, 'emergency');
  await handIn(platform, officer('emergency'), 'administrative-penalty', csv([other]));
  await person('market', 'case', 'case-officer');
  await person('market', 'both', 'case-officer', 'reviewer');
  await person('market', 'review', 'reviewer');
  await person('market', 'check', 'checker');
  await person('emergency', 'foreign', 'reviewer', 'case-officer');
  await person('centre', 'centre', 'reviewer');
}, 120_000);
afterAll(() => world.close());

const request = (over: Partial<BulkRequest> = {}) => ({
  purpose: 'case-handling',
  caseNo: `清市监立〔2026〕${newId()}号`,
  items: ['administrative-penalty'],
  reason: '核对处罚履行情况',
  ...over,
});
const approve = (who: string, approvalId: string) =>
  decideApproval(platform, named(who), approvalId, { decision: 'approve', reason: '核对无误' });
const problem = (type: string) => ({ definition: { type } });

async function approved(over: Partial<BulkRequest> = {}): Promise<string> {
  const { approvalId } = await requestExport(platform, named('case'), request(over));
  const { outcome } = await approve('review', approvalId);
  return outcome['exportId'] as string;
}
const fileOf = async (exportId: string, who = 'case') =>
  text(Readable.from(await openExport(platform, named(who), exportId)));

interface Books {
  subjects: number;
  looks: number;
  shown: number;
  entries: number;
  parts: number;
}

/** What stands in the books of an export: subjects, looks by the officer in the matter, entries of the log of those looks. */
const booksOf = (exportId: string): Promise<Books> =>
  migrator.one<Books>(sql`
    select count(*)::int as subjects, count(distinct a.access_id)::int as looks, count(sh.subject_id)::int as shown,
      count(distinct e.entry_id)::int as entries,
      (select count(*)::int from disclosure.bulk_export_part p where p.export_id = ${exportId}) as parts
    from disclosure.bulk_export_subject s
    left join disclosure.access a on a.subject_id = s.subject_id and a.access_id = s.access_id
    left join disclosure.shown sh on sh.subject_id = a.subject_id and sh.access_id = a.access_id
    left join transparency.entry e on e.entry_id = a.entry_id and e.source = 'disclosure.access' and e.rows = 1
    where s.export_id = ${exportId}`);
const looksInMatter = async (caseNo: string) =>
  (
    await migrator.one<{ n: number }>(
      sql`select count(*)::int as n from disclosure.access where case_no = ${caseNo}`,
    )
  ).n;

function codesIn(file: string): string[] {
  const { data, errors } = Papa.parse<string[]>(file.replace(/^\uFEFF/, ''), { skipEmptyLines: true });
  expect(errors).toEqual([]);
  return data.slice(1).map((cells) => cells[1] as string);
}

describe('an approved export', () => {
  test('has as many subjects as there are looks, shown rows and log entries, in parts', async () => {
    const caseNo = '清市监立〔2026〕甲号';
    const counted = await countExport(platform, named('case'), request({ caseNo }));
    // Both units' records; the sole trader is left out.
    expect(counted).toMatchObject({ subjects: FIRMS, records: FIRMS + 1 });
    expect(await looksInMatter(caseNo)).toBe(0);
    const exportId = await approved({ caseNo });
    expect(await looksInMatter(caseNo)).toBe(0);
    await expect(openExport(platform, named('case'), exportId)).rejects.toMatchObject(
      problem('export-not-there'),
    );
    await platform.jobs.runPending(disclosureJobs(platform));
    const codes = codesIn(await fileOf(exportId));
    expect(codes).toHaveLength(FIRMS + 1);
    expect(new Set(codes).size).toBe(FIRMS);
    const books = await booksOf(exportId);
    expect(books).toEqual({ subjects: FIRMS, looks: FIRMS, shown: FIRMS, entries: FIRMS, parts: 3 });
    expect(await looksInMatter(caseNo)).toBe(FIRMS);
    const id = await migrator.one<{ id: string }>(
      sql`select subject_id as id from subjects.subject where uscc = ${firm(1).uscc}`,
    );
    const [look] = await listAccesses(platform, [id.id], { limit: 1, others: true });
    expect(look).toMatchObject({ inBulk: true, caseNo, purpose: 'case-handling', unit: UNITS.market.code });
  });

  test('shows what the purpose shows, of all units, and nobody whom C13 protects', async () => {
    const exportId = await approved();
    await makeExport(platform, exportId, { isLastAttempt: true });
    const file = await fileOf(exportId);
    const { data } = Papa.parse<Record<string, string>>(file.replace(/^\uFEFF/, ''), {
      header: true,
      skipEmptyLines: true,
    });
    const own = data.filter((row) => row['统一社会信用代码'] === firm(1).uscc);
    expect(own.map((row) => row['备注']).sort()).toEqual(['', '备注0']);
    expect(own.map((row) => row['公示状态']).sort()).toEqual(['公示中', '未公示']);
    expect(file).not.toContain(firm(900, '92').name);
  });

  test('for supervision: the own unit’s records that are in effect, and the fields that were asked for', async () => {
    const over = { purpose: 'supervision-inspection', fields: ['CF_WSH', 'CF_FRDB'] };
    const counted = await countExport(platform, named('case'), request(over));
    expect(counted).toMatchObject({ subjects: FIRMS / 2, records: FIRMS / 2 });
    const exportId = await approved(over);
    await makeExport(platform, exportId, { isLastAttempt: true });
    const [head, ...lines] = (await fileOf(exportId)).trimEnd().split('\r\n');
    expect(head?.split(',').slice(-2)).toHaveLength(2);
    expect(lines).toHaveLength(FIRMS / 2);
    expect(lines.every((line) => line.includes('公示中') && line.includes(',王一,'))).toBe(true);
    const { fields } = await migrator.one<{ fields: string[] }>(sql`
      select array_agg(distinct f) as fields from disclosure.bulk_export_subject s
      join disclosure.shown h on h.subject_id = s.subject_id and h.access_id = s.access_id,
      jsonb_array_elements_text(h.items->'administrative-penalty'->'fields') f where s.export_id = ${exportId}`);
    expect(fields.sort()).toEqual(['CF_FRDB', 'CF_WSH']);
  });

  test('is narrowed by period and area', async () => {
    const half = await countExport(platform, named('case'), request({ until: '2023-01-01', area: '3718' }));
    expect(half).toMatchObject({ subjects: FIRMS / 2, records: FIRMS / 2 });
    expect(await countExport(platform, named('case'), request({ area: '11' }))).toMatchObject({
      subjects: null,
    });
  });
});

describe('a count', () => {
  test.each<[string, Partial<BulkRequest>]>([
    ['none', { area: '11' }],
    ['one', { from: '2026-10-21', until: '2026-10-22' }],
  ])(
    'of %s firm is told as fewer than ten, also to those who approve; asking shows no more',
    async (name, over) => {
      const asks = await person('market', `few-${name}`, 'case-officer');
      const few = { subjects: null, records: null };
      expect(await countExport(platform, asks, request(over))).toMatchObject(few);
      const { approvalId, ...answer } = await requestExport(platform, asks, request(over));
      expect(answer).toEqual(few);
      const { items } = await listApprovals(platform, asks, { open: true, limit: 100 });
      const shown = items.find((one) => one.approvalId === approvalId);
      expect(shown?.summary.zh).toContain('少于 10 个主体');
      expect(shown?.details.map(({ value }) => value.zh)).toContain('少于 10 个主体');
      if (name === 'none')
        await expect(approve('review', approvalId)).rejects.toMatchObject(problem('nothing-to-export'));
    },
  );

  test('is written down, also one that breaks off because it takes too long', async () => {
    const asks = await person('market', 'counts', 'case-officer');
    const caseNo = '清市监立〔2026〕数号';
    await countExport(platform, asks, request({ caseNo }));
    await migrator.transaction(async (tx) => {
      await tx.query(sql`lock table records.record in access exclusive mode`);
      await expect(countExport(platform, asks, request({ caseNo }), 100)).rejects.toMatchObject({
        ...problem('export-refused'),
        detail: { zh: expect.stringContaining('太长') },
      });
    });
    expect(
      await migrator.query(sql`select account_id, unit_code, duty, purpose, definition->'items' as items
        from disclosure.bulk_count where case_no = ${caseNo}`),
    ).toEqual(
      Array(2).fill({
        account_id: asks.accountId,
        unit_code: UNITS.market.code,
        duty: 'case-officer',
        purpose: 'case-handling',
        items: ['administrative-penalty'],
      }),
    );
  });

  test('is refused after thirty in an hour, to that account alone', async () => {
    const asks = await person('market', 'often', 'case-officer');
    for (let n = 0; n < 30; n += 1) await countExport(platform, asks, request({ area: '11' }));
    await expect(countExport(platform, asks, request({ area: '11' }))).rejects.toMatchObject(
      problem('too-many-requests'),
    );
    await countExport(platform, await person('market', 'seldom', 'case-officer'), request({ area: '11' }));
  });
});

test('a subject of whom nothing is left is in no line, and nobody looked at it', async () => {
  const caseNo = '清市监立〔2026〕余号';
  const exportId = await approved({ caseNo, until: '2023-01-01' });
  // Approved, and then the definition shows less: as when a record is withdrawn before its part is made.
  await migrator.query(sql`update disclosure.bulk_export
    set definition = definition || '{"until": "2020-01-01"}' where export_id = ${exportId}`);
  await makeExport(platform, exportId, { isLastAttempt: true });
  expect(codesIn(await fileOf(exportId))).toEqual([]);
  expect(await looksInMatter(caseNo)).toBe(0);
  expect(await booksOf(exportId)).toMatchObject({ subjects: FIRMS / 2, looks: 0, shown: 0, entries: 0 });
});

test('an export whose worker was killed for good is given up, and its file goes', async () => {
  const exportId = await approved();
  const before = now;
  now = new Date(now.getTime() + 4 * 86_400_000);
  await endExportsOver(platform);
  now = before;
  const lines = await listExports(platform, named('case'), { limit: 50 });
  expect(lines.find((line) => line.exportId === exportId)).toMatchObject({ state: 'failed' });
  await makeExport(platform, exportId, { isLastAttempt: false });
  expect((await booksOf(exportId)).looks).toBe(0);
});

test('where the unit has nobody else, the centre is the second pair of eyes', async () => {
  const { approvalId } = await requestExport(platform, named('foreign'), request());
  await expect(approve('foreign', approvalId)).rejects.toMatchObject(problem('not-yours-to-decide'));
  expect(await approve('centre', approvalId)).toMatchObject({ decision: 'approved' });
});

describe('refused', () => {
  test.each<[string, string, Partial<BulkRequest>, string]>([
    ['a purpose of single looks', 'case', { purpose: 'licensing' }, 'purpose-not-in-bulk'],
    ['a role without bulk exports', 'check', { purpose: 'supervision-inspection' }, 'purpose-not-in-bulk'],
    ['a purpose that the role does not hold', 'check', {}, 'nothing-to-disclose'],
    ['natural persons', 'case', { naturalPersons: true }, 'persons-not-in-bulk'],
    ['no case number', 'case', { caseNo: ' ' }, 'case-number-needed'],
    ['an item that is none', 'case', { items: ['nothing'] }, 'export-refused'],
    [
      'a period that ends before it begins',
      'case',
      { from: '2026-02-01', until: '2026-01-01' },
      'export-refused',
    ],
    ['a field that stays closed', 'case', { fields: ['CF_XDR_SWDJ'] }, 'export-refused'],
    [
      'an item of other purposes, which one sector alone sees',
      'case',
      { items: ['statutory-bar'] },
      'export-refused',
    ],
  ])('%s', async (_name, who, over, type) => {
    await expect(requestExport(platform, named(who), request(over))).rejects.toMatchObject(problem(type));
  });

  test('more subjects than the setting allows', async () => {
    const small = { ...platform, config: { ...platform.config, exportSubjects: FIRMS - 1 } };
    await expect(requestExport(small, named('case'), request())).rejects.toMatchObject(
      problem('export-too-large'),
    );
  });

  test.each<[string, string, string]>([
    ['by whoever asked for it', 'both', 'not-yours-to-decide'],
    ['by somebody of another unit', 'foreign', 'approval-not-found'],
    ['by the centre, while the unit has a reviewer', 'centre', 'not-yours-to-decide'],
    ['by a role that decides nothing', 'check', 'not-yours-to-decide'],
  ])('the decision %s', async (_name, who, type) => {
    const { approvalId } = await requestExport(platform, named('both'), request());
    await expect(approve(who, approvalId)).rejects.toMatchObject(problem(type));
  });

  test('a request that is a week old, and one of somebody who lost the duty', async () => {
    const { approvalId } = await requestExport(platform, named('case'), request());
    const before = now;
    now = new Date(now.getTime() + 8 * 86_400_000);
    await expect(approve('review', approvalId)).rejects.toMatchObject(problem('export-request-stale'));
    now = before;
    const leaver = await person('market', 'leaver', 'case-officer');
    const asks = await requestExport(platform, leaver, request());
    await migrator.query(
      sql`update identity.account set closed_at = now() where account_id = ${leaver.accountId}`,
    );
    await expect(approve('review', asks.approvalId)).rejects.toMatchObject(problem('nothing-to-disclose'));
  });

  test('subjects that came after the count', async () => {
    const over = { area: '371899', from: '2026-11-01' };
    await handIn(platform, officer('market'), 'administrative-penalty', csv([penalty(firm(2), 701)]));
    const { approvalId } = await requestExport(platform, named('case'), request(over));
    await handIn(platform, officer('market'), 'administrative-penalty', csv([penalty(firm(3), 702)]));
    await expect(approve('review', approvalId)).rejects.toMatchObject(problem('export-grown'));
  });

  test('the file to anybody else, after three times, and after its hours', async () => {
    const exportId = await approved();
    await makeExport(platform, exportId, { isLastAttempt: true });
    await expect(fileOf(exportId, 'both')).rejects.toMatchObject(problem('export-not-there'));
    for (let n = 0; n < MOST_DOWNLOADS; n += 1) expect(await fileOf(exportId)).toContain(firm(1).uscc);
    await expect(fileOf(exportId)).rejects.toMatchObject(problem('export-not-there'));
    const second = await approved();
    await makeExport(platform, second, { isLastAttempt: true });
    const before = now;
    now = new Date(now.getTime() + platform.config.exportHours * 3_600_000);
    await expect(fileOf(second)).rejects.toMatchObject(problem('export-not-there'));
    const files = await platform.files.list();
    expect(await endExportsOver(platform)).toBeGreaterThan(0);
    now = before;
    expect((await platform.files.list()).length).toBeLessThanOrEqual(files.length - 3);
    expect(
      await migrator.query(sql`select file_id from disclosure.bulk_export_part
      where export_id = ${second} and file_id is not null`),
    ).toEqual([]);
    await expect(fileOf(second)).rejects.toMatchObject(problem('export-not-there'));
    const [, line] = (await listExports(platform, named('case'), { limit: 50 })).toReversed();
    expect(line?.done).toBe(line?.subjects);
  });
});

test('a worker killed between the bytes and their access rows leaves neither; the next one goes on, nothing twice', async () => {
  const caseNo = '清市监立〔2026〕杀号';
  const exportId = await approved({ caseNo });
  const program = path.join(import.meta.dirname, 'testing', 'export-process.ts');
  const { dataFolder } = platform.config;
  const killed = (part: number) =>
    spawnSync(
      process.execPath,
      [
        program,
        JSON.stringify({
          endpoints: world.endpoints,
          dataFolder,
          today: testToday,
          exportId,
          killAt: { step: 'file-written', part },
        }),
      ],
      { stdio: 'inherit' },
    ).signal;
  for (const part of [1, 2]) {
    expect(killed(part)).toBe('SIGKILL');
    // The part that was being written is no part, and nobody was looked at for it.
    await expect.poll(() => looksInMatter(caseNo), { timeout: 20_000 }).toBe((part - 1) * 50);
    expect((await booksOf(exportId)).parts).toBe(part - 1);
    await expect(openExport(platform, named('case'), exportId)).rejects.toMatchObject(
      problem('export-not-there'),
    );
  }
  await makeExport(platform, exportId, { isLastAttempt: true });
  await makeExport(platform, exportId, { isLastAttempt: true });
  const codes = codesIn(await fileOf(exportId));
  const { subjects, looks, shown, entries } = await booksOf(exportId);
  expect({ looks, shown, entries, inMatter: await looksInMatter(caseNo) }).toEqual({
    looks: subjects,
    shown: subjects,
    entries: subjects,
    inMatter: subjects,
  });
  expect(new Set(codes).size).toBe(subjects);
  // What the killed ones left is swept as nobody's; the parts in use stay.
  const later = {
    ...platform,
    clock: { ...platform.clock, now: () => new Date(Date.now() + 3 * 86_400_000) },
  };
  expect((await sweepFiles(later)).leftovers).toBeGreaterThanOrEqual(2);
  expect(codesIn(await fileOf(exportId))).toEqual(codes);
});

test('no cell of the file is run by a spreadsheet', () => {
  const subject = { name: '=HYPERLINK("x")', uscc: null } as unknown as Subject;
  const record = {
    item: '',
    unit: '',
    authorityName: '',
    decisionNo: '',
    decidedOn: '',
  } as unknown as ShownRecord;
  expect(linesOf(subject, [record], [], new Map())).toMatch(/^"'=HYPERLINK\(""x""\)",,/);
});

test('what the application may not: change a look, an approval or a line of the list', async () => {
  await expect(app.query(sql`update disclosure.bulk_export set approved_by = 'x'`)).rejects.toThrow(
    /permission/,
  );
  await expect(app.query(sql`delete from disclosure.bulk_export_subject`)).rejects.toThrow(/permission/);
  const seen = sql`select subject_id from records.record`;
  expect(await app.query(seen)).toEqual([]);
});
