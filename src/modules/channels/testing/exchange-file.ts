/** For tests: exchange files as a department packs them. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import yazl from 'yazl';
import type { SignedInActor } from '../../../platform/actor.ts';
import type { Platform } from '../../../platform/index.ts';
import { findActiveItem } from '../../catalogue/index.ts';
import { receiveExchange } from '../exchange/receive-exchange.ts';

export const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest('hex');

/** The parts of a package, to be changed before it is packed. */
export type Parts = Record<string, string>;

/** A whole package of one unit; `files` by name. */
export function exchangeParts(
  from: { sender: string; item: string; edition: string },
  files: Readonly<Record<string, { content: string; rows: number }>>,
  changes: object = {},
): Parts {
  const manifest = JSON.stringify({
    format: 'gongxin-exchange/1',
    ...from,
    period: { from: '2026-10-01', until: '2026-11-01' },
    madeAt: '2026-11-18T02:00:00Z',
    files: Object.entries(files).map(([name, { content, rows }]) => ({
      name,
      rows,
      sha256: sha256(content),
    })),
    ...changes,
  });
  const data = Object.fromEntries(Object.entries(files).map(([name, { content }]) => [name, content]));
  const parts = { 'manifest.json': manifest, ...data };
  const sums = Object.entries(parts).map(([name, content]) => `${sha256(content)}  ${name}\n`);
  return { ...parts, SHA256SUMS: sums.join('') };
}

/** Hands a package of one data file in. @returns its number */
export async function handInPackage(
  platform: Platform,
  actor: SignedInActor,
  item: string,
  file: { readonly content: string; readonly rows: number },
): Promise<string> {
  const edition = (await findActiveItem(platform.db.app, item))?.edition ?? '';
  const parts = exchangeParts({ sender: actor.unit, item, edition }, { 'x.csv': file });
  const given = { content: Readable.from([await packZip(parts)]), fileName: 'x.zip' };
  return (await receiveExchange(platform, actor, given)).exchangeId;
}

/** The package as a ZIP. */
export async function packZip(parts: Parts): Promise<Buffer> {
  const zip = new yazl.ZipFile();
  // The same parts give the same bytes, whenever they are packed.
  const options = { mtime: new Date('2026-11-18T02:00:00Z') };
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content), name, options);
  zip.end();
  return buffer(zip.outputStream);
}
