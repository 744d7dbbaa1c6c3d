/** The number of an organisation: computed once from the key it first came with, never again. */
import { sha256 } from '../../platform/crypto.ts';

const BITS_63 = 0x7fff_ffff_ffff_ffffn;

/**
 * The id of the organisation first known by this key, as decimal text (PostgreSQL `bigint`): the first 63 bits but the
 * sign of SHA-256 over `kind:value`. Anybody can compute it, so it is never a capability. A legacy key gets its id in
 * the same way; who is really meant is always asked of `subject_key` first.
 */
export function subjectIdFor(kind: string, value: string): string {
  return (BigInt(`0x${sha256(`${kind}:${value}`).slice(0, 16)}`) & BITS_63).toString();
}
