/** The console's two languages, which one a person chose, and what both are called. */
import { createContext, useContext } from 'react';

export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** The same words in both languages. */
export interface Bilingual<T> {
  readonly zh: T;
  readonly en: T;
}

/** BCP 47 tags, for `lang` and for Accept-Language. */
export const languageTag: Bilingual<string> = { zh: 'zh-CN', en: 'en' };

const STORED_AS = 'gongxin-language';

/** The language chosen earlier on this device, else Chinese. */
export function storedLanguage(): Language {
  return localStorage.getItem(STORED_AS) === 'en' ? 'en' : 'zh';
}

/** Keeps the choice on this device. */
export function storeLanguage(language: Language): void {
  localStorage.setItem(STORED_AS, language);
}

/** The language in use and how to change it. */
export interface LanguageChoice {
  readonly language: Language;
  choose(language: Language): void;
}

export const LanguageContext = createContext<LanguageChoice>({ language: 'zh', choose: () => undefined });

/** The language in use. */
export function useLanguage(): LanguageChoice {
  return useContext(LanguageContext);
}

/** One area's words in the language in use. */
export function useWords<T>(words: Bilingual<T>): T {
  return words[useLanguage().language];
}
