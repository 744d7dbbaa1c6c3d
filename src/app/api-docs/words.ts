/** The words of the API's pages by language. */
import type { Language } from '../../platform/language.ts';
import { en } from './words.en.ts';
import { type DocsWords, zh } from './words.zh.ts';

export const docsWords: Record<Language, DocsWords> = { zh, en };
