// What the pages say of subjects and records, and what they must never say: C13, ended records, adverse records in bulk.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicRecordId } from '../../modules/records/index.ts';
import { sql } from '../../platform/db/index.ts';
import type { Server } from '../../platform/http/index.ts';
import { newId } from '../../platform/ids.ts';
import { type TestWorld, testDatabase } from '../../platform/testing.ts';
import { buildApp } from '../server.ts';
import { addRecord, addSubject, addUnits } from './testing/sample-city.ts';

let world: TestWorld;
let server: Server;
type Subject = Awaited<ReturnType<typeof addSubject>>;
let firm: Subject;
let trader: Subject;
let legacy: Subject;
let penalty: string;
let licence: string;
let traderPenalty: string;

const get = (url: string, address = '203.0.113.7') =>
  server.inject({ url, headers: { accept: 'text/html' }, remoteAddress: address });
const page = (subject: Subject, record: string) => `/records/${publicRecordId(subject.id, record)}`;

beforeAll(async () => {
  world = await testDatabase();
  await addUnits(world);
  firm = await addSubject(world, { name: '清和市鑫源建材有限公司', former: '清和县鑫源经营部' });
  trader = await addSubject(world, { name: '清和市城关街道老周面馆', c13: true });
  legacy = await addSubject(world, { name: '清和市供销合作社', legacy: true });
  await addRecord(world, {
    subjectId: firm.id,
    item: 'organisation-registration',
    decidedOn: '2019-05-06',
    decisionNo: firm.uscc,
  });
  licence = await addRecord(world, {
    subjectId: firm.id,
    item: 'administrative-licence',
    unit: 'wjw',
    decidedOn: '2026-11-03',
    handedInOn: '2026-11-09',
    acceptedOn: '2026-11-10',
    validUntil: '2031-11-03',
    decisionNo: '清监许〔2026〕7号',
    fields: { XK_NR: '=HYPERLINK("http://evil")' },
  });
  penalty = await addRecord(world, {
    subjectId: firm.id,
    item: 'administrative-penalty',
    decidedOn: '2026-11-03',
    handedInOn: '2026-11-12',
    acceptedOn: '2026-11-13',
    decisionNo: '清监罚〔2026〕318号',
  });
  traderPenalty = await addRecord(world, {
    subjectId: trader.id,
    item: 'administrative-penalty',
    decidedOn: '2026-11-10',
    decisionNo: '清监罚〔2026〕340号',
  });
  await addRecord(world, {
    subjectId: trader.id,
    item: 'administrative-licence',
    decidedOn: '2026-11-10',
    validUntil: '2030-01-01',
    decisionNo: '清监许〔2026〕99号',
  });
  server = await buildApp(world.platform);
});

afterAll(async () => {
  await server?.close();
  await world?.close();
});

describe('a subject', () => {
  test('is shown with registration, counts and every record, without an adjective', async () => {
    const zh = await get(`/subjects/${firm.uscc}`);
    expect(zh.statusCode, zh.body).toBe(200);
    for (const words of [
      '清和市鑫源建材有限公司',
      '曾用名',
      '在册',
      '2019-05-06',
      '全部 3 条',
      '行政处罚 1 条',
    ]) {
      expect(zh.body).toContain(words);
    }
    expect(zh.body).toContain('清监罚〔2026〕318号');
    expect(zh.body).toContain('公示于 <time datetime="2026-11-13">2026-11-13</time>，第 8 个工作日');
    expect(zh.body).toContain('山东省社会信用条例');
    expect(zh.headers['cache-control']).toBe('no-store');
    expect(zh.headers['x-robots-tag']).toBe('noindex, noarchive');
    const en = await get(`/en/subjects/${firm.uscc}`);
    for (const words of ['Registered', 'Former names', 'working day 8', 'no longer public from']) {
      expect(en.body).toContain(words);
    }
    expect(zh.body + en.body).not.toMatch(/失信企业|黑名单|良好|优秀|不良|blacklist|excellent|\bbad\b/i);
  });

  test('is filtered by category in the address', async () => {
    const answer = await get(`/subjects/${firm.uscc}?item=administrative-licence`);
    expect(answer.body).toContain('清监许〔2026〕7号');
    expect(answer.body).not.toContain('清监罚〔2026〕318号');
  });

  test('of the legacy lane has an address of its own, and one merged into another leads there', async () => {
    const address = `/subjects/id-${BigInt(legacy.id).toString(36)}`;
    expect((await get(address)).body).toContain('旧号登记');
    const merged = await addSubject(world, { name: '清和市鑫源建材经营部' });
    await world.db.app.query(sql`insert into subjects.alias (alias_id, subject_id, stands_for, reason, decided_by, decided_at)
      values (${newId()}, ${merged.id}, ${firm.id}, 'test', 'test', now())`);
    const answer = await get(`/en/subjects/${merged.uscc}`);
    expect([answer.statusCode, answer.headers.location]).toEqual([301, `/en/subjects/${firm.uscc}`]);
    expect((await get(`/subjects/${firm.uscc.toLowerCase()}`)).headers.location).toBe(
      `/subjects/${firm.uscc}`,
    );
  });

  test('that nobody knows is a page that reads well', async () => {
    const answer = await get('/subjects/91370100762876064G');
    expect(answer.statusCode).toBe(404);
    expect(answer.body).toContain('没有此统一社会信用代码的主体');
    expect(answer.body).toContain('返回首页');
  });
});

describe('a record', () => {
  test('says until when, why with the article, from when repair, and its two clocks', async () => {
    const answer = await get(page(firm, penalty));
    expect(answer.statusCode, answer.body).toBe(200);
    // Order 36: general, 3 to 12 months from the decision; market supervision has 20 working days.
    for (const words of [
      '<time datetime="2027-11-03">2027-11-03</time> 起不再公示',
      '最短 3 个月，最长 12 个月',
      'href="/law/ndrc-36"',
      '2027-02-03 起可以申请信用修复',
      '处罚机关未注明等级，按处罚种类推定',
      '未报送终了日期，按决定日期计算',
      '第 7 个工作日',
      '第 8 个工作日',
      '法定时限 20 个工作日',
      '最迟 2026-12-01',
      '第三十九条',
      '罚款金额',
    ]) {
      expect(answer.body).toContain(words);
    }
    expect(answer.body).not.toContain('不公开的人');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['x-robots-tag']).toBe('noindex, noarchive');
    const en = await get(`/en${page(firm, penalty)}`);
    for (const words of [
      'Until when it is public',
      'the law gives 20 working days',
      'article 39',
      'Fine (10,000 yuan)',
    ]) {
      expect(en.body).toContain(words);
    }
  });

  test('of a licence may be kept by search engines but by no copy', async () => {
    const answer = await get(page(firm, licence));
    expect(answer.body).toContain('法定时限 7 个工作日');
    expect(answer.headers['x-robots-tag']).toBeUndefined();
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test('past the last published calendar says "fixed when loaded" and the earliest day, and is called neither late nor in time', async () => {
    const id = await addRecord(world, {
      subjectId: firm.id,
      item: 'administrative-licence',
      unit: 'wjw',
      decidedOn: '2026-12-29',
      handedInOn: '2027-01-20',
      acceptedOn: '2027-01-20',
      validUntil: '2031-11-03',
      decisionNo: '清监许〔2026〕8号',
    });
    const [zh, en] = await Promise.all([get(page(firm, id)), get(`/en${page(firm, id)}`)]);
    expect(zh.body).toContain('2027 年放假安排公布并载入后确定，最早 2027-01-06');
    expect(en.body).toContain('fixed when the calendar of 2027 is loaded; 2027-01-06 at the earliest');
    expect(zh.body).not.toMatch(/按期<|超过 \d/);
  });

  test('that is no longer public answers as one that never was: same body, status and headers', async () => {
    const id = newId();
    const address = page(firm, id);
    const seen = async (path: string) => {
      const { statusCode, body, headers } = await get(path, '203.0.113.8');
      const { date: _, ...rest } = headers;
      return { statusCode, body, headers: rest };
    };
    const before = await Promise.all([seen(address), seen(`/en${address}`)]);
    expect(before[0].statusCode).toBe(404);
    await addRecord(world, {
      recordId: id,
      subjectId: firm.id,
      item: 'administrative-penalty',
      decidedOn: '2026-11-01',
      decisionNo: '清监罚〔2026〕1号',
      submissionId: '77',
    });
    expect((await seen(address)).statusCode).toBe(200);
    await world.db.app.query(sql`insert into records.version_end (subject_id, record_id, version, ground, reason, ended_by, ended_at)
      values (${firm.id}, ${id}, 1, 'submission-withdrawn', 'test', 'test', now())`);
    expect(await Promise.all([seen(address), seen(`/en${address}`)])).toEqual(before);
    // The term of this one is over by itself: general, 12 months, decided two years ago.
    const expired = newId();
    const never = await seen(page(firm, expired));
    await addRecord(world, {
      recordId: expired,
      subjectId: firm.id,
      item: 'administrative-penalty',
      decidedOn: '2024-11-01',
      decisionNo: '清监罚〔2024〕1号',
    });
    expect(await seen(page(firm, expired))).toEqual(never);
  });
});

describe('C13 subjects', () => {
  test('are found by exact code or full name, and by nothing less', async () => {
    const seen = async (question: string) => (await get(`/search?q=${encodeURIComponent(question)}`)).body;
    expect(await seen('清和市城关街道老周面馆')).toContain(trader.uscc);
    expect(await seen(trader.uscc)).toContain('老周面馆');
    for (const part of ['老周', '老周面馆', '城关街道老周'])
      expect(await seen(part)).not.toContain(trader.uscc);
    const suggestions = await server.inject(`/search/suggestions?q=${encodeURIComponent('老周')}`);
    expect(suggestions.json()).toEqual({ items: [] });
  });

  test('are in no list, download or sitemap, and their pages stay nowhere', async () => {
    const addresses = [
      '/double-publicity',
      '/double-publicity?tab=penalties',
      '/double-publicity/licences.csv',
      '/registrations.csv',
      '/sitemap-subjects-1.xml',
    ];
    for (const address of addresses) {
      const { statusCode, body } = await get(address);
      expect([address, statusCode]).toEqual([address, 200]);
      expect(body).not.toContain('老周');
      expect(body).not.toContain(trader.uscc);
    }
    expect((await get(`/subjects/${trader.uscc}/licences.csv`)).statusCode).toBe(404);
    for (const address of [`/subjects/${trader.uscc}`, page(trader, traderPenalty)]) {
      const { headers, body } = await get(address);
      expect(body).toContain('老周面馆');
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['x-robots-tag']).toBe('noindex, noarchive');
    }
  });
});

describe('double publicity', () => {
  test('lists licences and penalties, filtered by the address, with the fault of a filter in words', async () => {
    expect((await get('/double-publicity')).body).toContain('清监许〔2026〕7号');
    const penalties = await get(
      '/double-publicity?tab=penalties&unit=scjg&from=2026-11-01&to=2026-11-30&kind=罚款',
    );
    expect(penalties.body).toContain('清监罚〔2026〕318号');
    expect(penalties.headers['x-robots-tag']).toBe('noindex, noarchive');
    expect((await get('/double-publicity?unit=scjg')).body).toContain('没有符合的公示信息');
    expect((await get('/double-publicity?from=2026/2/30')).body).toContain('起始日期看不懂');
    expect((await get('/en/double-publicity?from=2026-03-02&to=2026-03-01')).body).toContain(
      'lies before the first',
    );
  });

  test('pages through licences, never through penalties', async () => {
    const other = await addSubject(world, { name: '清和市远航物流有限公司' });
    for (let n = 0; n < 25; n++) {
      for (const item of ['administrative-licence', 'administrative-penalty'] as const) {
        await addRecord(world, {
          subjectId: other.id,
          item,
          decidedOn: '2026-11-06',
          decisionNo: `清〔2026〕${n}号`,
        });
      }
    }
    const first = await get('/double-publicity');
    const next = /href="([^"]*before=[^"]*)"/.exec(first.body)?.[1]?.replaceAll('&amp;', '&');
    expect(first.body.match(/<h3>/g)).toHaveLength(20);
    expect((await get(next as string)).body.match(/<h3>/g)).toHaveLength(7);
    const penalties = await get('/double-publicity?tab=penalties');
    expect(penalties.body.match(/<h3>/g)).toHaveLength(20);
    expect(penalties.body).not.toContain('before=');
    expect(
      (await get('/double-publicity?tab=penalties&before=2026-11-06.1')).body.match(/<h3>/g),
    ).toHaveLength(20);
  });

  test('downloads licences as CSV in which no formula is alive, and no penalties at all', async () => {
    const { headers, body } = await get('/double-publicity/licences.csv');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(body).toContain('"\'=HYPERLINK(""http://evil"")"');
    expect(body.split('\r\n')).toHaveLength(1 + 27 + 1);
    expect((await get(`/subjects/${firm.uscc}/licences.csv`)).body).toContain('食品经营许可决定书');
    expect((await get('/registrations.csv')).body).toContain('建筑材料销售');
    expect((await get('/double-publicity/penalties.csv')).statusCode).toBe(404);
  });
});

test('whoever reads too many adverse pages is told in words to wait; others are not', async () => {
  const answers: number[] = [];
  for (let n = 0; n < 301; n++) answers.push((await get('/records/none', '198.51.100.1')).statusCode);
  expect(answers.slice(0, 300).every((status) => status === 404)).toBe(true);
  const refused = await get(`/en${page(firm, penalty)}`, '198.51.100.1');
  expect(refused.statusCode).toBe(429);
  expect(refused.body).toContain('Try again in');
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect((await get(page(firm, penalty), '198.51.100.2')).statusCode).toBe(200);
  const kept = await world.db.app.query<{ key: string }>(sql`select key from platform.rate_limit`);
  expect(kept.map(({ key }) => key).join()).not.toContain('198.51');
});
