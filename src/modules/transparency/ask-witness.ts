/** Asks the witness to sign a checkpoint, with the proof that it follows from what the witness signed last. */
import type { Checkpoint } from '../../kernel/tlog/checkpoint.ts';
import { fromDecimal } from '../../kernel/tlog/encoding.ts';
import { formatNote, parseNote, parseSignatures } from '../../kernel/tlog/note.ts';
import { openNote } from '../../kernel/tlog/open-note.ts';
import type { TileReader } from '../../kernel/tlog/tile-content.ts';
import { tiledTree } from '../../kernel/tlog/tiled-tree.ts';
import { formatWitnessRequest } from '../../kernel/tlog/witness-request.ts';
import { sha256Bytes } from '../../platform/crypto.ts';
import { verifyEd25519 } from '../../platform/crypto-suite/index.ts';
import type { Witness } from './witness/witness.ts';

/** The witness does not sign: the log it knows is another, or longer. */
export class WitnessRefused extends Error {
  override readonly name = 'WitnessRefused';
}

/**
 * The note with the witness's signature added.
 * @throws WitnessRefused when the log was forked or shrunk; whatever the way to the witness throws when it is not there
 */
export async function cosign(
  witness: Witness,
  read: TileReader,
  signed: Checkpoint & { readonly note: string },
  lastKnown: number,
): Promise<string> {
  let oldSize = Math.min(lastKnown, signed.size);
  // The witness may know more or less than we remember, and says so once.
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const proof =
      oldSize > 0 && oldSize < signed.size
        ? await tiledTree(sha256Bytes, read, signed.size).consistencyProof(oldSize)
        : [];
    const answer = await witness.addCheckpoint(
      formatWitnessRequest({ oldSize, proof, checkpoint: signed.note }),
    );
    if (answer.status === 200) {
      const { text, signatures } = parseNote(signed.note);
      const note = formatNote({ text, signatures: [...signatures, ...parseSignatures(answer.body)] });
      openNote(note, [witness.vkey], verifyEd25519);
      return note;
    }
    const known = answer.status === 409 ? fromDecimal(answer.body.trim()) : undefined;
    if (known === undefined || known > signed.size || known === oldSize)
      throw new WitnessRefused(
        `见证者拒绝签名。The witness does not sign (${answer.status}): ${answer.body.trim()}`,
      );
    oldSize = known;
  }
  throw new WitnessRefused('见证者两次给出不同的条目数。The witness named two sizes.');
}
