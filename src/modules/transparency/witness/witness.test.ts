// The witness by C2SP tlog-witness: what it signs, what it refuses and with which status, and that it remembers.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { consistencyProof } from '../../../kernel/merkle/consistency.ts';
import { leafHash, rootOf } from '../../../kernel/merkle/tree.ts';
import { signCheckpoint } from '../../../kernel/tlog/checkpoint.ts';
import { toUtf8 } from '../../../kernel/tlog/encoding.ts';
import { formatNote, parseNote, parseSignatures } from '../../../kernel/tlog/note.ts';
import { openNote } from '../../../kernel/tlog/open-note.ts';
import { signatureTypes, verifierKey } from '../../../kernel/tlog/verifier-key.ts';
import { formatWitnessRequest } from '../../../kernel/tlog/witness-request.ts';
import { sha256Bytes } from '../../../platform/crypto.ts';
import { verifyEd25519 } from '../../../platform/crypto-suite/index.ts';
import { openLogKey, openWitnessKey } from '../log-keys.ts';
import { openWitness, type Witness } from './witness.ts';

const folders: string[] = [];
afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

let folder: string;
let witness: Witness;
let key: ReturnType<typeof openLogKey>;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gongxin-witness-'));
  folders.push(folder);
  key = openLogKey(folder);
  witness = open();
});

const open = () =>
  openWitness({
    folder,
    key: openWitnessKey(folder),
    logs: [key.vkey],
    now: () => new Date('2026-11-18T02:00:00Z'),
  });
const leaves = (count: number, salt = '') =>
  Array.from({ length: count }, (_, n) => leafHash(sha256Bytes, toUtf8(`${salt}${n}`)));

function request(
  from: number,
  to: number,
  options: { salt?: string; by?: typeof key; proofSalt?: string } = {},
) {
  const { salt = '', by = key, proofSalt = salt } = options;
  const checkpoint = signCheckpoint(
    { origin: by.vkey.name, size: to, root: rootOf(sha256Bytes, leaves(to, salt)) },
    by.vkey,
    by.sign,
  );
  const proof = from > 0 && from < to ? consistencyProof(sha256Bytes, leaves(to, proofSalt), from) : [];
  return { checkpoint, body: formatWitnessRequest({ oldSize: from, proof, checkpoint }) };
}

const status = async (from: number, to: number, options = {}) =>
  (await witness.addCheckpoint(request(from, to, options).body)).status;

test('signs what follows, with its time', async () => {
  for (const [from, to] of [
    [0, 3],
    [3, 3],
    [3, 700],
    [700, 701],
  ] as const) {
    const { checkpoint, body } = request(from, to);
    const answer = await witness.addCheckpoint(body);
    expect(answer.status).toBe(200);
    const { text, signatures } = parseNote(checkpoint);
    const note = formatNote({ text, signatures: [...signatures, ...parseSignatures(answer.body)] });
    const { signers } = openNote(note, [witness.vkey], verifyEd25519);
    expect(signers).toMatchObject([{ seconds: 1_794_967_200 }]);
  }
});

describe('refuses', () => {
  test('a fork: another root at the same size, or a history that does not lead there', async () => {
    expect(await status(0, 300)).toBe(200);
    expect(await status(300, 300, { salt: 'other' })).toBe(409);
    expect(await status(300, 400, { salt: 'other' })).toBe(422);
    expect(await status(300, 400, { proofSalt: 'other' })).toBe(422);
    expect(await status(300, 400)).toBe(200);
  });

  test('a log that shrank, and an old size that is not the last signed; it names the size it knows', async () => {
    expect(await status(0, 300)).toBe(200);
    expect(await status(300, 200)).toBe(400);
    const answer = await witness.addCheckpoint(request(200, 250).body);
    expect(answer).toEqual({ status: 409, type: 'text/x.tlog.size', body: '300\n' });
    expect(await status(0, 100)).toBe(409);
  });

  test('another log, a signature that fails, and what is no request', async () => {
    const stranger = {
      ...key,
      vkey: verifierKey(sha256Bytes, 'example.org/log', signatureTypes.ed25519, key.vkey.publicKey),
    };
    expect(await status(0, 3, { by: stranger })).toBe(404);
    const forged = openLogKey(`${folder}/forger`);
    expect(await status(0, 3, { by: forged })).toBe(403);
    for (const body of ['', 'old x\n\n', 'old 0\n\nno checkpoint'])
      expect((await witness.addCheckpoint(body)).status).toBe(400);
  });
});

test('remembers over a restart', async () => {
  expect(await status(0, 300)).toBe(200);
  witness = open();
  expect(await status(0, 200)).toBe(409);
  expect(await status(300, 300, { salt: 'other' })).toBe(409);
  expect(await status(300, 301)).toBe(200);
});

test('of two that fork at the same instant, one is signed', async () => {
  const both = await Promise.all([status(0, 300), status(0, 300, { salt: 'other' })]);
  expect([...both].sort()).toEqual([200, 409]);
});
