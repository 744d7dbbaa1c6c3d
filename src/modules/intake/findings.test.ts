// What a department reads of its file: whole sentences in its language, row by row, and nothing of persons.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../platform/db/index.ts';
import { type TestWorld, testDatabase } from '../../platform/testing.ts';
import { describeFinding } from './finding-words.ts';
import { FINDINGS_KEPT, FindingWriter } from './finding-writer.ts';
import { openFindingsFile } from './findings-file.ts';
import { listFindings } from './submission-view.ts';
import { buildCity, csv, firm, handIn, officer, penalty, registerFirms } from './testing/city.ts';

let world: TestWorld;
const market = officer('market');
const f = [1, 2, 3].map((number) => firm(number));
const [one, two] = f as [(typeof f)[0], (typeof f)[0]];
const trader = { ...firm(5, '92'), name: '清和市老周面馆' };

beforeAll(async () => {
  world = await testDatabase();
  await buildCity(world.platform);
  await registerFirms(world.platform, [...f, trader]);
});
afterAll(() => world.close());

const give = (file: string, options: Parameters<typeof handIn>[4] = {}) =>
  handIn(world.platform, market, 'administrative-penalty', file, options);

async function read(submissionId: string): Promise<string> {
  const { content } = await openFindingsFile(world.platform, market, submissionId);
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

describe('every sentence is whole', () => {
  const short = (rows: string) => rows.replace(/\n(?=[^\n]*\n$)/, '\n').replace(/,[^,\n]*,[^,\n]*\n$/, '\n');
  test.each<[name: string, file: () => string, rule: string]>([
    ['a row with too few cells', () => short(csv([penalty(one, 1)])), 'row.cell-count'],
    [
      'a field written twice',
      () => JSON.stringify([penalty(one, 4)]).replace('"CF_SY":', '"CF_SY":"x","CF_SY":'),
      'row.duplicate-key',
    ],
    [
      'a value that is none',
      () => JSON.stringify([penalty(one, 6), { ...penalty(one, 7), CF_SY: ['x'] }]),
      'row.nested-value',
    ],
    [
      'the code of a sole trader, who is not named',
      () => csv([penalty({ uscc: trader.uscc, name: one.name }, 8, { CF_XDR_LB: '个体工商户' })]),
      'subject.name-mismatch-unnamed',
    ],
    [
      'the code of another firm',
      () => csv([penalty({ uscc: two.uscc, name: one.name }, 9)]),
      'subject.name-mismatch',
    ],
  ])('%s', async (_, file, rule) => {
    const { findings, submissionId } = await give(file());
    expect(findings.map((finding) => finding.rule)).toContain(rule);
    for (const language of ['zh', 'en'] as const) {
      for (const finding of findings) {
        const { message, advice } = describeFinding(finding, language);
        expect(`${message}${advice}`).toMatch(/^[^{}]+$/);
      }
    }
    const text = await read(submissionId);
    expect(text).not.toMatch(/[{}]/);
    if (rule.endsWith('unnamed')) expect(text).not.toContain(trader.name);
  });
});

describe('the findings file', () => {
  const rows = () => [
    penalty(one, 20),
    penalty({ uscc: one.uscc, name: two.name }, 21),
    penalty(one, 22, { CF_JDRQ: '2026/2/30' }),
    penalty(one, 20),
    penalty(one, 23, { procedure: '简易程序', CF_SY: '不应保留' }),
    penalty(one, 20, { CF_NR: '罚款人民币9000元', CF_NR_FK: '0.9' }),
    penalty(one, 24),
  ];

  test('says of each row what became of it, findings of reading, checks and settlement in their rows', async () => {
    const { submissionId } = await give(csv(rows()));
    const lines = (await read(submissionId)).trim().split('\r\n').slice(1);
    const results = lines.map(
      (line) => /已入库|待核实|未入库，请改正|已有，未重复保存|依法不归集/.exec(line)?.[0],
    );
    expect(results).toEqual([
      '已入库',
      '待核实',
      '未入库，请改正',
      '已有，未重复保存',
      '依法不归集',
      '未入库，请改正',
      '已入库',
    ]);
    expect(lines[1]).toContain(one.name);
    expect(lines[4]).not.toMatch(/不应保留|〔2026〕23号/);
  });

  test('speaks the language of whoever handed the file in', async () => {
    const { submissionId } = await give(csv(rows().map((row) => ({ ...row, CF_FRDB: '李二' }))), {
      language: 'en',
    });
    const text = await read(submissionId);
    expect(text).toContain('Result,Findings');
    expect(text).toMatch(/Rejected: please mend/);
    expect(text).toContain('The date');
    expect(text).not.toMatch(/未入库|日期不/);
  });

  test('of a file that is taken only as a whole says so of its faultless rows', async () => {
    const whole = (yes: boolean) =>
      world.db.migrator.query(sql`update catalogue.item set definition = jsonb_set(definition, '{partialAcceptance}', ${JSON.stringify(!yes)}::jsonb)
        where item = 'administrative-penalty'`);
    await whole(true);
    try {
      const { submission, submissionId } = await give(
        csv([penalty(one, 30), penalty(one, 31, { CF_JDRQ: '2026/2/30' })]),
      );
      expect(submission).toMatchObject({ status: 'refused', findingsFile: true, counts: { accepted: 0 } });
      const text = await read(submissionId);
      expect(text).toContain('本行无误，整个文件未入库');
      expect(text).not.toContain('已入库');
    } finally {
      await whole(false);
    }
  });
});

test('personal numbers in the header are kept nowhere', async () => {
  const file = csv([penalty(one, 40)]).replace('CF_FRDB', '联系13800138000');
  const { submissionId } = await give(file);
  const stored = await world.db.app.query(
    sql`select f::text as text from intake.finding f where submission_id = ${submissionId}`,
  );
  expect(stored.length).toBeGreaterThan(0);
  expect(JSON.stringify(stored)).not.toContain('13800138000');
  expect(await read(submissionId)).not.toContain('13800138000');
  const refused = await give('张三13800138000,张三13800138000\nx,y\n');
  expect(refused.submission.status).toBe('refused');
  const books = await world.db.app.query(
    sql`select s::text as text from intake.submission s where submission_id = ${refused.submissionId}`,
  );
  expect(JSON.stringify([books, refused.findings])).not.toContain('13800138000');
});

test('findings beyond those kept are counted', async () => {
  const writer = new FindingWriter(world.platform, '77');
  await writer.begin();
  for (let n = 0; n < FINDINGS_KEPT + 5; n++) {
    writer.add({ rule: 'date', severity: 'error', row: n + 2 });
    await writer.flush();
  }
  await writer.end();
  const last = await world.db.app.one<{ finding_no: number; rule: string; params: unknown }>(
    sql`select finding_no, rule, params from intake.finding where submission_id = 77 order by finding_no desc limit 1`,
  );
  expect(last).toEqual({ finding_no: FINDINGS_KEPT + 1, rule: 'findings.file-only', params: { count: 5 } });
  expect(writer.kept).toBe(FINDINGS_KEPT + 1);
});

test('a findings file whose term is over is answered as not there', async () => {
  const { submissionId } = await give(csv([penalty(one, 50, { CF_JDRQ: '2026/2/30' })]));
  const { id } = await world.db.app.one<{ id: string }>(
    sql`select findings_file_id as id from intake.submission where submission_id = ${submissionId}`,
  );
  await world.platform.files.destroy(id);
  await expect(openFindingsFile(world.platform, market, submissionId)).rejects.toThrow(
    /findings-file-not-there/,
  );
  expect(await listFindings(world.platform, market, submissionId, { after: 0, limit: 9 })).not.toEqual([]);
});
