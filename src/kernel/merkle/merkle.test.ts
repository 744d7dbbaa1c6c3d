// Proves by random trees that our proofs hold, that nothing else does, and that the growing tree is the whole tree.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { consistencyProof, verifyConsistency } from './consistency.ts';
import { appendLeaves, emptyFrontier, frontierRoot, isFrontier } from './frontier.ts';
import { inclusionProof, verifyInclusion } from './inclusion.ts';
import { isSubtree, subtreeRanges, verifySubtreeConsistency } from './subtree.ts';
import { emptyRoot, leafHash, nodeHash, rangeHash, rootOf, splitOf } from './tree.ts';

const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const leaves = (count: number): Uint8Array[] =>
  Array.from({ length: count }, (_, index) => leafHash(hash, Buffer.from(`entry ${index}`)));
const at = (hashes: readonly Uint8Array[], index: number): Uint8Array => hashes[index] as Uint8Array;

/** A tree's size with two positions in it. */
const places = fc
  .integer({ min: 1, max: 300 })
  .chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1), fc.integer({ min: 1, max: size })));

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const place = (bit >> 3) % copy.length;
  copy[place] = (copy[place] as number) ^ (1 << (bit & 7));
  return copy;
}

describe('hashes of RFC 6962', () => {
  // The roots of the trees over the first n of these entries, as in the tests of Certificate Transparency.
  const entries = [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ];
  const roots = [
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ];

  test.each(roots.map((root, size) => [size, root]))('root of %i leaves', (size, root) => {
    const hashes = entries.slice(0, size as number).map((entry) => leafHash(hash, Buffer.from(entry, 'hex')));
    expect(hex(rootOf(hash, hashes))).toBe(root);
  });

  test('a leaf and a node over the same bytes differ', () => {
    const [a, b] = [hash(Buffer.from('a')), hash(Buffer.from('b'))];
    expect(hex(leafHash(hash, Buffer.concat([a, b])))).not.toBe(hex(nodeHash(hash, a, b)));
  });

  test('a tree splits at the largest power of two below its size, also near 2⁵³', () => {
    expect([2, 3, 4, 5, 8, 9, 2 ** 53 - 1, 2 ** 52].map(splitOf)).toEqual([
      1,
      2,
      2,
      4,
      4,
      8,
      2 ** 52,
      2 ** 51,
    ]);
  });
});

describe('proofs', () => {
  test('of inclusion hold for every leaf, and for no other index or size', () => {
    fc.assert(
      fc.property(places, ([size, index, other]) => {
        const hashes = leaves(size);
        const root = rootOf(hash, hashes);
        const proof = inclusionProof(hash, hashes, index);
        const leaf = at(hashes, index);
        expect(verifyInclusion(hash, index, size, leaf, proof, root)).toBe(true);
        expect(verifyInclusion(hash, other, size, leaf, proof, root)).toBe(other === index);
        if (size > 1) expect(verifyInclusion(hash, index, size, leaf, proof.slice(1), root)).toBe(false);
        expect(verifyInclusion(hash, index, size, leaf, [...proof, root], root)).toBe(false);
      }),
    );
  });

  test('of inclusion fail with any bit flipped in leaf, proof or root', () => {
    fc.assert(
      fc.property(places, fc.nat(), fc.nat(255), ([size, index], which, bit) => {
        const hashes = leaves(size);
        const parts = [at(hashes, index), rootOf(hash, hashes), ...inclusionProof(hash, hashes, index)];
        const spoilt = parts.map((part, place) =>
          place === which % parts.length ? flipped(part, bit) : part,
        );
        const [leaf, root, ...proof] = spoilt as [Uint8Array, Uint8Array, ...Uint8Array[]];
        expect(verifyInclusion(hash, index, size, leaf, proof, root)).toBe(false);
      }),
    );
  });

  test('of consistency hold between all sizes, and fail for another size or with any bit flipped', () => {
    fc.assert(
      fc.property(places, fc.nat(), fc.nat(255), ([size, , size1], which, bit) => {
        const hashes = leaves(size);
        const [root1, root2] = [rootOf(hash, hashes.slice(0, size1)), rootOf(hash, hashes)];
        const proof = consistencyProof(hash, hashes, size1);
        expect(verifyConsistency(hash, size1, size, root1, root2, proof)).toBe(true);
        expect(verifyConsistency(hash, size1 + 1, size, root1, root2, proof)).toBe(false);
        expect(verifyConsistency(hash, size1, size, root1, root2, [...proof, root1])).toBe(false);
        const parts = [root1, root2, ...proof];
        const spoilt = parts.map((part, place) =>
          place === which % parts.length ? flipped(part, bit) : part,
        );
        const [bad1, bad2, ...bad] = spoilt as [Uint8Array, Uint8Array, ...Uint8Array[]];
        expect(verifyConsistency(hash, size1, size, bad1, bad2, bad)).toBe(false);
      }),
    );
  });

  test('of a changed, dropped or inserted earlier leaf do not hold', () => {
    fc.assert(
      fc.property(places, fc.constantFrom('change', 'drop', 'insert'), ([size, index, size1], act) => {
        const before = leaves(size);
        const after = leaves(size + 3);
        const stranger = hash(Buffer.from('stranger'));
        if (act === 'change') after[index] = stranger;
        else if (act === 'drop') after.splice(index, 1);
        else after.splice(index, 0, stranger);
        const touched = index < size1;
        const [root1, root2] = [rootOf(hash, before.slice(0, size1)), rootOf(hash, after)];
        const proof = consistencyProof(hash, after, size1);
        expect(verifyConsistency(hash, size1, after.length, root1, root2, proof)).toBe(!touched);
      }),
    );
  });

  test('of subtrees hold for every aligned range', () => {
    fc.assert(
      fc.property(places, fc.nat(7), fc.nat(), ([size, index], height, spare) => {
        const start = index - (index % 2 ** height);
        const end = Math.min(size, start + 1 + (spare % 2 ** height));
        const range = { start, end };
        expect(isSubtree(range)).toBe(true);
        const hashes = leaves(size);
        const over = (part: { start: number; end: number }) =>
          rangeHash(hash, part, (place) => at(hashes, place));
        const proof = subtreeRanges(range, size).map(over);
        const root = rootOf(hash, hashes);
        expect(verifySubtreeConsistency(hash, range, size, over(range), root, proof)).toBe(true);
        expect(verifySubtreeConsistency(hash, range, size, flipped(over(range), spare), root, proof)).toBe(
          false,
        );
      }),
    );
  });

  test('are refused where there is nothing to prove', () => {
    expect(() => inclusionProof(hash, leaves(3), 3)).toThrow(RangeError);
    expect(() => inclusionProof(hash, leaves(3), 1.5)).toThrow(RangeError);
    expect(() => consistencyProof(hash, leaves(3), 0)).toThrow(RangeError);
    expect(() => consistencyProof(hash, leaves(3), 4)).toThrow(RangeError);
  });
});

describe('frontier', () => {
  test('tells the root of the whole tree, however the leaves came in', () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(300), (first, second) => {
        const hashes = leaves(first + second);
        const half = appendLeaves(hash, emptyFrontier, hashes.slice(0, first));
        const whole = appendLeaves(hash, half, hashes.slice(first));
        expect(half.size).toBe(first);
        expect(isFrontier(half) && isFrontier(whole)).toBe(true);
        expect(hex(frontierRoot(hash, whole))).toBe(hex(rootOf(hash, hashes)));
        expect(whole.peaks.length).toBeLessThanOrEqual(10);
      }),
    );
  });

  test('of nothing is the empty root, and one with a subtree missing is none', () => {
    expect(hex(frontierRoot(hash, emptyFrontier))).toBe(hex(emptyRoot(hash)));
    const frontier = appendLeaves(hash, emptyFrontier, leaves(7));
    expect(isFrontier({ ...frontier, peaks: frontier.peaks.slice(1) })).toBe(false);
    expect(isFrontier({ size: -1, peaks: [] })).toBe(false);
  });
});
