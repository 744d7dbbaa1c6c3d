/** The public addresses of subjects, over HTTP in process. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildApp } from '../../app/server.ts';
import { testDatabase } from '../../platform/testing.ts';
import { registerUnknown } from './index.ts';
import { inventedOrganisations } from './testing/organisations.ts';
import { stageRows, testUscc } from './testing/staged.ts';

const world = await testDatabase();
const server = await buildApp(world.platform);
afterAll(async () => {
  await server.close();
  await world.close();
});

const firm = testUscc(900_001);
const trader = testUscc(900_002, '92');

beforeAll(async () => {
  const { app } = world.db;
  const staged = await stageRows(app, 'api_rows', [
    {
      name: '清和市夔龙珐琅有限公司',
      uscc: firm,
      formerName: '清和市夔龙搪瓷有限公司',
      status: 'registered',
      registeredOn: '2015-06-01',
      areaCode: '371899',
    },
    { name: '清和市夔龙面馆', uscc: trader },
    ...inventedOrganisations(500),
  ]);
  await app.transaction((tx) =>
    registerUnknown(tx, staged, { evidence: 'registration', now: world.platform.clock.now() }),
  );
});

async function get(url: string, headers: Record<string, string> = {}) {
  const answer = await server.inject({
    method: 'GET',
    url,
    headers: { accept: 'application/json', ...headers },
  });
  return { status: answer.statusCode, headers: answer.headers, body: answer.json() };
}
const search = (q: string, next?: string) =>
  get(`/api/v1/public/subjects?q=${encodeURIComponent(q)}${next === undefined ? '' : `&next=${next}`}`);

describe('GET /api/v1/public/subjects', () => {
  test('gives facts, the basis and its period, and is kept nowhere', async () => {
    const { status, headers, body } = await search('夔龙珐琅');
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toEqual({
      items: [
        {
          uscc: firm,
          name: '清和市夔龙珐琅有限公司',
          status: 'registered',
          registeredOn: '2015-06-01',
          area: '371899',
          provisional: false,
          basis: {
            instrument: expect.stringMatching(/./),
            title: { zh: expect.stringMatching(/./), en: expect.stringMatching(/./) },
            number: expect.any(String),
            article: expect.stringMatching(/./),
          },
          inForce: { from: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/), until: null },
        },
      ],
      next: null,
      total: 1,
      more: false,
      how: 'name',
    });
  });

  test('names the former name that was found', async () => {
    expect((await search('夔龙搪瓷')).body.items).toMatchObject([
      { uscc: firm, matchedName: '清和市夔龙搪瓷有限公司' },
    ]);
  });

  test('pages by `next` until null', async () => {
    const first = await search('有限公司');
    expect(first.body).toMatchObject({ next: '20' });
    const second = await search('有限公司', first.body.next);
    const codes = (page: typeof first) => page.body.items.map((item: { uscc: string }) => item.uscc);
    expect(new Set([...codes(first), ...codes(second)]).size).toBe(40);
  });

  test('C13: a sole trader by exact code or full name only', async () => {
    expect((await search('夔龙面')).body.items.map((item: { uscc: string }) => item.uscc)).not.toContain(
      trader,
    );
    expect((await search('清和市夔龙面馆')).body.items).toMatchObject([{ uscc: trader }]);
    expect((await search(trader)).body).toMatchObject({ how: 'code', items: [{ uscc: trader }] });
  });

  test.each(['', '?q=', `?q=${'长'.repeat(200)}`, '?q=%E5%A4%94&next=-1', '?q=%E5%A4%94&next=abc'])(
    'refuses a question that is none: %s',
    async (query) => {
      const { status, body } = await get(`/api/v1/public/subjects${query}`);
      expect(status).toBe(400);
      expect(body.type).toMatch(/invalid-request$/);
    },
  );
});

describe('GET /api/v1/public/subjects/{uscc}', () => {
  test('gives one subject, also for a code typed in lower case', async () => {
    for (const code of [firm, firm.toLowerCase()]) {
      expect(await get(`/api/v1/public/subjects/${code}`)).toMatchObject({
        status: 200,
        headers: { 'cache-control': 'no-store' },
        body: {
          uscc: firm,
          name: '清和市夔龙珐琅有限公司',
          formerNames: ['清和市夔龙搪瓷有限公司'],
          kind: 'organisation',
          status: 'registered',
          registeredOn: '2015-06-01',
          area: '371899',
          provisional: false,
          legacy: false,
          basis: { article: expect.stringMatching(/./) },
        },
      });
    }
    expect((await get(`/api/v1/public/subjects/${trader}`)).body).toMatchObject({ kind: 'sole-trader' });
  });

  test.each(['zh-CN', 'en'])('says in %s that there is none', async (language) => {
    const { status, body } = await get(`/api/v1/public/subjects/${testUscc(123_456)}`, {
      'accept-language': language,
    });
    expect(status).toBe(404);
    expect(body).toMatchObject({ status: 404 });
    expect(body.type).toMatch(/subject-not-found$/);
    expect(/[\u4e00-\u9fff]/.test(body.title)).toBe(language === 'zh-CN');
  });
});

describe('GET /api/v1/public/suggestions', () => {
  test('gives names with their codes, no sole trader, at most eight', async () => {
    const ask = (q: string) => get(`/api/v1/public/suggestions?q=${encodeURIComponent(q)}`);
    expect((await ask('夔龙')).body).toEqual({
      items: [
        { name: '清和市夔龙搪瓷有限公司', uscc: firm },
        { name: '清和市夔龙珐琅有限公司', uscc: firm },
      ],
      next: null,
    });
    expect((await ask('有限')).body.items).toHaveLength(8);
    expect((await ask('夔')).body.items).toEqual([]);
  });
});
