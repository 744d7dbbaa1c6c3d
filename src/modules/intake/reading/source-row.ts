/** The shapes that file reading hands on: rows with their place in the file, findings, and the bytes they come from. */
import type { Readable } from 'node:stream';
import type { ReadingRule } from './rules.ts';

/** One data row as text. */
export interface SourceRow {
  /** 1-based row (record) number as a spreadsheet shows it; the header is normally row 1. */
  row: number;
  /** Trimmed text, as many and in the order of `RowReader.header`; a missing cell is ''. */
  cells: readonly string[];
}

/** A fault of one row or cell (or a remark on the file) that does not stop the reading. */
export interface ReadFinding {
  rule: ReadingRule;
  row?: number;
  /** The header's name of the column, or its spreadsheet letters where the header has no such column. */
  column?: string;
  severity: 'error' | 'warning';
  /** Values for the placeholders in the rule's texts; never the content of a cell. */
  params?: Record<string, string | number>;
}

/** What the file turned out to be. */
export type SourceEncoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'xlsx' | 'json';

/** A file opened for one pass over its rows. */
export interface RowReader {
  header: readonly string[];
  encoding: SourceEncoding;
  /** Batches of some dozen rows (fewer where rows are long); may be iterated once; throws `FileRefused` when a fault of the whole file shows late. */
  rows: AsyncIterable<SourceRow[]>;
  /**
   * Fills while `rows` is read: a row's findings are here before its batch is handed out. A reader of a large file
   * empties it after each batch (`findings.splice(0)`), so that memory stays flat when every row has a fault.
   */
  findings: ReadFinding[];
  /** Lets go of the file when the rows are not (all) wanted. */
  close(): Promise<void>;
}

/** The uploaded bytes in clear, readable from any place: the file store decrypts both ways, no plain copy is made. */
export interface ByteSource {
  /** Bytes in all. */
  size: number;
  /** The bytes from `from` (default 0) to the end; may be called more than once. */
  stream(from?: number): Readable;
  /** The bytes `[offset, offset + length)`; fewer only at the end of the file. */
  read(offset: number, length: number): Promise<Buffer>;
  /** The media type that the sender declared; asked only where the content leaves doubt. */
  declaredType?: string;
  /** The sender's file name; asked for its extension only. */
  fileName?: string;
}
