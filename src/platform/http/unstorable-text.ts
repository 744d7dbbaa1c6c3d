/** Turns away text that no database keeps: NUL and halves of characters, which nobody types. */
import { Problem } from '../problem.ts';
import { invalidRequest } from '../problems.ts';
import type { Server } from './server-type.ts';

/** Whether any text in a value from a request holds NUL or an unpaired surrogate. */
function isUnstorable(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed();
  if (Array.isArray(value)) return value.some(isUnstorable);
  if (typeof value !== 'object' || value === null || 'pipe' in value) return false;
  return Object.entries(value).some((entry) => entry.some(isUnstorable));
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
