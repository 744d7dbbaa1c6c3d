// Grows logs in random steps and holds tiles, paths and the proofs read from tiles against the tree itself.
import { generateKeyPairSync, hash as sha, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { consistencyProof, verifyConsistency } from '../merkle/consistency.ts';
import { inclusionProof, verifyInclusion } from '../merkle/inclusion.ts';
import { leafHash, rootOf } from '../merkle/tree.ts';
import { signCheckpoint } from './checkpoint.ts';
import { cosignText, type VerifyBytes } from './cosignature.ts';
import { formatSignatures, parseNote } from './note.ts';
import { formatProofFile, parseProofFile, verifyProofFile } from './proof-file.ts';
import {
  formatBundle,
  growBundles,
  growTiles,
  parseBundle,
  readBundle,
  type TileReader,
} from './tile-content.ts';
import {
  newBundles,
  newTiles,
  parseTilePath,
  type Tile,
  tileOfLeaf,
  tilePath,
  tilesFor,
} from './tile-path.ts';
import { tiledTree } from './tiled-tree.ts';
import { TlogError } from './tlog-error.ts';
import { verifierKey } from './verifier-key.ts';

const hash = (bytes: Uint8Array): Uint8Array => sha('sha256', bytes, 'buffer');
const entries = (from: number, to: number): Uint8Array[] =>
  Array.from({ length: to - from }, (_, index) => Buffer.from(`entry ${from + index} 条`));
const leavesOf = (all: readonly Uint8Array[]): Uint8Array[] => all.map((entry) => leafHash(hash, entry));

/** A log in memory that writes tiles and bundles as it grows, and counts what is read. */
class MemoryLog {
  readonly files = new Map<string, Uint8Array>();
  reads = 0;
  size = 0;

  readonly read: TileReader = async (path) => {
    this.reads += 1;
    const bytes = this.files.get(path);
    if (bytes === undefined) throw new Error(`no file ${path}`);
    return bytes;
  };

  async grow(to: number): Promise<string[]> {
    const added = entries(this.size, to);
    const written = [
      ...(await growTiles(hash, this.read, this.size, leavesOf(added))),
      ...(await growBundles(this.read, this.size, added)),
    ];
    for (const { path, bytes } of written) this.files.set(path, bytes);
    this.size = to;
    return written.map(({ path }) => path);
  }
}

describe('paths', () => {
  test.each([
    [{ level: 0, index: 1234067, width: 256 }, 'tile/0/x001/x234/067'],
    [{ level: 0, index: 0, width: 256 }, 'tile/0/000'],
    [{ level: 63, index: 999, width: 1 }, 'tile/63/999.p/1'],
    [{ level: 1, index: 1000, width: 255 }, 'tile/1/x001/000.p/255'],
    [{ level: 'entries', index: 273, width: 112 }, 'tile/entries/273.p/112'],
  ] as [Tile, string][])('%o is %s', (tile, path) => {
    expect(tilePath(tile)).toBe(path);
    expect(parseTilePath(path)).toEqual(tile);
  });

  test.each([
    'tile/0/x001/x234/67',
    'tile/0/001/067',
    'tile/0/x000/067',
    'tile/00/067',
    'tile/64/067',
    'tile/-1/067',
    'tile/0/067.p/256',
    'tile/0/067.p/0',
    'tile/0/067.p/01',
    'tile/0/067.p/',
    'tile/0/067/',
    '/tile/0/067',
    'tile/0/../067',
    'tile/0/x999/x999/x999/x999/x999/x999/999',
    'tile/data/067',
    'tile/0/067\n',
    '',
  ])('“%s” is none', (path) => {
    expect(() => parseTilePath(path)).toThrow(TlogError);
  });

  test('there and back for any tile', () => {
    const tiles = fc.record({
      level: fc.oneof(fc.integer({ min: 0, max: 63 }), fc.constant('entries' as const)),
      index: fc.maxSafeNat(),
      width: fc.integer({ min: 1, max: 256 }),
    });
    fc.assert(
      fc.property(tiles, (tile) => {
        expect(parseTilePath(tilePath(tile))).toEqual(tile);
      }),
    );
    expect(() => tilePath({ level: 0, index: 0, width: 0 })).toThrow(TlogError);
  });

  test('the tiles of 70,000 entries are those of the example in tlog-tiles.md', () => {
    const tiles = tilesFor(70_000);
    const count = (level: number, full: boolean) =>
      tiles.filter((tile) => tile.level === level && (tile.width === 256) === full).length;
    expect([count(0, true), count(0, false), count(1, true), count(1, false)]).toEqual([273, 1, 1, 1]);
    expect(tiles.filter(({ width }) => width < 256).map(tilePath)).toEqual([
      'tile/0/273.p/112',
      'tile/1/001.p/17',
      'tile/2/000.p/1',
    ]);
    expect(tiles).toHaveLength(273 + 1 + 1 + 1 + 1);
    expect(tilesFor(256).map(tilePath)).toEqual(['tile/0/000', 'tile/1/000.p/1']);
    expect(tilesFor(0)).toEqual([]);
    expect(newTiles(256, 257).map(tilePath)).toEqual(['tile/0/001.p/1']);
    expect(newTiles(300, 300)).toEqual([]);
    expect(tileOfLeaf(0, 300, 512)).toEqual({ level: 0, index: 1, width: 256 });
    expect(tileOfLeaf('entries', 300, 301)).toEqual({ level: 'entries', index: 1, width: 45 });
  });
});

describe('a growing log', () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 700 }), { minLength: 1, maxLength: 5 });

  test('writes exactly the new tiles, and reads of the old ones only what is partial', async () => {
    await fc.assert(
      fc.asyncProperty(sizes, async (steps) => {
        const log = new MemoryLog();
        for (const step of steps) {
          const before = log.size;
          log.reads = 0;
          const written = await log.grow(before + step);
          const expected = [...newTiles(before, log.size), ...newBundles(before, log.size)].map(tilePath);
          expect(written).toEqual(expected);
          expect(log.reads).toBeLessThanOrEqual(3);
        }
        for (const tile of tilesFor(log.size)) expect(log.files.has(tilePath(tile))).toBe(true);
        const tree = tiledTree(hash, log.read, log.size);
        const leaves = leavesOf(entries(0, log.size));
        expect(Buffer.from(await tree.root())).toEqual(rootOf(hash, leaves));
      }),
      { numRuns: 30 },
    );
  });

  test('proves from its tiles what the tree itself proves, at this size and at earlier ones', async () => {
    const log = new MemoryLog();
    for (const size of [1, 255, 256, 257, 1000, 65_536, 66_000]) await log.grow(size);
    const leaves = leavesOf(entries(0, log.size));
    const cases = fc.tuple(fc.constantFrom(256, 1000, 65_536, 66_000), fc.maxSafeNat());
    const proof = (hashes: readonly Uint8Array[]) => hashes.map((bytes) => Buffer.from(bytes));
    await fc.assert(
      fc.asyncProperty(cases, async ([size, spare]) => {
        const tree = tiledTree(hash, log.read, size);
        const known = leaves.slice(0, size);
        const index = spare % size;
        const root = await tree.root();
        expect(Buffer.from(await tree.leafHash(index))).toEqual(leaves[index]);
        const inclusion = await tree.inclusionProof(index);
        expect(proof(inclusion)).toEqual(proof(inclusionProof(hash, known, index)));
        expect(verifyInclusion(hash, index, size, leaves[index] as Uint8Array, inclusion, root)).toBe(true);
        const size1 = index + 1;
        const consistency = await tree.consistencyProof(size1);
        expect(proof(consistency)).toEqual(proof(consistencyProof(hash, known, size1)));
        const root1 = rootOf(hash, leaves.slice(0, size1));
        expect(verifyConsistency(hash, size1, size, root1, root, consistency)).toBe(true);
      }),
      { numRuns: 6 },
    );
  });

  test('reads few tiles for a proof, and none twice for its neighbour', async () => {
    const log = new MemoryLog();
    await log.grow(66_000);
    log.reads = 0;
    const tree = tiledTree(hash, log.read, log.size);
    await tree.inclusionProof(12_345);
    expect(log.reads).toBeLessThanOrEqual(6);
    const reads = log.reads;
    await tree.inclusionProof(12_346);
    expect(log.reads).toBe(reads);
  });

  test('gives its entries back', async () => {
    const log = new MemoryLog();
    await log.grow(600);
    const found = await readBundle(log.read, tileOfLeaf('entries', 599, 600));
    expect(found.map((entry) => Buffer.from(entry).toString())).toEqual(
      entries(512, 600).map((entry) => Buffer.from(entry).toString()),
    );
  });

  test('says which tile is cut off, and what there is not', async () => {
    const log = new MemoryLog();
    await log.grow(300);
    const short: TileReader = async (path) => (await log.read(path)).subarray(1);
    await expect(tiledTree(hash, short, 300).root()).rejects.toThrow('tile/1/000.p/1 has 31 bytes');
    await expect(tiledTree(hash, log.read, 300).leafHash(300)).rejects.toThrow(RangeError);
    await expect(tiledTree(hash, log.read, 300).inclusionProof(-1)).rejects.toThrow(RangeError);
    await expect(tiledTree(hash, log.read, 300).consistencyProof(0)).rejects.toThrow(RangeError);
    await expect(tiledTree(hash, log.read, 301).root()).rejects.toThrow('no file');
    expect(Buffer.from(await tiledTree(hash, log.read, 0).root())).toEqual(hash(Buffer.alloc(0)));
  });
});

describe('bundles', () => {
  test('go there and back, also with empty and the longest entries', () => {
    const content = fc.array(fc.uint8Array({ maxLength: 400 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(content, (all) => {
        const bytes = formatBundle(all);
        expect(parseBundle(bytes, all.length)).toEqual(all);
        expect(() => parseBundle(bytes, all.length + 1)).toThrow(TlogError);
        expect(() => parseBundle(bytes, all.length - 1)).toThrow(TlogError);
        expect(() => parseBundle(bytes.subarray(1), all.length)).toThrow(TlogError);
        expect(() => parseBundle(Uint8Array.of(...bytes, 0), all.length)).toThrow(TlogError);
      }),
    );
    expect(formatBundle([new Uint8Array(65_535)])).toHaveLength(65_537);
    expect(() => formatBundle([new Uint8Array(65_536)])).toThrow(TlogError);
  });
});

describe('proof files', () => {
  const logPair = generateKeyPairSync('ed25519');
  const witnessPair = generateKeyPairSync('ed25519');
  const raw = (pair: typeof logPair): Uint8Array =>
    Buffer.from(pair.publicKey.export({ format: 'jwk' }).x as string, 'base64url');
  const logKey = verifierKey(hash, 'log.example.cn/xy', 1, raw(logPair));
  const witnessKey = verifierKey(hash, 'witness.example.cn', 4, raw(witnessPair));
  const verifyBytes: VerifyBytes = (publicKey, message, signature) => {
    const pair = Buffer.from(publicKey).equals(raw(logPair)) ? logPair : witnessPair;
    return verify(null, message, pair.publicKey, signature);
  };
  const tools = { hash, verify: verifyBytes };
  const leaves = leavesOf(entries(0, 1000));
  const checkpoint = { origin: 'log.example.cn/xy', size: 1000, root: rootOf(hash, leaves) };
  const served = signCheckpoint(checkpoint, logKey, (bytes) => sign(null, bytes, logPair.privateKey));
  const witnessed =
    served +
    formatSignatures([
      cosignText(
        witnessKey,
        (bytes) => sign(null, bytes, witnessPair.privateKey),
        parseNote(served).text,
        1_795_000_000,
      ),
    ]);
  const proof = inclusionProof(hash, leaves, 738);
  const text = formatProofFile({ index: 738, proof, checkpoint: witnessed });
  const policy = { origin: checkpoint.origin, logKeys: [logKey], witnessKeys: [witnessKey], witnesses: 1 };
  const leaf = leaves[738] as Uint8Array;

  test('hold for their entry, with log and witness', () => {
    const proved = verifyProofFile(tools, text, leaf, policy);
    expect([proved.index, proved.checkpoint.size]).toEqual([738, 1000]);
    expect(proved.witnesses).toEqual([{ key: witnessKey, seconds: 1_795_000_000 }]);
  });

  test('keep extra data, which proves nothing', () => {
    const extra = Uint8Array.of(1, 2, 3);
    const longer = formatProofFile({ extra, index: 738, proof, checkpoint: witnessed });
    expect(longer.split('\n').slice(0, 3)).toEqual(['c2sp.org/tlog-proof@v1', 'extra AQID', 'index 738']);
    expect(parseProofFile(longer).extra).toEqual(extra);
    expect(formatProofFile(parseProofFile(longer))).toBe(longer);
    expect(verifyProofFile(tools, longer, leaf, policy).index).toBe(738);
  });

  test('do not hold otherwise, and say why', () => {
    const refused = (what: string, changed: Partial<typeof policy>, proofText = text, other = leaf) =>
      expect(() => verifyProofFile(tools, proofText, other, { ...policy, ...changed })).toThrow(what);
    refused('not in the log', {}, text, leaves[739]);
    refused('not in the log', {}, text.replace('index 738', 'index 739'));
    refused('another log', { origin: 'other' });
    refused('not signed by its log', { logKeys: [] });
    refused('0 witnesses signed', {}, formatProofFile({ index: 738, proof, checkpoint: served }));
    refused('1 witnesses signed', { witnesses: 2 });
    refused('does not hold', {}, text.replace('\n1000\n', '\n1001\n'));
  });

  test('are refused when malformed', () => {
    const first = text.split('\n')[2] as string;
    for (const bad of [
      text.replace('@v1', '@v2'),
      text.replace('index 738', 'index 0738'),
      text.replace('index 738\n', ''),
      text.replace('index 738', 'extra !\nindex 738'),
      text.replace('index 738', 'index 738\nindex 738'),
      text.replace(first, first.slice(4)),
      text.replace('\n\n', '\n'),
      text.replace(first, Array.from({ length: 64 }, () => first).join('\n')),
      '',
    ])
      expect(() => verifyProofFile(tools, bad, leaf, policy)).toThrow(TlogError);
  });
});
