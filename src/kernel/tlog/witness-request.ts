/** What a log asks of a witness: to sign a checkpoint that follows from the last one it signed (C2SP tlog-witness). */
import { fromDecimal, hashFromLine, toBase64 } from './encoding.ts';
import { TlogError } from './tlog-error.ts';

const longestProof = 63;

/** The body of `add-checkpoint`. */
export interface WitnessRequest {
  /** The size the witness signed last; 0 for none, with an empty proof. */
  readonly oldSize: number;
  readonly proof: readonly Uint8Array[];
  /** The signed checkpoint. */
  readonly checkpoint: string;
}

/** The request as text. */
export function formatWitnessRequest(request: WitnessRequest): string {
  const lines = [`old ${request.oldSize}`, ...request.proof.map(toBase64)];
  return `${lines.join('\n')}\n\n${request.checkpoint}`;
}

/**
 * Reads a request; checkpoint and proof are not verified.
 * @throws TlogError when it is malformed
 */
export function parseWitnessRequest(body: string): WitnessRequest {
  const end = body.indexOf('\n\n');
  const [first = '', ...lines] = body.slice(0, Math.max(0, end)).split('\n');
  const oldSize = first.startsWith('old ') ? fromDecimal(first.slice('old '.length)) : undefined;
  if (end < 0 || oldSize === undefined || lines.length > longestProof)
    throw new TlogError(
      '请求应为 “old 条目数”、至多 63 行哈希、空行与检查点。',
      'A request is "old" with a size, at most 63 hashes, an empty line and a checkpoint.',
    );
  return { oldSize, proof: lines.map(hashFromLine), checkpoint: body.slice(end + 2) };
}
