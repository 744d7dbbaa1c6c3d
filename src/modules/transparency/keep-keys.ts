/** The public keys of log and witness, beside the log: whoever verifies takes them once and holds on to them. */
import { fromUtf8 } from '../../kernel/tlog/encoding.ts';
import { formatVkey, parseVkey, type VerifierKey } from '../../kernel/tlog/verifier-key.ts';
import { sha256Bytes } from '../../platform/crypto.ts';
import type { LogFiles } from './log-files.ts';

/** A key is another than the one that was made known. */
export class KeyChanged extends Error {
  override readonly name = 'KeyChanged';
}

/** The keys that were made known; none before the log began. */
export async function findKeys(files: Pick<LogFiles, 'find'>): Promise<VerifierKey[]> {
  const bytes = await files.find('keys');
  const lines = bytes ? fromUtf8(bytes).split('\n').filter(Boolean) : [];
  return lines.map((line) => parseVkey(sha256Bytes, line));
}

/** Makes the keys known when none are yet. @throws KeyChanged */
export async function keepKeys(files: LogFiles, keys: readonly VerifierKey[]): Promise<void> {
  const vkeys = keys.map(formatVkey);
  const known = (await findKeys(files)).map(formatVkey);
  if (known.length === 0) await files.writeKeys(vkeys);
  else if (known.join() !== vkeys.join())
    throw new KeyChanged(
      '日志或见证者的密钥与已公布的不同。The key of the log or its witness is not the one that was made known.',
    );
}
