/** Opens a chosen file in the browser by the server's own reader: format and encoding are told by the content. */
import {
  DEFAULT_READ_LIMITS,
  FileRefused,
  type FindingLog,
  type HeaderAndRows,
  readCsv,
  readJson,
  readPackage,
} from '../../../src/modules/intake/pure.ts';
import { openZip } from './zip-parts.ts';

/** What a file turned out to be. */
export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'xlsx';

const PRINTABLE_FROM = 0x20;

/**
 * Reads up to the header.
 * @throws FileRefused as on the server; what only the server tells apart (a damaged file from a binary one) is left to it
 */
export async function openFile(
  file: Blob,
  fileName: string,
  findings: FindingLog,
): Promise<{ opened: HeaderAndRows; encoding: Encoding }> {
  const head = new Uint8Array(await file.slice(0, 4096).arrayBuffer());
  if (file.size === 0) throw new FileRefused('file.empty');
  if (head[0] === 0x50 && head[1] === 0x4b) {
    const limits = DEFAULT_READ_LIMITS;
    const opened = await readPackage(await openZip(file, limits), limits, findings);
    if (!opened) throw new FileRefused('file.empty');
    return { opened, encoding: 'xlsx' };
  }
  if (head[0] === 0xd0 && head[1] === 0xcf) throw new FileRefused('file.xls-old');
  const encoding = await findEncoding(file, head);
  const start = new TextDecoder(encoding).decode(head).trimStart();
  if (/^<(!doctype|html|head|body|meta|table|\?xml)/i.test(start)) throw new FileRefused('file.web-page');
  const isJson = /\.(json|ndjson|jsonl)$/i.test(fileName) || /^(\[\s*[\][{]|\{\s*["}])/.test(start);
  const text = decode(file, encoding);
  const opened = isJson
    ? await readJson(text, DEFAULT_READ_LIMITS, findings)
    : await readCsv(text, DEFAULT_READ_LIMITS, findings);
  if (!opened) throw new FileRefused('file.empty');
  return { opened, encoding };
}

/** UTF-8 if the whole file is valid UTF-8, else GB18030 if it is that. @throws FileRefused file.binary, file.encoding */
async function findEncoding(file: Blob, head: Uint8Array): Promise<'utf-8' | 'gb18030' | 'utf-16le'> {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  const isControl = (byte: number) => byte < PRINTABLE_FROM && byte !== 9 && byte !== 10 && byte !== 13;
  if (head.some(isControl)) throw new FileRefused('file.binary');
  if (await isValid(file, 'utf-8')) return 'utf-8';
  const marked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  if (!marked && (await isValid(file, 'gb18030'))) return 'gb18030';
  throw new FileRefused('file.encoding', { line: 1 });
}

async function isValid(file: Blob, encoding: string): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const reader = file.stream().getReader();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      decoder.decode(value, { stream: !done });
      if (done) return true;
    }
  } catch (error) {
    // What a fatal decoder throws for wrong bytes (WHATWG Encoding).
    if (error instanceof TypeError) return false;
    throw error;
  } finally {
    await reader.cancel();
  }
}

async function* decode(file: Blob, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  const reader = file.stream().getReader();
  try {
    for (;;) {
      const { value, done } = await reader.read();
      const text = decoder.decode(value, { stream: !done });
      if (text !== '') yield text;
      if (done) return;
    }
  } finally {
    await reader.cancel();
  }
}
