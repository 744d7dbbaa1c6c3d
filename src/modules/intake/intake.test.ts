// A department's file becomes public records: what is accepted, held, refused, counted, versioned and withdrawn.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../platform/db/index.ts';
import { type TestWorld, testDatabase } from '../../platform/testing.ts';
import { findSubject } from '../subjects/index.ts';
import { decideHeldRow } from './decide-held-row.ts';
import { openFindingsFile } from './findings-file.ts';
import { listHeldRows } from './list-held-rows.ts';
import { getSubmission } from './submission-view.ts';
import {
  buildCity,
  csv,
  firm,
  handIn,
  licence,
  officer,
  penalty,
  registerFirms,
  runJobs,
} from './testing/city.ts';
import { withdrawSubmission } from './testing/withdraw.ts';

let world: TestWorld;
const firms = Array.from({ length: 40 }, (_, n) => firm(n));
const market = officer('market');

beforeAll(async () => {
  world = await testDatabase();
  await buildCity(world.platform);
  await registerFirms(world.platform, firms);
});
afterAll(() => world.close());

const f = (n: number) => firms[n] as { uscc: string; name: string };
const give = (rows: Record<string, string>[]) =>
  handIn(world.platform, market, 'administrative-penalty', csv(rows));
const publicNumbers = async (like: string): Promise<string[]> =>
  (
    await world.db.portal.query<{ decision_no: string }>(
      sql`select decision_no from published.record where decision_no like ${like} order by 1`,
    )
  ).map((r) => r.decision_no);
const rules = (found: { findings: { rule: string }[] }) => found.findings.map((finding) => finding.rule);

describe('good rows', () => {
  test('a penalty becomes a public record of the right organisation, until the rule in force ends it', async () => {
    const { submission } = await give([penalty(f(1), 101), penalty(f(2), 102)]);
    expect(submission.counts).toEqual({
      rows: 2,
      accepted: 2,
      rejected: 0,
      duplicate: 0,
      held: 0,
      refused: 0,
    });
    const [record] = await world.db.portal.query<Record<string, unknown>>(
      sql`select r.uscc, r.public_until, r.until_because, r.class_assumed, r.misconduct_class, r.rule_now from published.record r
        where r.decision_no = '清市监处罚〔2026〕101号'`,
    );
    // NDRC Order 36: general misconduct 3 to 12 months from the decision; 罚款 is assumed to be general.
    expect(record).toEqual({
      uscc: f(1).uscc,
      public_until: '2027-11-09',
      until_because: 'rule-now',
      class_assumed: true,
      misconduct_class: 'general',
      rule_now: 'ndrc-36',
    });
  });

  test('a second party under one number is a second record', async () => {
    const { submission } = await give([penalty(f(1), 110), penalty(f(2), 110)]);
    expect(submission.counts?.accepted).toBe(2);
  });

  test('brackets of document numbers make no difference: the same again is a duplicate', async () => {
    await give([penalty(f(3), 111)]);
    const again = await give([penalty(f(3), 111, { CF_WSH: '清市监处罚[2026]111号' })]);
    expect(again.submission.counts).toMatchObject({ accepted: 0, duplicate: 1 });
    expect(await publicNumbers('%111号')).toHaveLength(1);
  });

  test('changed content of the same decision is a new version, and the old one leaves the public', async () => {
    await give([penalty(f(4), 112)]);
    await give([penalty(f(4), 112, { CF_NR: '罚款人民币5000元', CF_NR_FK: '0.5' })]);
    const found = await world.db.portal.query<{ version: number; amount: string }>(
      sql`select version, open_fields ->> 'CF_NR_FK' as amount from published.record where decision_no like '%112号'`,
    );
    expect(found).toEqual([{ version: 2, amount: '0.5' }]);
  });

  test('a licence of an unregistered code makes a provisional subject; it is public while valid', async () => {
    const stranger = firm(900);
    const { submission } = await handIn(
      world.platform,
      market,
      'administrative-licence',
      csv([
        licence(stranger, 1),
        licence(f(1), 2, { XK_YXQZ: '2020/01/01', XK_YXQZI: '2026/11/17', XK_JDRQ: '2020/01/01' }),
        licence(f(1), 3, { XK_YXQZI: '2026/11/18' }),
        licence(f(1), 4, { XK_ZT: '2' }),
      ]),
    );
    expect(submission.counts).toMatchObject({ rows: 4, accepted: 4 });
    expect(await findSubject(world.db.portal, stranger.uscc)).toMatchObject({ provisional: true });
    // Valid through its last day (2026-11-18 is today); expired and invalid ones are not there.
    expect(await publicNumbers('清食许%')).toEqual(['清食许〔2026〕1号', '清食许〔2026〕3号']);
  });
});

describe('code and name', () => {
  test('a valid code of the wrong firm is held, says whose it is, and never reaches the public', async () => {
    const swapped = [
      penalty({ uscc: f(6).uscc, name: f(5).name }, 201),
      penalty({ uscc: f(5).uscc, name: f(6).name }, 202),
    ];
    const found = await give(swapped);
    expect(found.submission.counts).toMatchObject({ accepted: 0, held: 2 });
    expect(
      found.findings.filter((x) => x.rule === 'subject.name-mismatch').map((x) => x.params?.['holder']),
    ).toEqual([f(6).name, f(5).name]);
    expect(await publicNumbers('%20_号')).toEqual([]);
  });

  test('an adverse row about an unregistered code is held', async () => {
    const found = await give([penalty(firm(950), 203)]);
    expect(rules(found)).toContain('subject.unregistered');
    expect(found.submission.counts).toMatchObject({ accepted: 0, held: 1 });
  });

  test('an officer of the centre decides: accepted rows are published, returned ones are not; nobody decides twice', async () => {
    const clerk = officer('centre', 'case-officer', '77');
    const waiting = (await listHeldRows(world.platform, clerk, { limit: 100 })).filter((row) =>
      /20[12]号/.test(row.decisionNo),
    );
    const [first, second] = waiting as [(typeof waiting)[0], (typeof waiting)[0]];
    expect(first.holder).toBe(f(6).name);
    const accepted = await decideHeldRow(world.platform, clerk, first.heldRowId, {
      decision: 'accept',
      reason: '经核实确为该主体',
    });
    expect(accepted.outcome).toBe('accepted');
    await decideHeldRow(world.platform, clerk, second.heldRowId, {
      decision: 'return',
      reason: '代码填写错误',
    });
    expect(await publicNumbers('%20_号')).toEqual([first.decisionNo]);
    await expect(
      decideHeldRow(world.platform, clerk, first.heldRowId, { decision: 'accept', reason: '再次' }),
    ).rejects.toThrow(/held-row-not-found/);
    const after = await getSubmission(world.platform, market, first.submissionId);
    expect(after.counts).toMatchObject({ rows: 2, accepted: 1, rejected: 1, held: 0 });
  });

  test('an accepted row about an unregistered code makes a provisional subject', async () => {
    const clerk = officer('centre', 'case-officer', '77');
    const row = (await listHeldRows(world.platform, clerk, { limit: 100 })).find((r) =>
      r.decisionNo.endsWith('203号'),
    );
    await decideHeldRow(world.platform, clerk, row?.heldRowId ?? '', {
      decision: 'accept',
      reason: '登记信息稍后补齐',
    });
    expect(await publicNumbers('%203号')).toHaveLength(1);
  });

  test('an officer of another unit sees no held row that is not its own', async () => {
    await give([penalty(firm(951), 204)]);
    expect(await listHeldRows(world.platform, officer('emergency'), { limit: 100 })).toEqual([]);
    expect(await listHeldRows(world.platform, market, { limit: 100 })).not.toEqual([]);
  });
});

describe('what is not collected', () => {
  test('simple procedure and slight misconduct are counted, their content is not kept (Shandong Regulation art. 13)', async () => {
    const found = await give([
      penalty(f(7), 301, { procedure: '简易程序' }),
      penalty(f(7), 302, { misconductClass: '轻微' }),
      penalty(f(7), 303),
    ]);
    expect(found.submission.counts).toMatchObject({ rows: 3, accepted: 1, refused: 2 });
    const kept = await world.db.migrator.query(
      sql`select 1 from records.record where decision_no like '%30_号'`,
    );
    expect(kept).toHaveLength(1);
  });

  test('a natural person’s row that is not taken leaves nothing behind, nor in the findings file', async () => {
    const person = { uscc: '', name: '王小明' };
    const found = await give([
      penalty(person, 310, { CF_XDR_LB: '自然人', CF_XDR_ZJLX: '身份证', CF_XDR_ZJHM: '11010519491231002X' }),
      penalty(f(8), 311),
    ]);
    expect(found.submission.counts).toMatchObject({ accepted: 1, rejected: 1 });
    expect(rules(found)).toEqual(expect.arrayContaining(['required.when', 'column.identity-dropped']));
    const file = await read(found.submissionId);
    expect(file).not.toMatch(/王小明|11010519491231002X/);
    expect(file).toContain('清市监处罚〔2026〕311号');
  });

  test('personal numbers in free text hold the row back and are nowhere kept', async () => {
    const found = await give([penalty(f(9), 312, { CF_SY: '联系人电话13800138000,未明码标价' })]);
    expect(found.submission.counts).toMatchObject({ accepted: 0, rejected: 1 });
    expect(rules(found)).toContain('text.personal-number');
    expect(await read(found.submissionId)).not.toContain('13800138000');
  });

  test('a kind of penalty that the table is silent about waits for the unit: kept, not public', async () => {
    const found = await give([
      penalty(f(10), 313, { CF_CFLB: '其他-责令改正', CF_NR: '责令改正', CF_NR_FK: '' }),
    ]);
    expect(found.submission.counts).toMatchObject({ accepted: 1 });
    expect(rules(found)).toContain('penalty.class-unknown');
    expect(await publicNumbers('%313号')).toEqual([]);
    await give([
      penalty(f(10), 313, {
        CF_CFLB: '其他-责令改正',
        CF_NR: '责令改正',
        CF_NR_FK: '',
        misconductClass: '一般',
      }),
    ]);
    expect(await publicNumbers('%313号')).toHaveLength(1);
  });
});

describe('files', () => {
  test('the same file twice is told so, nothing is doubled', async () => {
    const file = csv([penalty(f(11), 401)]);
    const first = await handIn(world.platform, market, 'administrative-penalty', file);
    const second = await handIn(world.platform, market, 'administrative-penalty', file);
    expect(second.submissionId).toBe(first.submissionId);
  });

  test('the upload and its key are destroyed when the submission closes; only the findings file stays', async () => {
    const before = new Set((await world.platform.files.list()).map((file) => file.id));
    const { submission } = await give([penalty(f(12), 402), penalty({ ...f(12), uscc: '' }, 403)]);
    expect(submission.closedAt).not.toBeNull();
    const left = (await world.platform.files.list()).filter((file) => !before.has(file.id));
    expect(left).toHaveLength(1);
    expect(submission.findingsFile).toBe(true);
  });

  test('a file without a finding leaves no file at all', async () => {
    const before = (await world.platform.files.list()).length;
    const row = penalty(f(12), 404, { misconductClass: '一般', conductEndedOn: '2026/10/01' });
    const { findings } = await give([row]);
    expect(findings).toEqual([]);
    expect(await world.platform.files.list()).toHaveLength(before);
  });

  test('withdrawn: its versions end at once, a replaced version stands again, history keeps both', async () => {
    await give([penalty(f(13), 405)]);
    const second = await give([
      penalty(f(13), 405, { CF_NR_FK: '0.4', CF_NR: '罚款人民币4000元' }),
      penalty(f(13), 406),
    ]);
    await withdrawSubmission(world.platform, market, second.submissionId, '金额录入错误');
    await runJobs(world.platform);
    const found = await world.db.portal.query<{ version: number }>(
      sql`select version from published.record where decision_no like '%405号'`,
    );
    expect(found).toEqual([{ version: 1 }]);
    expect(await publicNumbers('%406号')).toEqual([]);
    expect(
      await world.db.migrator.query(
        sql`select 1 from records.record where decision_no like '%40[56]号' or decision_no like '%405号'`,
      ),
    ).toHaveLength(2);
    await expect(withdrawSubmission(world.platform, market, second.submissionId, '再撤')).rejects.toThrow(
      /not-withdrawable/,
    );
    await expect(
      withdrawSubmission(world.platform, officer('emergency'), second.submissionId, '他人'),
    ).rejects.toThrow(/submission-not-found/);
  });

  test('a unit hands in only decisions of authorities it is registered to act for', async () => {
    const found = await handIn(
      world.platform,
      officer('emergency'),
      'administrative-penalty',
      csv([penalty(f(14), 407)]),
    );
    expect(rules(found)).toContain('authority.not-registered');
    expect(found.submission.counts?.accepted).toBe(0);
  });

  test('the same decisions twice in one file are stored once; contradictions are refused', async () => {
    const found = await give([
      penalty(f(15), 408),
      penalty(f(15), 408),
      penalty(f(15), 408, { CF_NR_FK: '0.9', CF_NR: '罚款人民币9000元' }),
    ]);
    expect(found.submission.counts).toMatchObject({ rows: 3, accepted: 1, duplicate: 1, rejected: 1 });
    expect(rules(found)).toEqual(expect.arrayContaining(['row.repeated', 'row.contradicts']));
  });
});

test('1,000 rows with two firms’ codes swapped: none of them is published', async () => {
  const rows = Array.from({ length: 1000 }, (_, n) => {
    const [mine, other] = n % 2 === 0 ? [f(20), f(21)] : [f(21), f(20)];
    return penalty({ name: mine.name, uscc: other.uscc }, 10_000 + n);
  });
  // By another way in than the many small files before it, beside which a thousand rows would wait for a second person.
  const { submission } = await handIn(world.platform, market, 'administrative-penalty', csv(rows), {
    channel: 'console',
  });
  expect(submission.counts).toMatchObject({ rows: 1000, accepted: 0, held: 1000 });
  expect(await publicNumbers('清市监处罚〔2026〕1____号')).toEqual([]);
});

async function read(submissionId: string): Promise<string> {
  const { content } = await openFindingsFile(world.platform, market, submissionId);
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
