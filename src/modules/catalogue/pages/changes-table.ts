/** A table of what differs between two versions of a rule: place, before, after. */
import { type Html, html } from '../../../platform/html/index.ts';
import { table } from '../../../platform/html/parts.ts';
import type { Language } from '../../../platform/language.ts';
import type { Change } from '../../law/index.ts';

const words = {
  zh: { place: '位置', before: '之前', after: '之后', none: '无' },
  en: { place: 'Place', before: 'Before', after: 'After', none: 'none' },
} as const;

/** The table; long texts wrap, and it scrolls by itself on a narrow screen. */
export function changesTable(language: Language, caption: string, changes: readonly Change[]): Html {
  const text = words[language];
  const side = (value: string | null) => value ?? html`<span class="quiet">${text.none}</span>`;
  const rows = changes.map(
    ({ path, before, after }) =>
      html`<tr><th scope="row" class="plain-code">${path}</th><td>${side(before)}</td><td>${side(after)}</td></tr>`,
  );
  return table(language, caption, [text.place, text.before, text.after], rows);
}
