/** What an auditor reads of the log and its monitor: alarms, rounds with what they covered, checkpoint and witness. */
import { toBase64 } from '../../../kernel/tlog/encoding.ts';
import { openNote } from '../../../kernel/tlog/open-note.ts';
import { TlogError } from '../../../kernel/tlog/tlog-error.ts';
import { verifyEd25519 } from '../../../platform/crypto-suite/index.ts';
import type { Platform } from '../../../platform/index.ts';
import { findKeys } from '../keep-keys.ts';
import { type LogFiles, logFolderOf, openLogFiles, type SignedCheckpoint } from '../log-files.ts';
import { findPublishedCheckpoint } from '../published-checkpoint.ts';
import {
  type AlarmRow,
  alarmsNow,
  latestRounds,
  type RoundRow,
  watchFigures,
} from '../queries/watch-report.ts';

const mostAlarms = 200;
const mostRounds = 20;

/** How the newest published checkpoint stands to its keys: signed by both, by the log alone, or by neither. */
export interface Witnessing {
  readonly state: 'witnessed' | 'not-witnessed' | 'broken';
  /** When the witness signed, by its own clock. */
  readonly witnessedAt: Date | null;
}

/** The report; `checkpoint` is absent before the first one. */
export interface WatchReport {
  readonly checkpoint?: { readonly size: number; readonly root: string } & Witnessing;
  readonly witnessAccount: 'own' | 'same' | 'unknown';
  /** Entries without a place in the log yet, and those with one. */
  readonly waiting: string;
  readonly placed: string;
  readonly openAlarms: number;
  readonly alarms: readonly AlarmRow[];
  readonly rounds: readonly RoundRow[];
}

async function witnessingOf(files: LogFiles, { note }: SignedCheckpoint): Promise<Witnessing> {
  const [logKey, witnessKey] = await findKeys(files);
  const signerOf = (key: typeof logKey) => {
    if (!key) return undefined;
    try {
      return openNote(note, [key], verifyEd25519).signers[0];
    } catch (error) {
      if (error instanceof TlogError) return undefined;
      throw error;
    }
  };
  if (!signerOf(logKey)) return { state: 'broken', witnessedAt: null };
  const witness = signerOf(witnessKey);
  if (!witness) return { state: 'not-witnessed', witnessedAt: null };
  const { seconds } = witness;
  return { state: 'witnessed', witnessedAt: seconds === undefined ? null : new Date(seconds * 1_000) };
}

/** Reads it; nothing in it is about a subject. */
export async function reportWatch(platform: Platform): Promise<WatchReport> {
  const files = openLogFiles(logFolderOf(platform.config.dataFolder));
  const { app } = platform.db;
  const [published, witnessAccount, figures, alarms, rounds] = await Promise.all([
    findPublishedCheckpoint(files),
    files.findWitnessAccount(),
    app.one<Pick<WatchReport, 'waiting' | 'placed' | 'openAlarms'>>(watchFigures()),
    app.query<AlarmRow>(alarmsNow(mostAlarms)),
    app.query<RoundRow>(latestRounds(mostRounds)),
  ]);
  const checkpoint = published && {
    size: published.size,
    root: toBase64(published.root),
    ...(await witnessingOf(files, published)),
  };
  return { ...figures, witnessAccount, alarms, rounds, ...(checkpoint ? { checkpoint } : {}) };
}
