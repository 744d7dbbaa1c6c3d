/** For routes that take a whole file: the body arrives as a stream instead of being read into memory. */
import type { Server } from './server-type.ts';
import { compileValidator } from './validation.ts';

/**
 * Makes every route of this scope receive `request.body` as a Readable, for the content types given; others are
 * refused with 415. The length of the stream is not limited here: whoever reads it counts (FileStore.put's `limit`).
 */
export function acceptStreams(scope: Server, contentTypes: readonly string[]): void {
  // What a route says of its body is for the description alone: a stream is judged by whoever reads it.
  scope.setValidatorCompiler((part) => (part.httpPart === 'body' ? () => true : compileValidator(part)));
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(
    [...contentTypes],
    { bodyLimit: Number.MAX_SAFE_INTEGER },
    (_request, payload, done) => {
      done(null, payload);
    },
  );
}
