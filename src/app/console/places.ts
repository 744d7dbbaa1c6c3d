/** Where the console's source lies and where its builds are kept. */
import { accessSync, constants, mkdirSync } from 'node:fs';
import path from 'node:path';

/** The folder of the console's source. */
export function sourceFolder(projectFolder: string): string {
  return path.join(projectFolder, 'console');
}

/**
 * The folder for builds: beside the installed packages, so that all data folders and the tests share them; in the
 * data folder where the program's own folder can't be written.
 */
export function buildsFolder(projectFolder: string, dataFolder: string): string {
  const beside = path.join(projectFolder, 'node_modules', '.cache', 'gongxin');
  try {
    mkdirSync(beside, { recursive: true });
    accessSync(beside, constants.W_OK);
    return beside;
  } catch {
    // A read-only installation, as containers have it.
    return dataFolder;
  }
}

/** The folder of the build of one source hash. */
export function buildFolder(builds: string, hash: string): string {
  return path.join(builds, `console-${hash}`);
}
