// Every page of the frame answers in both languages, without inline script or style, and a miss reads well.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Server } from '../../platform/http/index.ts';
import { type TestWorld, testDatabase } from '../../platform/testing.ts';
import { buildApp } from '../server.ts';

let world: TestWorld;
let server: Server;

beforeAll(async () => {
  world = await testDatabase();
  server = await buildApp(world.platform);
});

afterAll(async () => {
  await server?.close();
  await world?.close();
});

const get = (url: string) => server.inject({ url, headers: { accept: 'text/html' } });

const pages = [
  ['/', '查一家单位的公共信用信息', 'Look up an organisation’s public credit information'],
  ['/search', '查询', 'Look up'],
  ['/help', '写错了', 'What can I do?'],
  ['/charter', '法律依据', 'legal basis'],
  ['/rules', '数据校验规则', 'Data checks'],
  ['/problems', '错误说明', 'Error messages'],
  ['/rules/date', '日历上没有这一天', 'there is no such day'],
  ['/law', '信用修复管理办法', 'Measures for the Administration of Credit Repair'],
  ['/law/ndrc-36', '公示期限：一般 3 至 12 个月', 'Period of publicity: General 3 to 12 months'],
  ['/catalogue', '登记注册基本信息', 'Registrations of organisations'],
  ['/catalogue/administrative-penalty', '行政处罚决定书文号', 'Number of the penalty decision'],
  ['/timeliness', '还没有可统计的决定', 'Nothing to count yet'],
  ['/quality', '这段时间没有部门报送', 'No department handed in anything'],
  ['/quality/coverage', '归集清单还没有确定责任单位', 'The collection list names no unit yet'],
  ['/double-publicity', '没有符合的公示信息', 'No such records'],
  ['/problems/not-found', '没有这个页面或数据', 'There is nothing at this address'],
] as const;

describe('pages', () => {
  test.each(pages)('%s speaks Chinese and English', async (path, zh, en) => {
    for (const [address, words, tag] of [
      [path, zh, 'zh-CN'],
      [`/en${path}`, en, 'en'],
    ] as const) {
      const answer = await get(address);
      expect(answer.statusCode, answer.body).toBe(200);
      expect(answer.body).toContain(words);
      expect(answer.body).toContain(`<html lang="${tag}">`);
      expect(answer.headers['content-language']).toBe(tag);
      expect(answer.body).toContain(`hreflang="zh-CN" href="http://localhost:80${path}"`);
      expect(answer.body).toContain(`hreflang="en" href="http://localhost:80/en${path}"`);
      expect(answer.body).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle=|\son\w+=/);
      expect(Buffer.byteLength(answer.body)).toBeLessThan(50 * 1024);
      expect(answer.headers['content-security-policy']).toContain("default-src 'self'");
    }
  });

  test('an unknown address is a page with a way back, in the language of its address', async () => {
    const [zh, en] = await Promise.all([get('/nothing-here'), get('/en/nothing-here')]);
    expect([zh.statusCode, en.statusCode]).toEqual([404, 404]);
    expect(zh.body).toContain('返回首页');
    expect(en.body).toContain('Back to the home page');
    expect(en.body).toContain('href="/nothing-here"');
    expect(zh.headers['cache-control']).toBe('no-store');
  });

  test('style and script are kept for ever under the hash of their content', async () => {
    const home = await get('/');
    const links = [...home.body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(
      (match) => match[1] as string,
    );
    expect(links).toHaveLength(2);
    for (const link of links) {
      const file = await get(link);
      expect(file.statusCode).toBe(200);
      expect(file.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    }
  });

  test.each(['/law/none', '/catalogue/none', '/timeliness/none', '/rules/none', '/problems/none'])(
    '%s is not there',
    async (path) => {
      expect((await get(path)).statusCode).toBe(404);
    },
  );

  test('every item of the catalogue has the sample files that its page offers', async () => {
    for (const item of ['administrative-licence', 'administrative-penalty', 'organisation-registration']) {
      const body = (await get(`/catalogue/${item}`)).body;
      const samples = [...body.matchAll(/href="([^"]*samples[^"]*)"/g)].map((match) => match[1] as string);
      expect(samples).toHaveLength(2);
      for (const sample of samples) expect((await get(sample)).headers['content-type']).toContain('text/csv');
    }
  });

  test('every link of the frame and of the home page leads somewhere', async () => {
    const body = (await get('/')).body + (await get('/en/')).body;
    const links = new Set(
      [...body.matchAll(/<a [^>]*href="(\/[^"#]*)"/g)].map((match) => match[1] as string),
    );
    expect(links.size).toBeGreaterThan(20);
    // The console is built when the platform starts, not here.
    for (const own of ['/console', '/console/me']) expect(links.delete(own)).toBe(true);
    for (const link of links) expect([link, (await get(link)).statusCode]).toEqual([link, 200]);
  });

  test('robots and sitemap name whole addresses', async () => {
    expect((await get('/robots.txt')).body).toContain('Sitemap: http://localhost:80/sitemap.xml');
    expect((await get('/sitemap.xml')).body).toContain('<loc>http://localhost:80/sitemap-pages.xml</loc>');
    expect((await get('/sitemap-pages.xml')).body).toContain('<loc>http://localhost:80/charter</loc>');
    expect((await get('/sitemap-subjects-9.xml')).statusCode).toBe(404);
  });
});
