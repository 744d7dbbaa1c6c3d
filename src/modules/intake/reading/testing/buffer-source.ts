/** Files made in memory for the tests of reading, and what reading makes of them. */
import { Readable } from 'node:stream';
import type { FileRefused } from '../file-refused.ts';
import type { ReadLimits } from '../read-limits.ts';
import { openRows } from '../read-rows.ts';
import { READING_RULES, type ReadingRule } from '../rules.ts';
import type { ByteSource, ReadFinding, SourceRow } from '../source-row.ts';

/** A source over bytes in memory; `chunk` = size of the stream's chunks. */
export function bufferSource(
  content: Buffer | string,
  more: { chunk?: number; fileName?: string; declaredType?: string } = {},
): ByteSource {
  const bytes = Buffer.from(content);
  const { chunk = 64 * 1024, ...declared } = more;
  function* chunks(from: number): Generator<Buffer> {
    for (let at = from; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  }
  return {
    size: bytes.length,
    stream: (from = 0) => Readable.from(chunks(from), { objectMode: false }),
    read: async (offset, length) => bytes.subarray(offset, offset + length),
    ...declared,
  };
}

/** A source that repeats `unit` up to `size` bytes after `start`, without holding them. */
export function endlessSource(start: string, unit: Buffer, size: number): ByteSource {
  const head = Buffer.from(start);
  function* chunks(): Generator<Buffer> {
    yield head;
    for (let sent = head.length; sent < size; sent += unit.length) yield unit;
  }
  return {
    size,
    stream: () => Readable.from(chunks(), { objectMode: false }),
    read: async (offset, length) => Buffer.concat([head, unit]).subarray(offset, offset + length),
  };
}

/** Everything that reading a file gives. */
export interface WholeFile {
  header: readonly string[];
  encoding: string;
  rows: SourceRow[];
  findings: ReadFinding[];
}

/** Reads a file to its end. */
export async function readAll(
  source: ByteSource | Buffer | string,
  limits?: Partial<ReadLimits>,
): Promise<WholeFile> {
  const isSource = typeof source === 'object' && !Buffer.isBuffer(source);
  const reader = await openRows(isSource ? source : bufferSource(source), limits);
  const rows: SourceRow[] = [];
  for await (const batch of reader.rows) rows.push(...batch);
  for (const { rule, row, column, params } of reader.findings) demandWords(rule, { row, column, ...params });
  return { header: reader.header, encoding: reader.encoding, rows, findings: reader.findings };
}

/** The refusal that reading ends with; any other end is an error of the test. */
export async function refusal(
  source: ByteSource | Buffer | string,
  limits?: Partial<ReadLimits>,
): Promise<Pick<FileRefused, 'rule' | 'params'>> {
  try {
    await readAll(source, limits);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'FileRefused') throw error;
    const { rule, params } = error as FileRefused;
    demandWords(rule, params);
    return { rule, params };
  }
  throw new Error('the file was read without a refusal');
}

/** Every placeholder of a rule's words must have its value, or a person reads braces. */
function demandWords(rule: ReadingRule, values: Record<string, unknown>): void {
  const { title, advice } = READING_RULES[rule];
  for (const [, name = ''] of `${title.zh}${advice.zh}`.matchAll(/\{(\w+)\}/g)) {
    if (values[name] === undefined) throw new Error(`${rule} has no value for {${name}}`);
  }
}

/** Text in GB18030, by the decoder's own table (one and two bytes a character; others are refused). */
export function inGb18030(text: string): Buffer {
  return Buffer.concat(
    [...text].map((sign) => {
      if (sign < '\u0080') return Buffer.from(sign);
      const bytes = twoByteTable().get(sign);
      if (bytes === undefined) throw new Error(`not in two bytes: ${sign}`);
      return bytes;
    }),
  );
}

let table: Map<string, Buffer> | undefined;

function twoByteTable(): Map<string, Buffer> {
  if (table !== undefined) return table;
  const decoder = new TextDecoder('gb18030');
  table = new Map();
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const bytes = Buffer.from([lead, trail]);
      table.set(decoder.decode(bytes), bytes);
    }
  }
  return table;
}
