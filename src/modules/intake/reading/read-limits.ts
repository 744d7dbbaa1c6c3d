/** The bounds within which a file is read, so that no file can exhaust the machine. */

/** Every bound has a default; an installation may set others. */
export interface ReadLimits {
  /** Data rows in one file. */
  maxRows: number;
  /** Named columns. */
  maxColumns: number;
  /** Bytes of one record (about: judged when 64 KiB more have arrived); for XLSX and JSON the text of one row. */
  maxLineBytes: number;
  /** Nesting of a JSON row: the row itself is 1. */
  maxDepth: number;
  /** Parts in an XLSX package. */
  maxZipEntries: number;
  /** Unpacked bytes of all parts together; a million rows of 30 columns unpack to about 2 GiB. */
  maxUnpackedBytes: number;
  /** Unpacked ÷ packed size of one part, judged from 1 MiB unpacked on. */
  maxRatio: number;
  /** Memory for the shared text table of an XLSX, in bytes. */
  maxSharedTextBytes: number;
  /** Rows handed out at a time; what a larger batch makes outlives the processor's cache and the youngest memory. */
  batchRows: number;
}

/** The defaults: a million rows, and what those need with room to spare. */
export const DEFAULT_READ_LIMITS: ReadLimits = {
  maxRows: 1_000_000,
  maxColumns: 200,
  maxLineBytes: 1024 * 1024,
  maxDepth: 3,
  maxZipEntries: 5_000,
  maxUnpackedBytes: 4 * 1024 ** 3,
  maxRatio: 200,
  maxSharedTextBytes: 200 * 1024 * 1024,
  batchRows: 64,
};
