/** Holds a stored exchange file against its own manifest and checksums before anything of it is taken. */
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Platform } from '../../../platform/index.ts';
import { countRows, openStoredZip } from '../../intake/index.ts';
import {
  CHECKSUMS,
  LARGEST_TEXT,
  MANIFEST,
  type Manifest,
  readChecksums,
  readManifest,
  refuse,
} from './manifest.ts';

type Zip = NonNullable<Awaited<ReturnType<typeof openStoredZip>>>;

/** A data file by itself in the store, under a key of its own. */
export type StoredPart = { readonly name: string; readonly fileId: string };

async function readText(zip: Zip, name: string): Promise<{ text: string; sha256: string }> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of zip.bytes(name)) {
    size += piece.length;
    if (size > LARGEST_TEXT) throw refuse({ zh: `${name} 太大。`, en: `${name} is too large.` });
    pieces.push(piece);
  }
  const whole = Buffer.concat(pieces);
  return { text: whole.toString('utf8'), sha256: createHash('sha256').update(whole).digest('hex') };
}

function checkNames(zip: Zip, manifest: Manifest, sums: ReadonlyMap<string, string>): void {
  const wanted = new Set([MANIFEST, ...manifest.files.map(({ name }) => name)]);
  const there = zip.names().filter((name) => name !== CHECKSUMS.toLowerCase());
  const missing = [...wanted].filter((name) => !there.includes(name));
  if (missing.length > 0)
    throw refuse({ zh: `缺少 ${missing.join('、')}。`, en: `${missing.join(', ')} is missing.` });
  const extra = there.filter((name) => !wanted.has(name));
  if (extra.length > 0)
    throw refuse({
      zh: `多出清单之外的 ${extra.join('、')}。`,
      en: `${extra.join(', ')} is not in the manifest.`,
    });
  const unsummed = [...wanted].filter((name) => !sums.has(name));
  if (unsummed.length > 0)
    throw refuse({
      zh: `${CHECKSUMS} 中没有 ${unsummed.join('、')}。`,
      en: `${CHECKSUMS} lacks ${unsummed.join(', ')}.`,
    });
}

const broken = (name: string) =>
  refuse({
    zh: `${name} 与校验值不符，传输中可能损坏。`,
    en: `${name} does not match its checksum; it may have been damaged on its way.`,
  });

async function storePart(
  platform: Platform,
  zip: Zip,
  file: Manifest['files'][number],
  sum: string | undefined,
): Promise<StoredPart> {
  const stored = await platform.files.put(Readable.from(zip.bytes(file.name)));
  const part = { name: file.name, fileId: stored.id };
  if (stored.sha256 !== file.sha256 || stored.sha256 !== sum) {
    await platform.files.destroy(stored.id);
    throw broken(file.name);
  }
  const rows = await countRows(platform, { id: stored.id, name: file.name });
  if (rows !== undefined && rows !== file.rows) {
    await platform.files.destroy(stored.id);
    throw refuse({
      zh: `${file.name} 有 ${rows} 行，清单写 ${file.rows} 行。`,
      en: `${file.name} has ${rows} rows, the manifest says ${file.rows}.`,
    });
  }
  return part;
}

/**
 * Opens it and gives its data files to `use`; they are destroyed afterwards, whatever happened.
 * @throws Problem exchange-file-refused
 */
export async function withExchange<T>(
  platform: Platform,
  fileId: string,
  use: (manifest: Manifest, store: () => Promise<readonly StoredPart[]>) => Promise<T>,
): Promise<T> {
  const zip = await openStoredZip(platform, fileId);
  if (!zip) throw refuse({ zh: '不是可读的 ZIP 文件。', en: 'It is no ZIP file that can be read.' });
  const parts: StoredPart[] = [];
  try {
    for (const name of [MANIFEST, CHECKSUMS])
      if (!zip.names().includes(name.toLowerCase()))
        throw refuse({ zh: `缺少 ${name}。`, en: `${name} is missing.` });
    const [text, sumsText] = [await readText(zip, MANIFEST), await readText(zip, CHECKSUMS)];
    const manifest = readManifest(text.text);
    const sums = readChecksums(sumsText.text);
    checkNames(zip, manifest, sums);
    if (sums.get(MANIFEST) !== text.sha256) throw broken(MANIFEST);
    const store = async () => {
      for (const file of manifest.files)
        parts.push(await storePart(platform, zip, file, sums.get(file.name)));
      return parts;
    };
    return await use(manifest, store);
  } finally {
    for (const part of parts) await platform.files.destroy(part.fileId);
    await zip.close();
  }
}
