/** The words of the command line by language. */
import type { Language } from '../../platform/language.ts';
import { en } from './words.en.ts';
import { type CliWords, zh } from './words.zh.ts';

export type { CliWords };

export const cliWords: Record<Language, CliWords> = { zh, en };
