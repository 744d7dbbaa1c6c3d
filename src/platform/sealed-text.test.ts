/** Sealed texts open for their owner under their key and for nothing else. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sealText, unsealText } from './sealed-text.ts';

const dataFolder = mkdtempSync(path.join(tmpdir(), 'sealed-'));
afterAll(() => rmSync(dataFolder, { recursive: true }));
const place = { dataFolder, keyName: 'sample', owner: 'account:1' };

test('what was sealed opens again, and never looks the same twice', () => {
  const [one, other] = [sealText(place, '秘密 JBSW'), sealText(place, '秘密 JBSW')];
  expect(unsealText(place, one)).toBe('秘密 JBSW');
  expect(one.equals(other)).toBe(false);
  expect(one.includes(Buffer.from('JBSW'))).toBe(false);
});

test('another owner, another key or a changed byte opens nothing', () => {
  const sealed = sealText(place, 'JBSW');
  expect(() => unsealText({ ...place, owner: 'account:2' }, sealed)).toThrow();
  expect(() => unsealText({ ...place, keyName: 'other' }, sealed)).toThrow();
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] as number) ^ 1;
    expect(() => unsealText(place, changed), String(at)).toThrow();
  }
});
