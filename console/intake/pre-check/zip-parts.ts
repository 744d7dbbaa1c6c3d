/** Opens an XLSX package in the browser: the directory at its end, and its parts unpacked as they are read. */
import { FileRefused, type PackageParts, type ReadLimits } from '../../../src/modules/intake/pure.ts';

/** A part as the directory lists it (APPNOTE.TXT 4.3.12). */
interface Entry {
  readonly packed: number;
  readonly unpacked: number;
  readonly method: number;
  readonly at: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 65_535;
const STORED = 0;
const DEFLATED = 8;
const RATIO_COUNTS_FROM = 1024 * 1024;

/** @throws FileRefused file.xlsx-broken, file.unpacks-too-large */
export async function openZip(file: Blob, limits: ReadLimits): Promise<PackageParts> {
  const entries = await readDirectory(file, limits);
  return {
    has: (name) => entries.has(name.toLowerCase()),
    bytes: (name) => unpack(file, entries.get(name.toLowerCase())),
    close: () => undefined,
  };
}

async function view(file: Blob, from: number, until: number): Promise<DataView> {
  return new DataView(await file.slice(from, until).arrayBuffer());
}

async function readDirectory(file: Blob, limits: ReadLimits): Promise<Map<string, Entry>> {
  const tailAt = Math.max(0, file.size - END_SIZE - LONGEST_COMMENT);
  const tail = await view(file, tailAt, file.size);
  let end = tail.byteLength - END_SIZE;
  while (end >= 0 && tail.getUint32(end, true) !== END) end--;
  if (end < 0) throw new FileRefused('file.xlsx-broken');
  const count = tail.getUint16(end + 10, true);
  const [size, at] = [tail.getUint32(end + 12, true), tail.getUint32(end + 16, true)];
  if (count > limits.maxZipEntries) throw new FileRefused('file.unpacks-too-large');
  const directory = await view(file, at, at + size);
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  let place = 0;
  for (let index = 0; index < count; index++) {
    if (place + 46 > directory.byteLength || directory.getUint32(place, true) !== CENTRAL)
      throw new FileRefused('file.xlsx-broken');
    const [name, extra, comment] = [28, 30, 32].map((offset) =>
      directory.getUint16(place + offset, true),
    ) as [number, number, number];
    const entry = {
      method: directory.getUint16(place + 10, true),
      packed: directory.getUint32(place + 20, true),
      unpacked: directory.getUint32(place + 24, true),
      at: directory.getUint32(place + 42, true),
    };
    unpacked += entry.unpacked;
    const ratio = entry.unpacked / Math.max(1, entry.packed);
    if (unpacked > limits.maxUnpackedBytes || (entry.unpacked > RATIO_COUNTS_FROM && ratio > limits.maxRatio))
      throw new FileRefused('file.unpacks-too-large');
    const text = new TextDecoder().decode(new Uint8Array(directory.buffer, place + 46, name));
    entries.set(text.toLowerCase(), entry);
    place += 46 + name + extra + comment;
  }
  return entries;
}

async function* unpack(file: Blob, entry: Entry | undefined): AsyncGenerator<Uint8Array> {
  if (entry === undefined) throw new FileRefused('file.xlsx-broken');
  const head = await view(file, entry.at, entry.at + 30);
  if (head.byteLength < 30 || head.getUint32(0, true) !== LOCAL) throw new FileRefused('file.xlsx-broken');
  const from = entry.at + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  const packed = file.slice(from, from + entry.packed).stream();
  if (entry.method !== STORED && entry.method !== DEFLATED) throw new FileRefused('file.xlsx-broken');
  const stream: ReadableStream<Uint8Array> =
    entry.method === STORED ? packed : packed.pipeThrough(new DecompressionStream('deflate-raw'));
  const reader = stream.getReader();
  let given = 0;
  try {
    for (;;) {
      const { value, done } = await reader.read().catch(() => {
        throw new FileRefused('file.xlsx-broken');
      });
      if (done) break;
      given += value.byteLength;
      if (given > entry.unpacked) throw new FileRefused('file.xlsx-broken');
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}
