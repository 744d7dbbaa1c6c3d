/** Counting whom a request would be about: written down first, seldom, within seconds, and never as a number under ten. */
import { newId } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/index.ts';
import { countRequest, type RateLimit } from '../../../platform/rate-limit.ts';
import { countForBulk } from '../../records/index.ts';
import { insertCount } from '../queries/bulk-export.ts';
import {
  type BulkRequest,
  type Officer,
  type Prepared,
  prepareExport,
  refusal,
  scope,
} from './definition.ts';

/** Counts of one day and one street would tell whether a firm has a record: below this, no number is told. */
export const FEWEST_TOLD = 10;

/** A matter needs a few tries until period and area fit; going through days and streets needs thousands. */
const limit: RateLimit = {
  name: 'bulk-count',
  requests: 30,
  seconds: 3600,
  tooMuch: { zh: '您在短时间内统计了很多次', en: 'You counted many times in a short time' },
};

/** So long a count may take; a longer one would keep the database from others. */
const MOST_MILLISECONDS = 10_000;

/** The database's code of a statement that ran into its time. */
const BROKEN_OFF = '57014';

/** A request with what matches it. */
export interface Matches extends Prepared {
  readonly subjects: number;
  readonly records: number;
  /** The most subjects that one export may have (a setting). */
  readonly most: number;
}

/** Numbers as they are told; null: fewer than ten, or none. */
export interface Told {
  readonly subjects: number | null;
  readonly records: number | null;
}

/** What may be told of a count. */
export function toldOf({ subjects, records }: Pick<Matches, 'subjects' | 'records'>): Told {
  return subjects < FEWEST_TOLD ? { subjects: null, records: null } : { subjects, records };
}

/**
 * Counts without showing anything, exactly; whoever asked is told `toldOf` it.
 * @param milliseconds that the count may take
 * @throws Problem as prepareExport, too-many-requests, and export-refused where it takes too long
 */
export async function countMatches(
  platform: Platform,
  officer: Officer,
  request: BulkRequest,
  milliseconds: number = MOST_MILLISECONDS,
): Promise<Matches> {
  const prepared = await prepareExport(platform, officer, request);
  const { duty, caseNo, filter } = prepared;
  const { accountId, unit } = officer;
  countRequest(platform, limit, accountId);
  // Committed before: a count that breaks off was tried all the same.
  await platform.db.app.query(
    insertCount({
      countId: newId(),
      unit,
      accountId,
      duty,
      purpose: prepared.purpose.purpose,
      caseNo,
      definition: request,
      at: platform.clock.now(),
    }),
  );
  try {
    const counts = await platform.db.app.scoped(scope, (tx) => countForBulk(tx, filter, milliseconds));
    return { ...prepared, ...counts, most: platform.config.exportSubjects };
  } catch (error) {
    if ((error as { readonly code?: string }).code !== BROKEN_OFF) throw error;
    throw refusal(
      '统计用时太长，已经停止。请缩小期间或地区。',
      'Counting took too long and was stopped. Narrow the period or the area.',
    );
  }
}

/** The count as whoever asked is told it, and which fields the request shows. @throws Problem as countMatches */
export async function countExport(
  platform: Platform,
  officer: Officer,
  request: BulkRequest,
  milliseconds?: number,
): Promise<Omit<Matches, keyof Told> & Told> {
  const matches = await countMatches(platform, officer, request, milliseconds);
  return { ...matches, ...toldOf(matches) };
}
