/** For tests in a browser: whether the address of a record answers exactly like one that never was. */
import { expect } from 'vitest';
import type { Person } from './browser.ts';

/** Headers that differ between any two answers. */
const ownOfEach = new Set(['date', 'x-request-id', 'content-security-policy', 'connection', 'keep-alive']);

async function answerOf({ page }: Person, address: string) {
  const answer = await page.goto(address);
  if (!answer) throw new Error(`${address} gave no answer`);
  const id = address.slice(address.lastIndexOf('/') + 1);
  const headers = Object.entries(await answer.allHeaders()).filter(([name]) => !ownOfEach.has(name));
  const body = (await answer.text())
    .replaceAll(id, '{id}')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27,}|[0-9a-f]{32}/g, '{trace}');
  return { status: answer.status(), headers: Object.fromEntries(headers), body };
}

/** Compares status, headers and the whole page with those of an address of the same shape that nobody ever had. */
export async function likeOneThatNeverWas(visitor: Person, address: string): Promise<void> {
  const never = address.replace(/[0-9a-z]{4}$/, (end) => (end === '0000' ? '0001' : '0000'));
  const [gone, none] = [await answerOf(visitor, address), await answerOf(visitor, never)];
  expect(gone.status).toBe(404);
  expect(gone).toEqual(none);
}
