/** For tests in a browser: what somebody does in the console again and again, in either language, by mouse or keyboard. */
import { expect } from 'vitest';
import { words as frameWords } from '../../console/identity/words.ts';
import { words as handInWords } from '../../console/intake/hand-in/words.ts';
import { words as partsWords } from '../../console/parts/words.ts';
import { type Application, PASSWORD, SIGN_INS } from './application.ts';
import type { Person } from './browser.ts';
import { giveFile, type Hands } from './hands.ts';

/** A person, a language and a pair of hands. */
export type Walk = {
  readonly application: Application;
  readonly person: Person;
  readonly language: 'zh' | 'en';
  readonly hands: Hands;
};

/** A file as a browser hands it over. */
export type Upload = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

/** A CSV file in UTF-8. */
export const csvFile = (name: string, text: string | Buffer): Upload => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

/** Opens the console and signs in. */
export async function signIn(
  { application, person: { page }, language, hands }: Walk,
  who: keyof typeof SIGN_INS,
): Promise<void> {
  const text = frameWords[language];
  await page.goto('/console');
  const { loginName } = SIGN_INS[who];
  await hands.write(page.getByLabel(text.name), loginName);
  await hands.write(page.getByLabel(text.password), PASSWORD);
  await hands.press(page.getByRole('button', { name: text.goOn }));
  await page.getByLabel(text.code).waitFor();
  await hands.write(page.getByLabel(text.code), application.codeFor(loginName));
  await hands.press(page.getByRole('button', { name: text.signIn }));
  await page.getByRole('heading', { level: 1 }).filter({ hasNotText: text.signIn }).waitFor();
  expect(await page.locator('.frame-who').textContent(), who).toContain(text.signOut);
}

/** Goes to a page by the navigation. */
export async function goTo(
  { person: { page }, language, hands }: Walk,
  name: keyof (typeof frameWords)['zh']['pages'],
): Promise<void> {
  const text = frameWords[language];
  const door = page.getByRole('navigation', { name: text.navigation });
  await hands.press(door.getByRole('link', { name: text.pages[name], exact: true }));
}

/** On "hand in": chooses the item and the first file. */
export async function chooseFile(
  { person: { page }, language, hands }: Walk,
  itemName: string,
  file: Upload,
): Promise<void> {
  const text = handInWords[language];
  const item = page.getByRole('radio', { name: itemName });
  if (!(await item.isChecked())) await hands.choose(item);
  await giveFile(
    hands,
    page.getByRole('button', { name: new RegExp(`^(${text.choose}|${text.another})$`) }),
    file,
  );
}

/** Waits until the submission on the page is settled. */
export async function seeSettled({ person: { page }, language }: Walk): Promise<void> {
  await page
    .locator('dl.facts')
    .getByText(partsWords[language].state['settled'] as string, { exact: true })
    .waitFor();
}
