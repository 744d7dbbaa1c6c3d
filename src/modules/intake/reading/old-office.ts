/** Tells a password-protected workbook from one of the old format: both are OLE containers (MS-CFB). */
import { FileRefused } from './file-refused.ts';
import type { ByteSource } from './source-row.ts';

/** Bytes of the directory that are looked through: a protected workbook has about ten entries of 128 bytes. */
const DIRECTORY_BYTES = 16 * 1024;
const PROTECTED_PART = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * Refuses an OLE container by what it holds: MS-OFFCRYPTO keeps a protected XLSX in a part named EncryptedPackage.
 * @throws FileRefused file.xlsx-encrypted, file.xls-old: always one of them
 */
export async function refuseOldOffice(source: ByteSource, head: Buffer): Promise<never> {
  if (head.length < 512) throw new FileRefused('file.xls-old');
  const sectorSize = head.readUInt16LE(0x1e) === 12 ? 4096 : 512;
  const directoryAt = (head.readUInt32LE(0x30) + 1) * sectorSize;
  const length = Math.min(DIRECTORY_BYTES, source.size - directoryAt);
  const directory = length > 0 ? await source.read(directoryAt, length) : Buffer.alloc(0);
  throw new FileRefused(directory.includes(PROTECTED_PART) ? 'file.xlsx-encrypted' : 'file.xls-old');
}
