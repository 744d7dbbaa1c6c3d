/** The receipt of an exchange file: what became of each data file, signed so that it can be kept and shown. */
import path from 'node:path';
import type { SignedInActor } from '../../../platform/actor.ts';
import { isId } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/index.ts';
import { Problem } from '../../../platform/problem.ts';
import { keepSigningKey, type SigningKey } from '../../../platform/signing-key.ts';
import { getSubmission } from '../../intake/index.ts';
import { exchangeNotFound } from '../problems.ts';
import { selectExchange, selectParts } from '../queries/exchange-files.ts';

/** What the receipt says of one data file. */
export type ReceiptFile = {
  readonly name: string;
  readonly rows: number;
  readonly sha256: string;
  /** null while it waits to be handed in, after an interruption. */
  readonly submissionId: string | null;
  readonly status: string;
  readonly counts: Awaited<ReturnType<typeof getSubmission>>['counts'];
  /** The rule that the whole file broke, where it was refused. */
  readonly refusedBy: string | null;
  readonly findingsFile: string | null;
};

export type Receipt = {
  readonly format: 'gongxin-exchange-receipt/1';
  readonly exchangeId: string;
  readonly sender: string;
  readonly item: string;
  readonly edition: string;
  readonly period: { readonly from: string; readonly until: string };
  readonly packageSha256: string;
  readonly receivedAt: string;
  /** `in-progress` until every file is settled or refused. */
  readonly status: 'in-progress' | 'settled';
  readonly files: readonly ReceiptFile[];
};

function keyOf(platform: Platform): SigningKey {
  return keepSigningKey(path.join(platform.config.dataFolder, 'secrets', 'exchange-receipts'));
}

const encode = (part: string | Uint8Array) => Buffer.from(part).toString('base64url');

/** The public key as a JWK (RFC 8037). */
export function receiptKey(platform: Platform): { kty: 'OKP'; crv: 'Ed25519'; x: string } {
  return { kty: 'OKP', crv: 'Ed25519', x: encode(keyOf(platform).publicKey) };
}

/** JWS in compact form (RFC 7515) with EdDSA (RFC 8037). */
export function signReceipt(platform: Platform, receipt: Receipt): string {
  const header = encode(JSON.stringify({ alg: 'EdDSA', typ: 'exchange-receipt+jws' }));
  const signed = `${header}.${encode(JSON.stringify(receipt))}`;
  return `${signed}.${encode(keyOf(platform).sign(Buffer.from(signed)))}`;
}

const over = new Set(['settled', 'refused', 'withdrawn']);

/** The receipt as things stand. @throws Problem exchange-file-not-found, also for another unit's */
export async function getReceipt(
  platform: Platform,
  actor: SignedInActor,
  exchangeId: string,
): Promise<Receipt> {
  const row = isId(exchangeId) ? await selectExchange(platform.db.app, actor.unit, exchangeId) : undefined;
  if (!row) throw new Problem(exchangeNotFound);
  const parts = new Map(
    (await selectParts(platform.db.app, exchangeId)).map(({ name, submissionId }) => [name, submissionId]),
  );
  const files = await Promise.all(
    row.manifest.files.map(async ({ name, rows, sha256 }): Promise<ReceiptFile> => {
      const submissionId = parts.get(name) ?? null;
      const file = { name, rows, sha256, submissionId };
      if (submissionId === null)
        return { ...file, status: 'received', counts: null, refusedBy: null, findingsFile: null };
      const { status, counts, refusal, findingsFile } = await getSubmission(platform, actor, submissionId);
      return {
        ...file,
        status,
        counts,
        refusedBy: refusal?.rule ?? null,
        findingsFile: findingsFile ? `/api/v1/submissions/${submissionId}/findings-file` : null,
      };
    }),
  );
  const { sender, item, edition, period } = row.manifest;
  return {
    format: 'gongxin-exchange-receipt/1',
    exchangeId,
    sender,
    item,
    edition,
    period,
    packageSha256: row.sha256,
    receivedAt: row.receivedAt.toISOString(),
    status: files.every(({ status }) => over.has(status)) ? 'settled' : 'in-progress',
    files,
  };
}
