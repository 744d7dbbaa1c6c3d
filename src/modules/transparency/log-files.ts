/** The log as files under <data>/log: tiles, the checkpoint that was signed last, the one that is published, and old ones. */
import path from 'node:path';
import { type Checkpoint, parseCheckpoint } from '../../kernel/tlog/checkpoint.ts';
import { fromUtf8 } from '../../kernel/tlog/encoding.ts';
import { openNote } from '../../kernel/tlog/open-note.ts';
import type { TileFile } from '../../kernel/tlog/tile-content.ts';
import type { VerifierKey } from '../../kernel/tlog/verifier-key.ts';
import { civilDateAt } from '../../platform/clock.ts';
import { verifyEd25519 } from '../../platform/crypto-suite/index.ts';
import { openDurableFolder } from '../../platform/durable-folder.ts';

/** A checkpoint with the note that carries it. */
export interface SignedCheckpoint extends Checkpoint {
  readonly note: string;
}

/** Files of one log; paths are those that the public reads below /log. */
export type LogFiles = ReturnType<typeof openLogFiles>;

/** A file of the log that should be there is not. */
export class LogFileMissing extends Error {
  override readonly name = 'LogFileMissing';
}

/** Where the log of an installation lies. */
export const logFolderOf = (dataFolder: string): string => path.join(dataFolder, 'log');

/** Opens the log's files; nothing is made before the first write. */
export function openLogFiles(folder: string) {
  const files = openDurableFolder(folder);

  async function read(name: string): Promise<Uint8Array> {
    const bytes = await files.find(name);
    if (bytes) return bytes;
    throw new LogFileMissing(`日志缺少文件 ${name}。The log lacks the file ${name}.`);
  }

  /** The note in a file, its signature verified, so that a changed file is never built upon. */
  async function findNote(name: string, key: VerifierKey): Promise<SignedCheckpoint | undefined> {
    const bytes = await files.find(name);
    if (!bytes) return undefined;
    const note = fromUtf8(bytes);
    return { ...parseCheckpoint(openNote(note, [key], verifyEd25519).text), note };
  }

  return {
    read,
    find: files.find,
    /** The checkpoint signed last, cosigned or not: the log's own memory of what it committed to. */
    findSigned: (key: VerifierKey) => findNote('signed', key),
    /** The checkpoint that the public reads. */
    findPublished: (key: VerifierKey) => findNote('checkpoint', key),
    writeTiles: (tiles: readonly TileFile[]) =>
      files.write(tiles.map(({ path: name, bytes }) => ({ name, bytes }))),
    writeSigned: (note: string) => files.write([{ name: 'signed', bytes: note }]),
    /** Publishes; the last checkpoint of each day is kept for whoever asks what was said then. */
    publish: async (note: string, at: Date) => {
      await files.write([{ name: `earlier/${civilDateAt(at)}`, bytes: note }]);
      await files.write([{ name: 'checkpoint', bytes: note }]);
    },
    /** Whether the witness runs under an account of its own, as the page of the log says. */
    writeWitnessAccount: (account: 'own' | 'same') =>
      files.write([{ name: 'witness-account', bytes: account }]),
    findWitnessAccount: async (): Promise<'own' | 'same' | 'unknown'> => {
      const bytes = await files.find('witness-account');
      const text = bytes ? fromUtf8(bytes) : '';
      return text === 'own' || text === 'same' ? text : 'unknown';
    },
    /** The keys by which others verify, one a line. */
    writeKeys: (vkeys: readonly string[]) => files.write([{ name: 'keys', bytes: `${vkeys.join('\n')}\n` }]),
  };
}
