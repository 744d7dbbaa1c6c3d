// Every item of the catalogue as the public meets it: its page, templates and samples; a draft and a wrong edition have none.
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sql } from '../../platform/db/index.ts';
import type { Server } from '../../platform/http/index.ts';
import { type TestWorld, testDatabase } from '../../platform/testing.ts';
import { buildApp } from '../server.ts';

const items = readdirSync('data/catalogue/items');
let world: TestWorld;
let server: Server;
beforeAll(async () => {
  world = await testDatabase();
  server = await buildApp(world.platform);
});
afterAll(async () => {
  await server.close();
  await world.close();
});
const get = (url: string) => server.inject({ url, headers: { accept: 'text/html' } });

describe.each(items)('%s', (item) => {
  test('is in force, and every file that its page offers is there', async () => {
    for (const language of ['', '/en']) {
      const page = await get(`${language}/catalogue/${item}`);
      expect(page.statusCode).toBe(200);
      const files = [...page.body.matchAll(/href="(\/catalogue\/[^"]*\.(?:csv|xlsx))"/g)].map(
        (match) => match[1] as string,
      );
      expect(files).toHaveLength(4);
      for (const file of files) {
        const answer = await get(file);
        expect([file, answer.statusCode]).toEqual([file, 200]);
        expect(answer.headers['content-disposition']).toContain('attachment');
      }
    }
  });
});

test.each([
  '/catalogue/nothing/2024-1/template.csv',
  '/catalogue/administrative-penalty/2023-9/template.xlsx',
  '/catalogue/administrative-penalty/2024-1/template.pdf',
])('%s is not there', async (url) => {
  expect((await get(url)).statusCode).toBe(404);
});

test('an item that is a draft has no template', async () => {
  await world.db.migrator.query(
    sql`update catalogue.item set state = 'draft' where item = 'administrative-award'`,
  );
  expect((await get('/catalogue/administrative-award/2024-1/template.csv')).statusCode).toBe(404);
});
