/** The frame's words by language. */
import type { Language } from '../../platform/language.ts';
import { en } from './words.en.ts';
import { type FrameWords, zh } from './words.zh.ts';

export const frameWords: Record<Language, FrameWords> = { zh, en };
