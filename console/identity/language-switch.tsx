/** The switch between the two languages, written in the other one. */
import { languageTag, useLanguage, useWords } from '../language/language.ts';
import { words } from './words.ts';

/** Changes the language where one stands; nothing typed is lost. */
export function LanguageSwitch() {
  const text = useWords(words);
  const { language, choose } = useLanguage();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <button type="button" className="plain-button" lang={languageTag[other]} onClick={() => choose(other)}>
      {text.otherLanguage}
    </button>
  );
}
