/** Says in two languages why the platform did not start or had to stop, and with which exit code. */
import { AlreadyRunning } from '../platform/db/instance-lock.ts';
import type { Words } from '../platform/index.ts';

type Failure = { readonly words: Words; readonly code: number };

// These carry a sentence of their own in both languages.
const ownSentences = new Set(['ConfigError', 'UnfitDatabase', 'MigrationError', 'FixedDate']);

/** The sentence and the exit code (3: another one runs already). */
export function sentenceFor(error: unknown): Failure {
  if (error instanceof AlreadyRunning) {
    const where = error.where.replace(/^port /, '');
    return {
      code: 3,
      words: {
        zh: `已在端口 ${where} 运行，未做任何改动。`,
        en: `Gongxin is already running on port ${where}; nothing was touched.`,
      },
    };
  }
  const known = error as Partial<NodeJS.ErrnoException & { port: number }>;
  if (known.code === 'EADDRINUSE') {
    return {
      code: 1,
      words: {
        zh: `端口 ${known.port} 已被别的程序占用，请换一个，例如 PORT=8081 npm start。`,
        en: `Port ${known.port} is taken by another program; choose another, such as PORT=8081 npm start.`,
      },
    };
  }
  const message = known.message ?? String(error);
  if (ownSentences.has(known.name ?? '')) return { code: 1, words: { zh: message, en: '' } };
  const trace = known.stack ?? message;
  return { code: 1, words: { zh: `无法继续：${message}`, en: `Could not go on.\n${trace}` } };
}
