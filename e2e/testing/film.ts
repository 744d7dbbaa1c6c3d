/** For tests in a browser: what a journey looked like, one picture a step, in the folder GONGXIN_FILM (else var/film). */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';

const folder = process.env['GONGXIN_FILM'] || path.join(import.meta.dirname, '..', '..', 'var', 'film');

// What reaches a page when a value is missing.
const slips = /\{\w+\}|\bundefined\b|\[object |\bNaN\b/;

/** Takes the next picture of the whole page. Throws when a gap in its words was not filled. */
export type Film = (page: Page, step: string) => Promise<void>;

/** A film of its own; an earlier one of that name is replaced. */
export function filmOf(name: string): Film {
  const own = path.join(folder, name);
  rmSync(own, { recursive: true, force: true });
  mkdirSync(own, { recursive: true });
  let count = 0;
  return async (page, step) => {
    count++;
    const file = path.join(own, `${String(count).padStart(2, '0')}-${step}.png`);
    await page.screenshot({ path: file, fullPage: true, animations: 'disabled' });
    const slip = slips.exec((await page.getByRole('main').textContent()) ?? '');
    if (slip) throw new Error(`“${slip[0]}” stands on ${page.url()}, see ${file}`);
  };
}
