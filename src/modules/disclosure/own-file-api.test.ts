/** A subject at its own file over HTTP: what it sees, as JSON and PDF, who looked, notices, agents and codes. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../app/server.ts';
import type { CivilDate } from '../../kernel/civil-date.ts';
import { sql } from '../../platform/db/index.ts';
import type { Server } from '../../platform/http/index.ts';
import { openSubjectSession } from '../identity/index.ts';
import { deliverNotices } from '../notices/index.ts';
import { disclose, tellOfAdverseRecords, tellOfEnds } from './index.ts';
import { firm, lookedAtCity, officer } from './testing/looked-at-city.ts';

const world = await lookedAtCity();
const { platform, db } = world;
let server: Server;
let subjectId: string;
let me: Record<string, string>;
const headersOf = (token: string) => ({ cookie: `gx_session=${token}`, 'sec-fetch-site': 'same-origin' });
beforeAll(async () => {
  server = await buildApp(platform);
  subjectId = await world.subjectOf(1);
  const { token } = await openSubjectSession(platform, { subjectId, as: 'organisation', readOnly: false });
  me = headersOf(token);
}, 60_000);
afterAll(async () => {
  await server.close();
  await world.close();
});

const get = (url: string, headers = me) => server.inject({ method: 'GET', url, headers });
const send = (method: 'POST' | 'DELETE', url: string, payload?: object, headers = me) =>
  server.inject({ method, url, headers, ...(payload ? { payload } : {}) });
const outbox = async () => {
  const folder = path.join(platform.config.dataFolder, 'outbox');
  const files = (await readdir(folder)).sort();
  return Promise.all(files.map(async (file) => JSON.parse(await readFile(path.join(folder, file), 'utf8'))));
};

describe('the file', () => {
  test('everything held, each with source and basis; what is public, until when and because of which article', async () => {
    const answer = await get('/api/v1/me/file');
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.headers['cache-control']).toBe('no-store');
    const { subject, records } = answer.json();
    expect(subject.uscc).toBe(firm(1).uscc);
    expect(records).toHaveLength(3);
    const shown = records.find(
      (record: { public: boolean; item: string }) =>
        record.public && record.item === 'administrative-penalty',
    );
    expect(shown).toMatchObject({
      unitName: { zh: '清和市市场监督管理局' },
      basis: { instrument: 'shandong-credit-2020', article: '第十三条' },
      untilBasis: { instrument: 'ndrc-36' },
      publicUntil: expect.stringMatching(/^\d{4}-/),
    });
    expect(shown.fields).toContainEqual(
      expect.objectContaining({ code: 'BZ', value: '仅供内部', open: false }),
    );
  });

  test('as a document in both languages', async () => {
    for (const language of ['zh', 'en']) {
      const answer = await get('/api/v1/me/file.pdf', { ...me, 'accept-language': language });
      expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200);
      expect(answer.headers['content-type']).toBe('application/pdf');
      expect(answer.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
      if (process.env['GONGXIN_PICTURES'])
        await writeFile(`${process.env['GONGXIN_PICTURES']}/own-file-${language}.pdf`, answer.rawPayload);
    }
    expect((await get('/api/v1/me/file?download=json')).headers['content-disposition']).toContain(
      'my-file.json',
    );
  });

  test('nobody else comes in, and officers’ doors stay shut to subjects', async () => {
    expect((await get('/api/v1/me/file', {} as never)).statusCode).toBe(401);
    expect((await get('/api/v1/records')).statusCode).toBe(403);
    expect((await send('POST', '/api/v1/disclosures', {})).statusCode).toBe(403);
  });

  test('who looked, as the subject reads it: number, never a name', async () => {
    await disclose(platform, {
      actor: officer('emergency', 'case-officer', '35'),
      purpose: 'case-handling',
      caseNo: '清应急立〔2026〕9号',
      uscc: firm(1).uscc,
    });
    const { items } = (await get('/api/v1/me/accesses')).json();
    expect(items[0]).toMatchObject({
      kind: 'look',
      purposeName: { zh: '办理案件' },
      unitName: { zh: '清和市应急管理局' },
      duty: 'case-officer',
      officer: 'Z',
      caseNo: '清应急立〔2026〕9号',
    });
    expect(JSON.stringify(items)).not.toContain('"T"');
    const all = (await get('/api/v1/me/accesses?mine=yes')).json().items;
    expect(all.filter(({ kind }: { kind: string }) => kind === 'own-file').length).toBeGreaterThan(2);
  });
});

describe('notices', () => {
  test('a public adverse record is told once, a look is told, the end of publicity when its day has come', async () => {
    const { submission_id } = await db.migrator.one<{ submission_id: string }>(
      sql`select submission_id from intake.submission where item = 'administrative-penalty'`,
    );
    const news = { submissionId: submission_id, item: 'administrative-penalty' };
    await tellOfAdverseRecords(platform, news);
    await tellOfAdverseRecords(platform, news);
    const { items } = (await get('/api/v1/me/notices')).json();
    const adverse = items.filter(({ kind }: { kind: string }) => kind === 'adverse-record');
    expect(adverse).toHaveLength(1);
    expect(
      items.some(
        ({ kind, facts }: { kind: string; facts: object }) => kind === 'looked-at' && 'caseNo' in facts,
      ),
    ).toBe(true);

    const until = adverse[0].facts.publicUntil as CivilDate;
    expect(await tellOfEnds(platform)).toBe(0);
    await db.migrator.query(sql`update platform.clock set fixed_on = ${until}`);
    const later = { ...platform, clock: { now: platform.clock.now, today: () => until } };
    expect(await tellOfEnds(later)).toBe(1);
    expect(await tellOfEnds(later)).toBe(0);
    await db.migrator.query(sql`update platform.clock set fixed_on = ${platform.clock.today()}`);
    const after = (await get('/api/v1/me/notices')).json().items;
    expect(after[0]).toMatchObject({ kind: 'publicity-ended', seen: false });
    expect((await send('POST', '/api/v1/me/notices/seen', { upTo: after[0].noticeId })).statusCode).toBe(204);
    expect((await get('/api/v1/me/notices')).json().items[0].seen).toBe(true);
  });

  test('messages go to the registered contact, name nothing, and the address is sealed', async () => {
    const address = '13800000001';
    expect((await send('POST', '/api/v1/me/contact', { channel: 'sms', address })).statusCode).toBe(204);
    expect((await get('/api/v1/me/contact')).json().contact).toEqual({
      channel: 'sms',
      hint: '138****0001',
      subjects: 1,
    });
    expect(await deliverNotices(platform)).toBeGreaterThan(0);
    expect(await deliverNotices(platform)).toBe(0);
    const [message] = await outbox();
    expect(message).toMatchObject({ channel: 'sms', to: address });
    expect(message.text).not.toContain(firm(1).name);
    const stored = await db.migrator.one<{ text: string }>(
      sql`select contact::text as text from notices.contact`,
    );
    expect(stored.text).not.toContain(address);
  });
});

describe('codes', () => {
  const open = (code: string, uscc = firm(1).uscc) =>
    send('POST', '/api/v1/file-sessions', { uscc, code }, {} as never);
  const ask = (uscc = firm(1).uscc) => send('POST', '/api/v1/file-codes', { uscc }, {} as never);
  const lastCode = async () => /\d{6}/.exec((await outbox()).at(-1).text)?.[0] ?? '';

  test('a code opens the file for reading, once', async () => {
    expect((await ask()).statusCode).toBe(204);
    const code = await lastCode();
    expect((await open('000000' === code ? '000001' : '000000')).statusCode).toBe(401);
    const opened = await open(code);
    expect(opened.statusCode, opened.body).toBe(201);
    const cookie = opened.cookies.find(({ name }) => name === 'gx_session');
    const reader = headersOf(cookie?.value ?? '');
    expect((await get('/api/v1/me', reader)).json()).toMatchObject({ readOnly: true, agentId: null });
    expect((await get('/api/v1/me/file', reader)).statusCode).toBe(200);
    const refused = await send(
      'POST',
      '/api/v1/me/agents',
      { label: 'x', limits: ['read'], until: '2027-01-01' },
      reader,
    );
    expect(refused.json().type).toBe('/problems/read-only-session');
    expect((await open(code)).statusCode).toBe(401);
  });

  test('a subject without contact, an unknown one, and a contact of six subjects get no code and no other answer', async () => {
    const before = (await outbox()).length;
    expect((await ask(firm(2).uscc)).statusCode).toBe(204);
    expect((await ask(firm(77).uscc)).statusCode).toBe(204);
    await db.migrator.query(sql`
      insert into notices.contact (subject_id, contact_id, channel, address_sealed, address_hash, hint, since)
      select n, n, channel, address_sealed, address_hash, hint, since from notices.contact, generate_series(1, 5) n
      where ended_at is null`);
    expect((await ask()).statusCode).toBe(204);
    expect(await outbox()).toHaveLength(before);
    await db.migrator.query(sql`delete from notices.contact where subject_id between 1 and 5`);
  });

  test('five wrong tries end a code', async () => {
    expect((await ask()).statusCode).toBe(204);
    const code = await lastCode();
    for (let n = 0; n < 5; n += 1)
      expect((await open(code === '111111' ? '222222' : '111111')).statusCode).toBe(401);
    expect((await open(code)).statusCode).toBe(401);
  });
});

describe('agents', () => {
  test('an agent reads within the limits until the end; every look of the agent is in sight; ended at once', async () => {
    const named = await send('POST', '/api/v1/me/agents', {
      label: '代账会计',
      limits: ['read'],
      until: '2027-05-18',
    });
    expect(named.statusCode, named.body).toBe(201);
    const { agentId, accessCode } = named.json();
    const opened = await send(
      'POST',
      '/api/v1/file-sessions',
      { uscc: firm(1).uscc, code: accessCode },
      {} as never,
    );
    const agent = headersOf(opened.cookies.find(({ name }) => name === 'gx_session')?.value ?? '');
    expect((await get('/api/v1/me/file', agent)).statusCode).toBe(200);
    for (const url of [
      '/api/v1/me/file.pdf',
      '/api/v1/me/file?download=json',
      '/api/v1/me/accesses',
      '/api/v1/me/notices',
    ]) {
      expect((await get(url, agent)).json().type, url).toBe('/problems/not-within-agency');
    }
    expect((await get('/api/v1/me/accesses')).json().items[0]).toMatchObject({ kind: 'own-file', agentId });
    expect((await get('/api/v1/me/agents')).json().items).toEqual([
      expect.objectContaining({ agentId, label: '代账会计', inForce: true }),
    ]);
    await db.migrator.query(
      sql`update agents.agent set until = ${platform.clock.today()}, since = since - 1`,
    );
    expect((await get('/api/v1/me/file', agent)).json().type).toBe('/problems/not-within-agency');
    expect((await send('DELETE', `/api/v1/me/agents/${agentId}`)).statusCode).toBe(204);
    expect((await get('/api/v1/me/file', agent)).statusCode).toBe(401);
  });

  test.each(['2026-11-18', '2020-01-01', '2028-01-01'])('an agency until %s is refused', async (until) => {
    const answer = await send('POST', '/api/v1/me/agents', { label: 'x', limits: ['read'], until });
    expect(answer.json().type).toBe('/problems/agent-period-refused');
  });
});
