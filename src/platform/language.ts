/** The two languages of the platform, and which one a request wants. */

export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];
/** The same sentence in both languages. */
export type Words = { readonly zh: string; readonly en: string };

/** The tag that pages and headers carry (BCP 47). */
export const languageTag: Record<Language, string> = { zh: 'zh-CN', en: 'en' };

/**
 * The language of a request: pages under /en/ are English, other pages Chinese; for the rest (the API) the
 * Accept-Language header decides (RFC 9110 § 12.5.4), Chinese when it says neither.
 */
export function chooseLanguage(url: string, acceptLanguage: string | undefined): Language {
  if (/^\/en(\/|\?|$)/.test(url)) return 'en';
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((text) => /^\s*q=([\d.]+)/.exec(text)?.[1]).find(Boolean);
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter((wish) => wish.quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wishes.find((wish) => wish.language === 'en' || wish.language === 'zh')?.language === 'en'
    ? 'en'
    : 'zh';
}
