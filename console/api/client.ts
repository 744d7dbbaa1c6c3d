/** The one way in which the console speaks to the API: JSON out, JSON or a ProblemError back. */
import { type Language, languageTag } from '../language/language.ts';
import { connectionProblem, unreadableProblem } from './connection-words.ts';
import { ProblemError, readProblem } from './problem-error.ts';

/** What a client needs from its surroundings; `fetch` is handed in so that tests can answer. */
export interface ClientSurroundings {
  readonly fetch: typeof fetch;
  language(): Language;
  /** Called when an answer says that the session is over. */
  onSignedOut(): void;
  /** Asks the person for a fresh second factor; true when it was shown, so that the request goes again. */
  onStepUp?(): Promise<boolean>;
}

/** Requests to the API. All throw ProblemError; an aborted one throws what the browser throws (AbortError). */
export interface Client {
  get<T>(path: string, signal?: AbortSignal): Promise<T>;
  send<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T>;
  /** A file as the API hands it out. */
  file(path: string): Promise<Blob>;
}

/** A client; paths begin with /api/v1/. */
export function createClient(surroundings: ClientSurroundings): Client {
  async function ask(path: string, init: RequestInit): Promise<Response> {
    const language = surroundings.language();
    const headers = new Headers(init.headers);
    headers.set('accept-language', languageTag[language]);
    const response = await surroundings
      .fetch(path, { ...init, headers, credentials: 'same-origin' })
      .catch((error: Error) => {
        if (error.name === 'AbortError') throw error;
        throw new ProblemError(connectionProblem(language));
      });
    if (response.ok) return response;
    const type = response.headers.get('content-type') ?? '';
    const problem = readProblem(response.status, type, await response.text());
    if (problem?.kind === 'sign-in-required') surroundings.onSignedOut();
    if (problem?.kind === 'step-up-required' && (await surroundings.onStepUp?.())) return ask(path, init);
    throw new ProblemError(problem ?? unreadableProblem(language, response.status));
  }

  async function json<T>(response: Response): Promise<T> {
    if (response.status === 204) return undefined as T;
    try {
      return (await response.json()) as T;
    } catch (error) {
      if ((error as Error).name === 'AbortError') throw error;
      throw new ProblemError(unreadableProblem(surroundings.language(), response.status));
    }
  }

  return {
    get: async (path, signal) =>
      json(await ask(path, { headers: { accept: 'application/json' }, ...(signal ? { signal } : {}) })),
    send: async (method, path, body) =>
      json(
        await ask(path, {
          method,
          headers: {
            accept: 'application/json',
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        }),
      ),
    file: async (path) => (await ask(path, {})).blob(),
  };
}

/** `path` with the parameters that have a value. */
export function withQuery(path: string, parameters: Record<string, string | number | undefined>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}
