/** Follows a submission until it is settled, over a restart of the server and the end of a token. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Language } from '../../../platform/language.ts';
import type { SubmitOptions } from './options.ts';
import { get, getToken, Refused, Unreachable } from './speak.ts';

type Finding = {
  readonly row: number | null;
  readonly column: string | null;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly advice: string;
};

/** A submission as GET /api/v1/submissions/{id} gives it: what the command line shows of it. */
export type Followed = {
  readonly submissionId: string;
  readonly status: string;
  readonly rowsRead: number | null;
  readonly counts: Readonly<
    Record<'rows' | 'accepted' | 'rejected' | 'duplicate' | 'held' | 'refused', number>
  > | null;
  readonly refusal: { readonly message: string; readonly advice: string } | null;
  readonly findings: readonly Finding[];
  readonly findingCounts: readonly { readonly count: number }[];
  readonly findingsFile: boolean;
  /** When the upload was destroyed, which is after the findings file was written. */
  readonly closedAt: string | null;
};

const settled = new Set(['settled', 'refused', 'withdrawn']);
const [shortestPause, longestPause] = [200, 2_000];
// A server that is started anew needs some seconds; longer than this it is gone.
const patience = 60_000;
// The counts are final before the file with the findings is written; the address of that file is worth a moment.
const filePatience = 20_000;

type Session = { token: string; lostSince?: number; settledSince?: number };

async function look(options: SubmitOptions, id: string, language: Language, session: Session) {
  try {
    const path = `/api/v1/submissions/${id}`;
    const found = await get<Followed>(options, path, session.token, language);
    delete session.lostSince;
    return found;
  } catch (error) {
    if (error instanceof Refused && error.status === 401) session.token = await getToken(options);
    else if (error instanceof Refused && error.status !== 503) throw error;
    else if (!(error instanceof Refused || error instanceof Unreachable)) throw error;
    session.lostSince ??= Date.now();
    if (Date.now() - session.lostSince > patience) throw error;
    return undefined;
  }
}

function isDone(found: Followed, session: Session): boolean {
  // A second person looks at it first, which may take days.
  if (found.status === 'waiting') return true;
  if (!settled.has(found.status)) return false;
  session.settledSince ??= Date.now();
  return found.closedAt !== null || Date.now() - session.settledSince > filePatience;
}

/**
 * Asks again and again, less and less often; `onRows` hears how many rows were read so far.
 * @throws Refused, Unreachable (after a minute without an answer)
 */
export async function follow(
  options: SubmitOptions,
  id: string,
  token: string,
  language: Language,
  onRows: (rows: number) => void,
): Promise<Followed> {
  const session: Session = { token };
  let told = 0;
  for (let wait = shortestPause; ; wait = Math.min(wait * 1.5, longestPause)) {
    const found = await look(options, id, language, session);
    if (found && isDone(found, session)) return found;
    if (found?.rowsRead && found.rowsRead !== told) {
      told = found.rowsRead;
      onRows(told);
    }
    await pause(wait);
  }
}
