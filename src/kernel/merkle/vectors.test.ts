// Judges all test vectors of transparency-dev/merkle: each good proof accepted, each bad one refused.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { verifyConsistency } from './consistency.ts';
import { verifyInclusion } from './inclusion.ts';
import { verifySubtreeConsistency, verifySubtreeInclusion } from './subtree.ts';

const FOLDER = join(import.meta.dirname, '../../../data/vectors/merkle/testdata');
const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const bytes = (base64: string): Uint8Array => Buffer.from(base64, 'base64');

interface Vector {
  desc: string;
  wantErr: boolean;
  proof: string[] | null;
  root: string;
  root1: string;
  root2: string;
  leafHash: string;
  leafIdx: number;
  treeSize: number;
  size1: number;
  size2: number;
  start: number;
  end: number;
  size: number;
}

const judges: Record<string, (v: Vector, proof: Uint8Array[]) => boolean> = {
  inclusion: (v, proof) =>
    verifyInclusion(hash, v.leafIdx, v.treeSize, bytes(v.leafHash), proof, bytes(v.root)),
  consistency: (v, proof) => verifyConsistency(hash, v.size1, v.size2, bytes(v.root1), bytes(v.root2), proof),
  subtreeinclusion: (v, proof) =>
    verifySubtreeInclusion(hash, v.leafIdx, v, bytes(v.leafHash), proof, bytes(v.root)),
  subtreeconsistency: (v, proof) =>
    verifySubtreeConsistency(hash, v, v.size, bytes(v.root1), bytes(v.root2), proof),
};

function filesOf(kind: string): string[] {
  return readdirSync(join(FOLDER, kind), { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.json'),
  );
}

describe.each([
  ['inclusion', 98],
  ['consistency', 98],
  ['subtreeinclusion', 204],
  ['subtreeconsistency', 118],
])('%s', (kind, count) => {
  const files = filesOf(kind);

  test(`all ${count} are there, good ones and bad ones`, () => {
    expect(files).toHaveLength(count);
  });

  test.each(files)('%s', (file) => {
    const vector = JSON.parse(readFileSync(join(FOLDER, kind, file), 'utf8')) as Vector;
    const accepted = judges[kind]?.(vector, (vector.proof ?? []).map(bytes));
    expect(accepted, vector.desc).toBe(!vector.wantErr);
  });
});
