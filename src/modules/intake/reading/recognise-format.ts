/** Tells what kind of file was handed in: by its content, and by its declared type only where the content leaves doubt. */
import { FileRefused } from './file-refused.ts';
import { refuseOldOffice } from './old-office.ts';
import type { ByteSource } from './source-row.ts';

/** The kinds of file that can be read. */
export type FileFormat = 'csv' | 'xlsx' | 'json';

const HEAD = 4096;

/**
 * Looks at the first bytes.
 * @throws FileRefused file.empty, file.xlsx-encrypted, file.xls-old, file.xlsx-broken, file.web-page, file.binary, file.json-broken
 */
export async function recogniseFormat(source: ByteSource): Promise<FileFormat> {
  const head = await source.read(0, Math.min(HEAD, source.size));
  if (isBlank(head) && source.size <= HEAD) throw new FileRefused('file.empty');
  const magic = head.toString('latin1', 0, 4);
  if (magic === 'PK\x03\x04' || magic === 'PK\x05\x06') return 'xlsx';
  if (magic === '\xd0\xcf\x11\xe0') await refuseOldOffice(source, head);
  const utf16 = magic.startsWith('\xff\xfe');
  // UTF-16LE without its mark, and binary files, show NUL at once; the whole file is judged while it is decoded.
  if (!utf16 && head.includes(0)) throw new FileRefused('file.binary');
  const text = (utf16 ? head.toString('utf16le') : head.toString('utf8')).trimStart();
  if (/^<(!doctype|html|head|body|meta|table|\?xml)/i.test(text)) throw new FileRefused('file.web-page');
  const declared = declaredFormat(source);
  if (!utf16 && looksLikeJson(text, declared)) return 'json';
  if (declared === 'json') throw new FileRefused('file.json-broken', { row: 1 });
  return 'csv';
}

/** A title may begin with a bracket too: unless JSON was declared, its next sign must be JSON's as well. */
function looksLikeJson(text: string, declared: FileFormat | undefined): boolean {
  if (declared === 'json') return text.startsWith('[') || text.startsWith('{');
  return /^(\[\s*[\][{]|\[\s*$|\{\s*["}]|\{\s*$)/.test(text);
}

function declaredFormat(source: ByteSource): FileFormat | undefined {
  const type = source.declaredType ?? '';
  if (/json/i.test(type) || /\.(json|ndjson|jsonl)$/i.test(source.fileName ?? '')) return 'json';
  return undefined;
}

function isBlank(head: Buffer): boolean {
  return head.toString('utf8').trim() === '' || head.equals(Buffer.from([0xff, 0xfe]));
}
