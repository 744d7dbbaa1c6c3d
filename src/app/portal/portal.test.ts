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

  test('robots and sitemap name whole addresses', async () => {
    expect((await get('/robots.txt')).body).toContain('Sitemap: http://localhost:80/sitemap.xml');
    expect((await get('/sitemap.xml')).body).toContain('<loc>http://localhost:80/sitemap-pages.xml</loc>');
    expect((await get('/sitemap-pages.xml')).body).toContain('<loc>http://localhost:80/charter</loc>');
    expect((await get('/sitemap-subjects-9.xml')).statusCode).toBe(404);
  });
});
