/** Has the installation's scanner look at a handed-in file before anything of it is read. */
import type { Platform } from '../../platform/index.ts';
import { scan } from '../../platform/malware-scan.ts';
import { FileRefused } from './reading/file-refused.ts';

/**
 * Without a scanner nothing is asked. One that can't be reached is a fault of ours: the job comes again later, and the file
 * waits. @throws FileRefused, ScannerTrouble
 */
export async function requireScanned({ config, files }: Platform, fileId: string): Promise<void> {
  if (config.clamd === undefined) return;
  const verdict = await scan(config.clamd, await files.open(fileId));
  if (verdict === 'malware') throw new FileRefused('file.malware');
  if (verdict === 'too-large') throw new FileRefused('file.scan-too-large');
}
