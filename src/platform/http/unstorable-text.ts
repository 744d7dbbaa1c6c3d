/** Turns away text that no database keeps: NUL and halves of characters, which nobody types. */
import { Problem } from '../problem.ts';
import { invalidRequest } from '../problems.ts';
import type { Server } from './server-type.ts';

/** Whether any text in a value from a request holds NUL or an unpaired surrogate; a loop, since a body may be as deep as it is long. */
function isUnstorable(value: unknown): boolean {
  const waiting = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === 'string') {
      if (next.includes('\0') || !next.isWellFormed()) return true;
    } else if (Array.isArray(next)) {
      for (const part of next) waiting.push(part);
    } else if (typeof next === 'object' && next !== null && !('pipe' in next)) {
      for (const [name, part] of Object.entries(next)) waiting.push(name, part);
    }
  }
  return false;
}

/** PostgreSQL's text and jsonb refuse such text with an error of theirs; here it is the sender's, and said so. */
export function refuseUnstorableText(server: Server): void {
  server.addHook('preValidation', async ({ params, query, body }) => {
    if (![params, query, body].some(isUnstorable)) return;
    throw new Problem(invalidRequest, {
      detail: {
        zh: '请求里有空字符（U+0000）或不完整的字符，请删除后重试。',
        en: 'The request holds a NUL character (U+0000) or half of a character. Take it out and try again.',
      },
    });
  });
}
