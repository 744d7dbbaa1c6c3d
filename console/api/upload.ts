/** Sends a file with progress: XMLHttpRequest, since fetch does not tell how much has gone out. */
import { type Language, languageTag } from '../language/language.ts';
import { connectionProblem, unreadableProblem } from './connection-words.ts';
import { ProblemError, readProblem } from './problem-error.ts';

/** An upload under way. */
export interface Upload<T> {
  readonly answer: Promise<T>;
  abort(): void;
}

/**
 * Starts a POST of `content`; `onProgress` hears bytes sent.
 * `answer` fails with ProblemError, or with DOMException AbortError after `abort`.
 */
export function startUpload<T>(
  path: string,
  content: Blob,
  options: {
    readonly contentType: string;
    readonly language: Language;
    onProgress(sent: number): void;
    onSignedOut(): void;
  },
): Upload<T> {
  const request = new XMLHttpRequest();
  const answer = new Promise<T>((resolve, reject) => {
    request.upload.onprogress = (event) => options.onProgress(event.loaded);
    request.onload = () => {
      const type = request.getResponseHeader('content-type') ?? '';
      if (request.status >= 200 && request.status < 300) {
        resolve(JSON.parse(request.responseText) as T);
        return;
      }
      const problem = readProblem(request.status, type, request.responseText);
      if (problem?.kind === 'sign-in-required') options.onSignedOut();
      reject(new ProblemError(problem ?? unreadableProblem(options.language, request.status)));
    };
    request.onerror = () => reject(new ProblemError(connectionProblem(options.language)));
    request.onabort = () => reject(new DOMException('the upload was stopped', 'AbortError'));
  });
  request.open('POST', path);
  request.setRequestHeader('content-type', options.contentType);
  request.setRequestHeader('accept', 'application/json');
  request.setRequestHeader('accept-language', languageTag[options.language]);
  request.send(content);
  return { answer, abort: () => request.abort() };
}
