/** Proofs for a foreign verifier to judge: a good one for each entry and each earlier size, and spoilt ones beside them. */
import { verifyConsistency } from '../../../src/kernel/merkle/consistency.ts';
import { verifyInclusion } from '../../../src/kernel/merkle/inclusion.ts';
import { tiledTree } from '../../../src/kernel/tlog/tiled-tree.ts';
import { hash, type LogOnDisk } from './log-on-disk.ts';

/** One proof: of a record, or that a tree begins with an earlier one. */
export interface ProofCase {
  readonly kind: 'record' | 'tree';
  readonly size: number;
  readonly root: Uint8Array;
  readonly index: number;
  readonly leaf: Uint8Array;
  readonly oldSize: number;
  readonly oldRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

/** A case with what it must come to; undefined where only agreement counts. */
export interface JudgedCase {
  readonly proof: ProofCase;
  readonly expected?: boolean;
}

/** Our own verdict. */
export function judgeCase(one: ProofCase): boolean {
  return one.kind === 'record'
    ? verifyInclusion(hash, one.index, one.size, one.leaf, one.proof, one.root)
    : verifyConsistency(hash, one.oldSize, one.size, one.oldRoot, one.root, one.proof);
}

function flip(bytes: Uint8Array, random: () => number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const place = Math.floor(random() * copy.length);
  copy[place] = (copy[place] as number) ^ (1 << Math.floor(random() * 8));
  return copy;
}

/** One of the ways to spoil a proof. A wrong size alone may go unnoticed: RFC 9162 binds it by the signed checkpoint. */
function spoil(good: ProofCase, random: () => number): JudgedCase {
  const place = Math.floor(random() * good.proof.length);
  const first =
    good.kind === 'record' ? { leaf: flip(good.leaf, random) } : { oldRoot: flip(good.oldRoot, random) };
  const ways: JudgedCase[] = [
    { proof: { ...good, ...first }, expected: false },
    { proof: { ...good, root: flip(good.root, random) }, expected: false },
    { proof: { ...good, proof: [...good.proof, good.root] }, expected: false },
    { proof: { ...good, index: (good.index + 1) % good.size, oldSize: good.oldSize + 1 } },
    { proof: { ...good, size: good.size + 1 } },
  ];
  if (good.proof.length > 0) {
    const flipped = good.proof.map((bytes, at) => (at === place ? flip(bytes, random) : bytes));
    ways.push({ proof: { ...good, proof: flipped }, expected: false });
    ways.push({ proof: { ...good, proof: good.proof.filter((_, at) => at !== place) }, expected: false });
  }
  return ways[Math.floor(random() * ways.length)] as JudgedCase;
}

/** Two cases for each entry and two for each earlier size, their proofs read from the tiles. */
export async function makeCases(log: LogOnDisk, random: () => number): Promise<JudgedCase[]> {
  const size = log.leaves.length;
  const tree = tiledTree(hash, log.read, size);
  const cases: JudgedCase[] = [];
  for (const [index, leaf] of log.leaves.entries()) {
    const oldSize = index + 1;
    const oldRoot = log.roots[oldSize] as Uint8Array;
    const whole = { size, root: log.roots[size] as Uint8Array, index, leaf, oldSize, oldRoot };
    const record: ProofCase = { ...whole, kind: 'record', proof: await tree.inclusionProof(index) };
    const grown: ProofCase = { ...whole, kind: 'tree', proof: await tree.consistencyProof(oldSize) };
    for (const proof of [record, grown]) cases.push({ proof, expected: true }, spoil(proof, random));
  }
  return cases;
}
