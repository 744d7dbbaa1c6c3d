/** A request that was refused, as the server explains it (RFC 9457 with an advice), or that never got through. */

/** One broken rule of a request's body; `pointer` is a JSON pointer. */
export interface FieldProblem {
  readonly pointer: string;
  readonly rule: string;
  readonly message: string;
}

/** One fault in words; `date` where it concerns a day. */
export interface Fault {
  readonly date?: string;
  readonly what: string;
}

/** What a problem says; `advice` is what the reader can do. */
export interface ProblemText {
  /** The last part of the problem's address, such as `sign-in-failed`; `no-connection` for a request that got no answer. */
  readonly kind: string;
  readonly status: number;
  readonly title: string;
  readonly advice: string;
  readonly detail?: string;
  readonly traceId?: string;
  readonly errors?: readonly FieldProblem[];
  /** What a problem consists of, such as the faults of a holiday notice. */
  readonly faults?: readonly Fault[];
}

/** Thrown by every request that was not served. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: ProblemText;

  constructor(problem: ProblemText) {
    super(problem.title);
    this.problem = problem;
  }
}

/** The session is over: the person has to sign in again, and may then go on. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.kind === 'sign-in-required';
}

/** Whoever is signed in may not do this. */
export function isForbidden(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.status === 403;
}

interface ProblemBody {
  type?: string;
  title?: string;
  status?: number;
  detail?: string;
  advice?: string;
  traceId?: string;
  errors?: FieldProblem[];
  faults?: Fault[];
}

/** Reads an answer's body; undefined where it is not a problem of ours (a proxy's error page, say). */
export function readProblem(status: number, contentType: string, body: string): ProblemText | undefined {
  if (!contentType.includes('json')) return undefined;
  let parsed: ProblemBody;
  try {
    parsed = JSON.parse(body) as ProblemBody;
  } catch {
    // A cut-off answer explains nothing; the caller says so in its own words.
    return undefined;
  }
  if (typeof parsed.title !== 'string' || typeof parsed.advice !== 'string') return undefined;
  return {
    kind: parsed.type?.split('/').at(-1) ?? 'unknown',
    status,
    title: parsed.title,
    advice: parsed.advice,
    ...(parsed.detail === undefined ? {} : { detail: parsed.detail }),
    ...(parsed.traceId === undefined ? {} : { traceId: parsed.traceId }),
    ...(parsed.errors === undefined ? {} : { errors: parsed.errors }),
    ...(parsed.faults === undefined ? {} : { faults: parsed.faults }),
  };
}
