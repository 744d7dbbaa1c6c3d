/** Signing keys: made once, also when several processes ask at the same moment. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { verifyEd25519 } from './crypto-suite/index.ts';
import { keepSigningKey } from './signing-key.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'gongxin-signing-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('processes that start together hold the same key', async () => {
  const file = path.join(folder, 'together', 'log.pem');
  const program = `import { keepSigningKey } from ${JSON.stringify(path.resolve('src/platform/signing-key.ts'))};
    while (Date.now() < ${Date.now() + 1_500});
    console.log(Buffer.from(keepSigningKey(${JSON.stringify(file)}).publicKey).toString('hex'));`;
  const run = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
  const answers = await Promise.all([run(), run(), run(), run()]);
  const keys = new Set(answers.map(({ stdout }) => stdout.trim()));
  expect(keys.size).toBe(1);
  const key = keepSigningKey(file);
  expect([...keys]).toEqual([Buffer.from(key.publicKey).toString('hex')]);
  const message = Buffer.from('checkpoint');
  expect(verifyEd25519(key.publicKey, message, key.sign(message))).toBe(true);
});
