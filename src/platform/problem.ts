/** Problems: requests that cannot be served, each kind defined once, answered after RFC 9457 in two languages. */
import type { Words } from './language.ts';

/** One kind of problem; `type` is also the name of its page, /problems/<type>. */
export type ProblemDefinition = {
  /** kebab-case and unique in the whole platform. */
  readonly type: string;
  /** The HTTP status it is answered with. */
  readonly status: number;
  /** What is wrong, in a few words. */
  readonly title: Words;
  /** What the reader can do about it. */
  readonly advice: Words;
};

const registry = new Map<string, ProblemDefinition>();

/**
 * Defines a kind of problem (a module does so in its problems.ts).
 * @throws Error for a name taken or badly written, a status that is not 4xx or 5xx, or an empty sentence
 */
export function defineProblem(definition: ProblemDefinition): ProblemDefinition {
  const { type, status, title, advice } = definition;
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(type)) throw new Error(`problem type is not kebab-case: ${type}`);
  if (registry.has(type)) throw new Error(`problem type is defined twice: ${type}`);
  if (!Number.isInteger(status) || status < 400 || status > 599)
    throw new Error(`problem ${type} has status ${status}`);
  if ([title.zh, title.en, advice.zh, advice.en].some((text) => text.trim() === '')) {
    throw new Error(`problem ${type} lacks a title or an advice in one language`);
  }
  const frozen = Object.freeze({ ...definition });
  registry.set(type, frozen);
  return frozen;
}

/** The kind of that name, for its page. */
export function findProblem(type: string): ProblemDefinition | undefined {
  return registry.get(type);
}

/** All kinds, by name. */
export function listProblems(): ProblemDefinition[] {
  return [...registry.values()].sort((a, b) => (a.type < b.type ? -1 : 1));
}

/** What one occurrence adds to its kind; neither part may carry personal data. */
export type Occurrence = {
  readonly detail?: Words;
  /** Further members of the answer (RFC 9457 § 3.2); the names of the standard members are not allowed. */
  readonly extra?: Readonly<Record<string, unknown>>;
  /** Headers of the answer, such as Retry-After. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
};

const standardMembers = ['type', 'title', 'status', 'detail', 'instance', 'advice'];

/** One occurrence of a problem: throw it anywhere while a request is served. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly definition: ProblemDefinition;
  readonly detail: Words | undefined;
  readonly extra: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;

  constructor(definition: ProblemDefinition, occurrence: Occurrence = {}) {
    super(`${definition.type}: ${occurrence.detail?.en ?? definition.title.en}`, { cause: occurrence.cause });
    const taken = Object.keys(occurrence.extra ?? {}).find((name) => standardMembers.includes(name));
    if (taken) throw new Error(`"${taken}" is a standard member of a problem and cannot be an extra one`);
    this.definition = definition;
    this.detail = occurrence.detail;
    this.extra = occurrence.extra ?? {};
    this.headers = occurrence.headers ?? {};
  }
}
