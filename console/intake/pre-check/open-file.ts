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
import { findEncoding, type TextEncoding } from './find-encoding.ts';
import { openZip } from './zip-parts.ts';

/** What a file turned out to be. */
export type Encoding = TextEncoding | 'xlsx';

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
  const isUtf16 = head[0] === 0xff && head[1] === 0xfe;
  const start = new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(head).trimStart();
  if (/^<(!doctype|html|head|body|meta|table|\?xml)/i.test(start)) throw new FileRefused('file.web-page');
  const encoding = await findEncoding(file);
  const isJson = /\.(json|ndjson|jsonl)$/i.test(fileName) || /^(\[\s*[\][{]|\{\s*["}])/.test(start);
  const text = decode(file, encoding);
  const opened = isJson
    ? await readJson(text, DEFAULT_READ_LIMITS, findings)
    : await readCsv(text, DEFAULT_READ_LIMITS, findings);
  if (!opened) throw new FileRefused('file.empty');
  return { opened, encoding };
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
