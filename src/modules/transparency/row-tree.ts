/** The tree over the rows of one entry, built row by row in little memory: root, and the roots of its blocks. */
import { appendLeaves, emptyFrontier, type Frontier, frontierRoot } from '../../kernel/merkle/frontier.ts';
import { leafHash, rootOf } from '../../kernel/merkle/tree.ts';
import { sha256Bytes } from '../../platform/crypto.ts';

/** Rows a block: the root of each full block is kept, so that a proof of one row reads 256 rows of a million. */
export const blockRows = 256;

/** A tree that grows; RFC 6962, its leaves are commitments of rows. */
export class RowTree {
  rows = 0;
  #open: Uint8Array[] = [];
  #blocks: Uint8Array[] = [];
  #frontier: Frontier = emptyFrontier;

  /** Adds the commitment of the next row. */
  add(commitment: Uint8Array): void {
    this.#open.push(leafHash(sha256Bytes, commitment));
    this.rows += 1;
    if (this.#open.length < blockRows) return;
    const root = rootOf(sha256Bytes, this.#open);
    this.#blocks.push(root);
    this.#frontier = appendLeaves(sha256Bytes, this.#frontier, [root]);
    this.#open = [];
  }

  /** The root so far. Blocks are as large as complete subtrees, so the rest is simply the rightmost of them. */
  root(): Uint8Array {
    if (this.#blocks.length === 0) return rootOf(sha256Bytes, this.#open);
    const rest = this.#open.length > 0 ? [rootOf(sha256Bytes, this.#open)] : [];
    return frontierRoot(sha256Bytes, {
      size: this.#frontier.size,
      peaks: [...this.#frontier.peaks, ...rest],
    });
  }

  /** Roots of the full blocks end to end; undefined for an entry of one block, which needs none. */
  blocks(): Uint8Array | undefined {
    return this.rows > blockRows ? Buffer.concat(this.#blocks) : undefined;
  }
}
