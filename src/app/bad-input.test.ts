// Bad files at the real door: each gets a sentence in both languages, never a stack trace, never a half-stored file.
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import yazl from 'yazl';
import { createClient } from '../modules/identity/index.ts';
import { buildCity, csv, firm, penalty, registerFirms, UNITS } from '../modules/intake/testing/city.ts';
import { sql } from '../platform/db/index.ts';
import type { Server } from '../platform/http/index.ts';
import { createMetrics } from '../platform/http/index.ts';
import { type TestWorld, testDatabase } from '../platform/testing.ts';
import { allHandlers } from './modules.ts';
import { buildApp } from './server.ts';

let world: TestWorld;
let server: Server;
let origin: string;
const tokens: Record<string, string> = {};
const firms = Array.from({ length: 20 }, (_, n) => firm(n));
const f = (n: number) => firms[n] as { uscc: string; name: string };

beforeAll(async () => {
  world = await testDatabase();
  await buildCity(world.platform);
  await registerFirms(world.platform, firms);
  server = await buildApp(world.platform, { metrics: createMetrics(), findWorkerTrouble: () => undefined });
  origin = await server.listen({ port: 0, host: '127.0.0.1' });
  for (const unit of ['market', 'emergency'] as const) {
    const { clientId, clientSecret } = await createClient(world.platform, UNITS[unit].code, [
      'submit:administrative-penalty',
    ]);
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
    });
    const answer = await fetch(`${origin}/oauth/token`, { method: 'POST', body });
    tokens[unit] = ((await answer.json()) as { access_token: string }).access_token;
  }
});
afterAll(async () => {
  await server.close();
  await world.close();
});

type Answer = Record<string, unknown> & {
  status: string;
  counts: Record<string, number>;
  refusal: { rule: string; message: string } | null;
  findings: { rule: string; row: number | null; message: string; advice: string }[];
};

const ask = async (path: string, init: RequestInit & { duplex?: 'half' } = {}, unit = 'market') => {
  const headers = { authorization: `Bearer ${tokens[unit]}`, ...(init.headers as Record<string, string>) };
  const answer = await fetch(`${origin}${path}`, { ...init, headers });
  return { status: answer.status, body: (await answer.json()) as Answer };
};

async function give(
  content: string | Buffer | Readable,
  type = 'text/csv',
  unit = 'market',
  language = 'zh',
): Promise<Answer> {
  const body =
    content instanceof Readable
      ? (Readable.toWeb(content) as ReadableStream)
      : new Uint8Array(Buffer.from(content));
  const sent = await ask(
    '/api/v1/submissions?item=administrative-penalty',
    { method: 'POST', body, duplex: 'half', headers: { 'content-type': type } },
    unit,
  );
  expect([200, 202], JSON.stringify(sent.body)).toContain(sent.status);
  await world.platform.jobs.runPending(allHandlers(world.platform));
  return (
    await ask(
      `/api/v1/submissions/${String(sent.body['submissionId'])}`,
      { headers: { 'accept-language': language } },
      unit,
    )
  ).body;
}

const rules = (answer: Answer) => answer.findings.map((finding) => finding.rule);
const records = async () =>
  (await world.db.migrator.one<{ count: number }>(sql`select count(*)::integer as count from records.record`))
    .count;

/** Every sentence that reached the user is there in the asked language and has no unfilled placeholder. */
function expectSentences(answer: Answer): void {
  const texts = [
    ...answer.findings.flatMap((x) => [x.message, x.advice]),
    ...(answer.refusal ? [answer.refusal.message] : []),
  ];
  for (const text of texts) expect(text).toMatch(/^[^{}]{4,}$/);
  expect(JSON.stringify(answer)).not.toMatch(/\bat .+\.ts:\d+|Error:/);
}

describe('files that can’t be read at all are refused whole, with their reason', () => {
  const good = csv([penalty(f(1), 1)]);
  test.each<[name: string, file: () => string | Buffer | Readable, rule: string]>([
    ['binary junk named .csv', () => randomBytes(5000), 'file.binary'],
    [
      'neither UTF-8 nor GB18030',
      () => Buffer.concat([Buffer.from(good), Buffer.from([0x81, 0xff, 0xff, 0x0a])]),
      'file.encoding',
    ],
    ['unclosed quotes', () => `${good}"未闭合的一行,法人及非法人组织\n`, 'file.unclosed-quote'],
    ['10 million columns', () => `${'a,'.repeat(10_000_000)}\n1\n`, 'file.too-many-columns'],
    [
      'a line of 64 MB (2 GB is tried beside the reader)',
      () =>
        Readable.from(
          (function* () {
            yield good;
            for (let n = 0; n < 64; n++) yield 'x'.repeat(1 << 20);
          })(),
        ),
      'file.line-too-long',
    ],
    ['a header doubled', () => good.replace('CF_FRDB', 'CF_WSH'), 'header.duplicate'],
    ['a header missing', () => good.split('\n').slice(1).join('\n'), 'header.not-found'],
    ['a required column missing', () => good.replace('CF_JDRQ', 'X_JDRQ'), 'column.missing'],
    ['no rows', () => good.split('\n').slice(0, 1).join('\n'), 'file.no-rows'],
  ])('%s', async (_, file, rule) => {
    const before = await records();
    const answer = await give(file());
    expect(answer.status).toBe('refused');
    expect([answer.refusal?.rule, ...rules(answer)]).toContain(rule);
    expect(await records()).toBe(before);
    expectSentences(answer);
  });

  test('a zip bomb as XLSX', async () => {
    const zip = new yazl.ZipFile();
    zip.addBuffer(
      Buffer.from(
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
      ),
      '[Content_Types].xml',
    );
    zip.addReadStreamLazy('xl/worksheets/sheet1.xml', (give) =>
      give(
        null as unknown as Error,
        Readable.from(
          (function* () {
            yield '<worksheet><sheetData>';
            for (let n = 0; n < 64; n++) yield ' '.repeat(1 << 20);
            yield '</sheetData></worksheet>';
          })(),
        ),
      ),
    );
    zip.end();
    const chunks: Buffer[] = [];
    for await (const chunk of zip.outputStream as unknown as AsyncIterable<Buffer>) chunks.push(chunk);
    const answer = await give(
      Buffer.concat(chunks),
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    );
    expect(answer.status).toBe('refused');
    expect(answer.refusal?.rule).toMatch(/^file\./);
    expectSentences(answer);
  });
});

describe('rows with faults come back with what is wrong and what to do', () => {
  const cases: [name: string, row: Record<string, string>, rule: string][] = [
    ['2026/2/30', penalty(f(2), 20, { CF_JDRQ: '2026/2/30' }), 'date'],
    ['a decision of tomorrow', penalty(f(2), 21, { CF_JDRQ: '2026/11/19' }), 'date.future'],
    [
      '元 where 万元 is due, seen by the penalty’s text',
      penalty(f(2), 22, { CF_NR_FK: '3000' }),
      'amount.unit',
    ],
    ['a code in the name column', penalty({ name: f(2).uscc, uscc: f(2).name }, 23), 'name.is-code'],
    [
      'a wrong check character',
      penalty({ ...f(2), uscc: `${f(2).uscc.slice(0, 17)}${f(2).uscc[17] === 'X' ? 'Y' : 'X'}` }, 24),
      'uscc.check-character',
    ],
    ['lower case', penalty({ ...f(2), uscc: f(2).uscc.toLowerCase() }, 25), 'uscc.lower-case'],
    [
      'an identity number as code',
      penalty({ ...f(2), uscc: '11010519491231002X' }, 26),
      'uscc.identity-number',
    ],
    ['a formula', penalty(f(2), 27, { CF_SY: '=HYPERLINK("http://x","y")' }), 'text.formula'],
    ['a kind outside the list', penalty(f(2), 28, { CF_CFLB: '罚钱' }), 'list.value'],
    ['a fine without its amount', penalty(f(2), 29, { CF_NR_FK: '' }), 'required.when'],
  ];
  test.each(cases)('%s', async (_, row, rule) => {
    const before = await records();
    const answer = await give(csv([row]));
    expect(answer).toMatchObject({ status: 'settled', counts: { rows: 1, accepted: 0, rejected: 1 } });
    expect(rules(answer)).toContain(rule);
    expect(answer.findings.find((finding) => finding.rule === rule)?.row).toBe(2);
    expect(await records()).toBe(before);
    expectSentences(answer);
  });

  test('shifted columns are seen as such', async () => {
    const [header, row] = csv([penalty(f(3), 31)]).split('\n') as [string, string];
    const cells = row.split(',');
    const answer = await give(`${header}\n${[cells[0], '', ...cells.slice(1, -1)].join(',')}\n`);
    expect(rules(answer)).toContain('row.shifted');
    expectSentences(answer);
  });

  test('an unknown column is said and not read', async () => {
    const answer = await give(csv([penalty(f(3), 32, { 婚姻状况: '已婚' })]));
    expect(rules(answer)).toContain('column.unknown');
    expect(answer.counts['accepted']).toBe(1);
    const kept = await world.db.migrator.query(
      sql`select 1 from records.record where open_fields::text like '%已婚%' or closed_fields::text like '%已婚%'`,
    );
    expect(kept).toEqual([]);
  });

  test('the same findings in English', async () => {
    const answer = await give(csv([penalty(f(3), 33, { CF_JDRQ: '2026/2/31' })]), 'text/csv', 'market', 'en');
    expect(answer.findings.find((finding) => finding.rule === 'date')?.message).toMatch(/^The date/);
  });

  test('a formula does not come alive in the downloaded file', async () => {
    const answer = await give(
      csv([
        penalty(f(3), 34, { CF_SY: '=HYPERLINK("http://x","y")' }),
        penalty(f(3), 35, { BZ: '+86 见附件' }),
      ]),
    );
    const file = await fetch(`${origin}/api/v1/submissions/${String(answer['submissionId'])}/findings-file`, {
      headers: { authorization: `Bearer ${tokens['market']}` },
    });
    const text = await file.text();
    expect(text).toContain('HYPERLINK');
    for (const cell of text.split(/[,\r\n]/)) expect(cell).not.toMatch(/^"?[=@]/);
  });
});

test('an upload cut off half-way leaves nothing and can be sent again', async () => {
  // Long rows and not many: thousands, where a few are usual, would wait for a second person.
  const facts = { CF_SY: `经营场所内${'所售商品未明码标价，'.repeat(40)}` };
  const body = csv(Array.from({ length: 190 }, (_, n) => penalty(f(n % 20), 5000 + n, facts)));
  const files = (await world.platform.files.list()).length;
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  socket.write(
    `POST /api/v1/submissions?item=administrative-penalty HTTP/1.1\r\nHost: ${hostname}\r\nAuthorization: Bearer ${tokens['market']}\r\nContent-Type: text/csv\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n`,
  );
  socket.write(body.slice(0, body.length / 2));
  await vi.waitFor(async () => expect(await world.platform.files.list()).toHaveLength(files + 1), 10_000);
  socket.destroy();
  await vi.waitFor(async () => expect(await world.platform.files.list()).toHaveLength(files), 10_000);
  const answer = await give(body);
  expect(answer.counts).toMatchObject({ rows: 190, accepted: 190 });
});

test('the same file from two units at once: each decision stands once', async () => {
  const { code } = UNITS.emergency;
  await world.db.app.query(sql`insert into identity.unit_authority (unit_code, authority_uscc, authority_name, since)
    values (${code}, ${UNITS.market.uscc}, ${UNITS.market.name}, '2019-01-01')`);
  const body = csv(Array.from({ length: 200 }, (_, n) => penalty(f(n % 20), 9000 + n)));
  const send = (unit: string) =>
    ask(
      '/api/v1/submissions?item=administrative-penalty',
      { method: 'POST', body, headers: { 'content-type': 'text/csv' } },
      unit,
    );
  const [one, two] = await Promise.all([send('market'), send('emergency')]);
  // Two jobs at once, as two workers would do them.
  const run = (id: unknown) =>
    allHandlers(world.platform)['intake.process']?.(
      { submissionId: id },
      { jobId: '1', attempt: 1, isLastAttempt: true, signal: new AbortController().signal },
    );
  await Promise.all([run(one.body['submissionId']), run(two.body['submissionId'])]);
  const counts = await Promise.all([
    ask(`/api/v1/submissions/${String(one.body['submissionId'])}`),
    ask(`/api/v1/submissions/${String(two.body['submissionId'])}`, {}, 'emergency'),
  ]);
  const sum = (key: string) =>
    counts.reduce((total, { body: answer }) => total + (answer.counts[key] ?? 0), 0);
  expect([sum('accepted'), sum('duplicate')]).toEqual([200, 200]);
});

describe('requests that can’t be served', () => {
  test.each([
    ['an item that does not exist', '/api/v1/submissions?item=gossip', 404, '/problems/unknown-item'],
    ['no item', '/api/v1/submissions', 400, '/problems/invalid-request'],
  ])('%s', async (_, path, status, type) => {
    const answer = await ask(path, { method: 'POST', body: 'x', headers: { 'content-type': 'text/csv' } });
    expect(answer).toMatchObject({ status, body: { type } });
  });

  test('an empty file, a type that is no table, no sign-in', async () => {
    const path = '/api/v1/submissions?item=administrative-penalty';
    expect(
      (await ask(path, { method: 'POST', body: '', headers: { 'content-type': 'text/csv' } })).body,
    ).toMatchObject({ type: '/problems/upload-empty' });
    expect(
      (await ask(path, { method: 'POST', body: 'x', headers: { 'content-type': 'image/png' } })).status,
    ).toBe(415);
    expect(
      (
        await fetch(`${origin}${path}`, {
          method: 'POST',
          body: 'x',
          headers: { 'content-type': 'text/csv' },
        })
      ).status,
    ).toBe(401);
  });

  test('another unit’s submission is answered like one that does not exist', async () => {
    const mine = await give(csv([penalty(f(4), 71)]));
    const theirs = await ask(`/api/v1/submissions/${String(mine['submissionId'])}`, {}, 'emergency');
    const nobodys = await ask('/api/v1/submissions/123456789', {}, 'emergency');
    expect({ ...theirs.body, traceId: '' }).toEqual({ ...nobodys.body, traceId: '' });
  });
});
