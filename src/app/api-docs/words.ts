/** The words of the API's pages by language. */
import type { Language } from '../../platform/language.ts';
import type { DocsWords } from './docs-words.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

export type { DocsWords };

export const docsWords: Record<Language, DocsWords> = { zh, en };
