/** Opens an XLSX package (ZIP) by random access and within limits, so that no packing trick can exhaust the machine. */
import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { bytePieces } from '../byte-pieces.ts';
import { FileRefused } from '../file-refused.ts';
import type { ReadLimits } from '../read-limits.ts';
import type { ByteSource } from '../source-row.ts';
import type { PackageParts } from './package-parts.ts';

/** A small part packs at any ratio; from this size on the ratio counts. */
const RATIO_COUNTS_FROM = 1024 * 1024;
const ARCHIVE_NAME = /\.(zip|7z|rar|gz|tgz|bz2|xz|jar|xlsx|xlsm|xlsb|docx|pptx|ods)$/i;
const READ_AT_ONCE = 256 * 1024;

/** The parts of a package by lower-case name, without their content. */
export class ZipPackage implements PackageParts {
  readonly #zip: ZipFile;
  readonly #reader: SourceReader;
  readonly #entries = new Map<string, Entry>();

  private constructor(zip: ZipFile, reader: SourceReader) {
    this.#zip = zip;
    this.#reader = reader;
  }

  /** @throws FileRefused file.xlsx-broken, file.unpacks-too-large, file.nested-archive */
  static async open(source: ByteSource, limits: ReadLimits): Promise<ZipPackage> {
    const reader = new SourceReader(source);
    const zip = await reader.guard(
      yauzl.fromRandomAccessReaderPromise(reader, source.size, { lazyEntries: true, autoClose: false }),
    );
    const opened = new ZipPackage(zip, reader);
    try {
      await opened.#list(limits);
    } catch (error) {
      opened.close();
      throw error;
    }
    return opened;
  }

  /** The names of all parts, in lower case. */
  names(): string[] {
    return [...this.#entries.keys()];
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /**
   * The unpacked bytes of a part in pieces; its declared size and its checksum are verified.
   * @throws FileRefused file.xlsx-broken
   */
  async *bytes(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name.toLowerCase());
    if (entry === undefined) throw new FileRefused('file.xlsx-broken');
    const pieces = bytePieces(await this.#reader.guard(this.#zip.openReadStreamPromise(entry)));
    let checksum = 0;
    try {
      for (;;) {
        const { value: piece, done } = await this.#reader.guard(pieces.next());
        if (done) break;
        checksum = crc32(piece, checksum);
        yield piece;
      }
    } finally {
      await pieces.return(undefined);
    }
    if (checksum !== entry.crc32) throw new FileRefused('file.xlsx-broken');
  }

  close(): void {
    this.#zip.close();
  }

  async #list(limits: ReadLimits): Promise<void> {
    if (this.#zip.entryCount > limits.maxZipEntries) throw new FileRefused('file.unpacks-too-large');
    const entries = this.#zip.eachEntry();
    let unpacked = 0;
    for (;;) {
      const { value: entry, done } = await this.#reader.guard(entries.next());
      if (done) return;
      const name = entry.fileName.toLowerCase();
      unpacked += entry.uncompressedSize;
      const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
      if (
        unpacked > limits.maxUnpackedBytes ||
        (entry.uncompressedSize > RATIO_COUNTS_FROM && ratio > limits.maxRatio)
      ) {
        throw new FileRefused('file.unpacks-too-large');
      }
      if (ARCHIVE_NAME.test(name)) throw new FileRefused('file.nested-archive');
      // Two parts of one name: which one counts would depend on the reader.
      if (this.#entries.has(name) || entry.isEncrypted()) throw new FileRefused('file.xlsx-broken');
      this.#entries.set(name, entry);
    }
  }
}

/** Reads the source in ranges for yauzl, and tells the source's own errors from those of a broken package. */
class SourceReader extends yauzl.RandomAccessReader {
  readonly #source: ByteSource;
  #fault: { error: unknown } | undefined;

  constructor(source: ByteSource) {
    super();
    this.#source = source;
  }

  /** Waits for yauzl: its errors mean a broken package, unless the source failed behind it. */
  async guard<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (this.#fault !== undefined) throw this.#fault.error;
      if (error instanceof TypeError || error instanceof FileRefused) throw error;
      throw new FileRefused('file.xlsx-broken', {});
    }
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.#range(start, end), { objectMode: false });
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (error: Error | null, bytesRead?: number) => void,
  ): void {
    this.#bytes(position, length).then(
      (bytes) => callback(null, bytes.copy(buffer, offset)),
      (error: Error) => callback(error),
    );
  }

  async *#range(start: number, end: number): AsyncGenerator<Buffer> {
    for (let at = start; at < end; at += READ_AT_ONCE)
      yield await this.#bytes(at, Math.min(READ_AT_ONCE, end - at));
  }

  async #bytes(offset: number, length: number): Promise<Buffer> {
    // A broken directory may point anywhere: the source is only asked for what it has.
    const within = Math.min(length, this.#source.size - offset);
    if (offset < 0 || within <= 0) return Buffer.alloc(0);
    try {
      return await this.#source.read(offset, within);
    } catch (error) {
      this.#fault = { error };
      throw error;
    }
  }
}
