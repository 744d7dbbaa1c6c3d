/** Writes down who looks at whom, and puts it down for the log, before anything is read; no access row, no look. */
import type { SignedInActor, SubjectActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import { type Platform, Problem } from '../../platform/index.ts';
import { logEachRow, logRows } from '../transparency/index.ts';
import { accessNotWritable } from './problems.ts';
import { insertAccess, insertShown, type NewAccess, type Shown } from './queries/access.ts';

/** The name of access rows in the log. */
export const ACCESS_SOURCE = 'disclosure.access';

/** Why somebody looks. */
export type Reason = Pick<NewAccess, 'kind' | 'purpose' | 'caseNo'>;

function whoOf(actor: SignedInActor | SubjectActor, duty: string | null) {
  const nobody = { unit: null, duty: null, accountId: null, clientId: null, agentId: null };
  if (actor.kind === 'subject') return { ...nobody, agentId: actor.agentId ?? null };
  const held = duty ?? (actor.kind === 'account' ? actor.roles.join(' ') : 'client');
  return actor.kind === 'account'
    ? { ...nobody, unit: actor.unit, duty: held, accountId: actor.accountId }
    : { ...nobody, unit: actor.unit, duty: held, clientId: actor.clientId };
}

type Who = SignedInActor | SubjectActor;
type Whom = { readonly subjectIds: readonly string[]; readonly duty?: string | null };

/** Access rows and their entries, or nothing is shown. */
async function write(
  platform: Platform,
  tx: Tx,
  access: Parameters<typeof insertAccess>[0],
  looks: Parameters<typeof insertAccess>[1],
  log: () => Promise<void>,
): Promise<void> {
  try {
    await tx.query(insertAccess(access, looks));
    await log();
  } catch (error) {
    platform.log.error({ err: error }, 'an access row could not be written');
    throw new Problem(accessNotWritable);
  }
}

/**
 * Opens the subjects' records to this transaction by writing the access rows and their log entry.
 * @returns the number of the look
 * @throws Problem access-not-writable: then nothing may be shown
 */
export async function openAccess(
  platform: Platform,
  tx: Tx,
  actor: Who,
  reason: Reason,
  { subjectIds, duty = null }: Whom,
): Promise<string> {
  const accessId = newId();
  const looks = [...new Set(subjectIds)].map((subjectId) => ({ subjectId, accessId }));
  const access = { ...reason, ...whoOf(actor, duty), at: platform.clock.now() };
  await write(platform, tx, access, looks, () =>
    logRows(tx, { source: ACCESS_SOURCE, entryId: accessId, rows: looks.length }),
  );
  return accessId;
}

/**
 * The same for many subjects that have nothing to do with each other: each look has a number and a log entry of its own.
 * @returns the number of each subject's look
 * @throws Problem access-not-writable
 */
export async function openAccessOfEach(
  platform: Platform,
  tx: Tx,
  actor: Who,
  reason: Reason,
  { subjectIds, duty = null }: Whom,
): Promise<ReadonlyMap<string, string>> {
  const looks = [...new Set(subjectIds)].map((subjectId) => ({ subjectId, accessId: newId() }));
  const access = { ...reason, ...whoOf(actor, duty), at: platform.clock.now() };
  await write(platform, tx, access, looks, () =>
    logEachRow(
      tx,
      ACCESS_SOURCE,
      looks.map(({ accessId }) => accessId),
    ),
  );
  return new Map(looks.map(({ subjectId, accessId }) => [subjectId, accessId]));
}

/** Writes what the look showed, in the same transaction: without it nothing is answered either. */
export async function writeShown(
  platform: Platform,
  tx: Tx,
  accessId: string | ((subjectId: string) => string),
  shown: ReadonlyMap<string, Shown>,
): Promise<void> {
  try {
    await tx.query(insertShown(typeof accessId === 'string' ? () => accessId : accessId, shown));
  } catch (error) {
    platform.log.error({ err: error }, 'what was shown could not be written');
    throw new Problem(accessNotWritable);
  }
}
