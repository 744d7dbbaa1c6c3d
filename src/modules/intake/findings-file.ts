/** The findings file of a submission: what was sent, with two columns added, kept encrypted for its unit. */
import type { Readable } from 'node:stream';
import type { SignedInActor } from '../../platform/actor.ts';
import { FileNotThere } from '../../platform/file-store.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { findingsFileNotReady } from './problems.ts';
import { FINDINGS_MEDIA_TYPE } from './reading/write-findings.ts';
import { getSubmissionRow } from './submission-view.ts';

/** A file to download. */
export interface Download {
  content: Readable;
  contentType: string;
  extension: string;
}

/** The findings file of the actor's unit. @throws Problem submission-not-found, findings-file-not-there */
export async function openFindingsFile(
  platform: Platform,
  actor: SignedInActor,
  submissionId: string,
): Promise<Download> {
  const { findings_file_id: id, findings_file_type: type } = await getSubmissionRow(
    platform,
    actor,
    submissionId,
  );
  if (id === null) throw new Problem(findingsFileNotReady);
  const format = type === 'xlsx' ? 'xlsx' : 'csv';
  const content = await platform.files.open(id).catch((error: unknown) => {
    // Destroyed at the end of its term, a moment before that is written down.
    if (error instanceof FileNotThere) throw new Problem(findingsFileNotReady, { cause: error });
    throw error;
  });
  return {
    content,
    contentType: FINDINGS_MEDIA_TYPE[format],
    extension: format,
  };
}
