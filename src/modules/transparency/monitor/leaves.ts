/** Reads the leaves of a log from its files, and tells whether they are what the checkpoint was signed for. */
import { appendLeaves, emptyFrontier, frontierRoot } from '../../../kernel/merkle/frontier.ts';
import { leafHash, sameHash } from '../../../kernel/merkle/tree.ts';
import type { Checkpoint } from '../../../kernel/tlog/checkpoint.ts';
import { readBundle, type TileReader } from '../../../kernel/tlog/tile-content.ts';
import { tileOfLeaf, tileWidth } from '../../../kernel/tlog/tile-path.ts';
import { TlogError } from '../../../kernel/tlog/tlog-error.ts';
import { sha256Bytes } from '../../../platform/crypto.ts';
import { LogFileMissing } from '../log-files.ts';

/** Some leaves in a row. */
export interface LeafRun {
  readonly first: number;
  readonly leaves: readonly Uint8Array[];
}

const bundlesAtOnce = 16;

/**
 * Gives all leaves in runs. Returns whether they hash to the checkpoint's root; a bundle that is missing or broken ends
 * the reading, with false.
 */
export async function* leafRuns(
  read: TileReader,
  { size, root }: Pick<Checkpoint, 'size' | 'root'>,
): AsyncGenerator<LeafRun, boolean> {
  let frontier = emptyFrontier;
  const step = bundlesAtOnce * tileWidth;
  for (let first = 0; first < size; first += step) {
    const leaves: Uint8Array[] = [];
    try {
      for (let at = first; at < Math.min(size, first + step); at += tileWidth)
        leaves.push(...(await readBundle(read, tileOfLeaf('entries', at, size))));
    } catch (error) {
      if (error instanceof TlogError || error instanceof LogFileMissing) return false;
      throw error;
    }
    frontier = appendLeaves(
      sha256Bytes,
      frontier,
      leaves.map((leaf) => leafHash(sha256Bytes, leaf)),
    );
    yield { first, leaves };
  }
  return sameHash(frontierRoot(sha256Bytes, frontier), root);
}
