/** One-time codes for reading: how often one may be asked for and tried, how long one holds, and that it opens once. */
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { civilDateAt } from '../../platform/clock.ts';
import type { Platform } from '../../platform/index.ts';
import { type TestWorld, testDatabase } from '../../platform/testing.ts';
import { buildCity, firm, registerFirms } from '../intake/testing/city.ts';
import { findContact, registerContact } from '../notices/index.ts';
import { findKnownSubject } from '../subjects/index.ts';
import { openByCode, requestCode } from './codes.ts';

let world: TestWorld;
let platform: Platform;
let instant: number;
const { uscc } = firm(1);
beforeAll(async () => {
  world = await testDatabase();
  instant = world.platform.clock.now().getTime();
  const clock = { now: () => new Date(instant), today: () => civilDateAt(new Date(instant)) };
  platform = { ...world.platform, clock };
  await buildCity(platform);
  await registerFirms(platform, [firm(1), firm(2)]);
  for (const number of [1, 2]) {
    const subject = await findKnownSubject(platform.db.app, firm(number).uscc);
    await registerContact(platform, subject?.subjectId ?? '', {
      channel: 'sms',
      address: `1380000000${number}`,
    });
  }
});
afterAll(() => world.close());

const outbox = () => path.join(platform.config.dataFolder, 'outbox');
/** The codes that were sent, in their order. */
async function sent(): Promise<string[]> {
  const files = (await readdir(outbox()).catch(() => [])).sort();
  const texts = await Promise.all(files.map((file) => readFile(path.join(outbox(), file), 'utf8')));
  return texts.flatMap((text) => /验证码 (\d{6})/.exec(text)?.[1] ?? []);
}
// A day later nothing that was asked for before counts.
beforeEach(async () => {
  instant += 25 * 3_600_000;
  await rm(outbox(), { recursive: true, force: true });
});

async function newCode(of = uscc): Promise<string> {
  const before = (await sent()).length;
  await requestCode(platform, of);
  const codes = await sent();
  expect(codes).toHaveLength(before + 1);
  return codes.at(-1) as string;
}
const other = (code: string) => (code === '000000' ? '000001' : '000000');
const tries = (code: string, of = uscc) =>
  openByCode(platform, { uscc: of, code }).then(
    () => 'opened',
    (error: { definition?: { type: string } }) => error.definition?.type,
  );

test('a code opens once, for the subject that it was sent to alone', async () => {
  const code = await newCode();
  expect(await tries(code, firm(2).uscc)).toBe('file-code-not-accepted');
  expect(await tries(code)).toBe('opened');
  expect(await tries(code)).toBe('file-code-not-accepted');
});

test('after five wrong tries the right one is wrong too, and a new code begins anew', async () => {
  const code = await newCode();
  for (let n = 0; n < 5; n++) expect(await tries(other(code))).toBe('file-code-not-accepted');
  expect(await tries(code)).toBe('file-code-not-accepted');
  expect(await tries(await newCode())).toBe('opened');
});

test('tries in parallel get no more than five', async () => {
  const code = await newCode();
  const wrong = Array.from({ length: 12 }, () => tries(other(code)));
  expect(new Set(await Promise.all(wrong))).toEqual(new Set(['file-code-not-accepted']));
  expect(await tries(code)).toBe('file-code-not-accepted');
});

test('a code holds for ten minutes', async () => {
  const [late, timely] = [await newCode(), await newCode(firm(2).uscc)];
  instant += 9 * 60_000;
  expect(await tries(timely, firm(2).uscc)).toBe('opened');
  instant += 60_000;
  expect(await tries(late)).toBe('file-code-not-accepted');
});

test('of several the last one counts alone', async () => {
  const first = await newCode();
  instant += 1_000;
  const second = await newCode();
  if (first !== second) expect(await tries(first)).toBe('file-code-not-accepted');
  expect(await tries(second)).toBe('opened');
});

test('five codes a day are sent for a subject, and the sixth request is answered the same and sends none', async () => {
  for (let n = 0; n < 5; n++) await newCode();
  await requestCode(platform, uscc);
  expect(await sent()).toHaveLength(5);
  // Somebody else's are not used up.
  await newCode(firm(2).uscc);
});

test('of contacts registered at once one stands, and nobody meets a fault', async () => {
  const subject = await findKnownSubject(platform.db.app, firm(2).uscc);
  const subjectId = subject?.subjectId ?? '';
  const addresses = Array.from({ length: 6 }, (_, n) => `1390000000${n}`);
  await Promise.all(
    addresses.map((address) => registerContact(platform, subjectId, { channel: 'sms', address })),
  );
  expect(await findContact(platform, [subjectId])).toMatchObject({ channel: 'sms', subjects: 1 });
});
