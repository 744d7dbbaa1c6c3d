/** Checkpoints: the signed size and root of a log (C2SP tlog-checkpoint). */
import { isSize } from '../merkle/tree.ts';
import { type SignBytes, signText } from './cosignature.ts';
import { fromDecimal, hashFromLine, hashLength, toBase64 } from './encoding.ts';
import { formatNote } from './note.ts';
import { TlogError } from './tlog-error.ts';
import type { VerifierKey } from './verifier-key.ts';

/** What a log says of itself at one moment. */
export interface Checkpoint {
  /** The name of the log. */
  readonly origin: string;
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
  /** Further lines, not recommended by the document; absent in our own. */
  readonly extensions?: readonly string[];
}

const isLine = (line: string): boolean => line !== '' && !line.includes('\n');

/**
 * The text of a checkpoint, to be signed.
 * @throws TlogError when a line would be empty or broken, or size or root cannot be one
 */
export function formatCheckpoint(checkpoint: Checkpoint): string {
  const { origin, size, root, extensions = [] } = checkpoint;
  if (![origin, ...extensions].every(isLine) || !isSize(size) || root.length !== hashLength)
    throw new TlogError(
      '检查点的名称、数目或根不成立。',
      'Origin, size or root cannot be those of a checkpoint.',
    );
  return [origin, size, toBase64(root), ...extensions].map((line) => `${line}\n`).join('');
}

/**
 * Reads the text of a checkpoint, after its note was opened.
 * @throws TlogError when it is malformed
 */
export function parseCheckpoint(text: string): Checkpoint {
  const lines = text.split('\n');
  const last = lines.pop();
  const [origin, sizeLine = '', rootLine = '', ...extensions] = lines;
  const size = fromDecimal(sizeLine);
  if (last !== '' || lines.length < 3 || lines.includes('') || origin === undefined || size === undefined)
    throw new TlogError(
      '检查点应依次为名称、条目数（十进制、无前导零）与根哈希，每行以换行结束。',
      'A checkpoint has an origin, a size (decimal, no leading zeroes) and a root hash, each line ended by a newline.',
    );
  const root = hashFromLine(rootLine);
  return extensions.length > 0 ? { origin, size, root, extensions } : { origin, size, root };
}

/** A checkpoint signed by its log, ready to be served. */
export function signCheckpoint(checkpoint: Checkpoint, key: VerifierKey, sign: SignBytes): string {
  const text = formatCheckpoint(checkpoint);
  return formatNote({ text, signatures: [signText(key, sign, text)] });
}
