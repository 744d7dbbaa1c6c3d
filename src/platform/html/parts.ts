/** Parts of pages that every module needs: crumbs, tabs, pager, facts, tables, codes, dates and figures. */
import { civilDateAt } from '../clock.ts';
import { type Language, languageTag, type Words } from '../language.ts';
import { type Html, type HtmlValue, html } from './index.ts';

const words = {
  crumbs: { zh: '所在位置', en: 'Breadcrumbs' },
  pages: { zh: '翻页', en: 'Pages' },
  previous: { zh: '上一页', en: 'Previous page' },
  next: { zh: '下一页', en: 'Next page' },
  first: { zh: '回到第一页', en: 'Back to the first page' },
  scroll: { zh: '（可左右滚动）', en: ' (scrolls sideways)' },
} satisfies Record<string, Words>;

/** A step of the way to a page, or an entry of tabs. */
export type Link = { readonly name: string; readonly address: string };

/** The way from the upper pages down to this one (which is not named again). */
export function crumbs(language: Language, trail: readonly Link[]): Html {
  const steps = trail.map(({ name, address }) => html`<li><a href="${address}">${name}</a></li>`);
  return html`<nav class="crumbs" aria-label="${words.crumbs[language]}"><ol>${steps}</ol></nav>`;
}

/** Links of which one is the present page. */
export function tabs(label: string, entries: readonly (Link & { readonly current: boolean })[]): Html {
  const items = entries.map(
    ({ name, address, current }) =>
      html`<li><a href="${address}"${current && html` aria-current="page"`}>${name}</a></li>`,
  );
  return html`<nav class="tabs" aria-label="${label}"><ul>${items}</ul></nav>`;
}

/** Ways to neighbouring pages; nothing when there are none. */
export function pager(
  language: Language,
  to: {
    readonly previous?: string | undefined;
    readonly first?: string | undefined;
    readonly next?: string | undefined;
  },
): Html | undefined {
  const entries = (['first', 'previous', 'next'] as const)
    .filter((way) => to[way] !== undefined)
    .map(
      (way) =>
        html`<li><a href="${to[way]}" rel="${way === 'previous' ? 'prev' : way}">${words[way][language]}</a></li>`,
    );
  return entries.length === 0
    ? undefined
    : html`<nav class="pager" aria-label="${words.pages[language]}"><ul>${entries}</ul></nav>`;
}

/** Names and values one below the other; entries without a value fall out. */
export function facts(entries: readonly (readonly [HtmlValue, HtmlValue] | undefined | false)[]): Html {
  const rows = entries.map((entry) => {
    if (!entry) return undefined;
    const [name, value] = entry;
    return value === undefined || value === null || value === ''
      ? undefined
      : html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
  });
  return html`<dl class="facts">${rows}</dl>`;
}

/** A table that may be wider than the screen: it scrolls by itself, with the keyboard too. */
export function table(
  language: Language,
  caption: string,
  columns: readonly (string | { readonly name: string; readonly number: true })[],
  rows: readonly Html[],
): Html {
  const heads = columns.map((column) =>
    typeof column === 'string'
      ? html`<th scope="col">${column}</th>`
      : html`<th scope="col" class="number">${column.name}</th>`,
  );
  return html`<div class="table" role="region" tabindex="0" aria-label="${caption}${words.scroll[language]}"><table>
<caption>${caption}</caption><thead><tr>${heads}</tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

/** A code in groups of four; copying it gives it whole, since the gaps are no characters. */
export function groupedCode(code: string): Html {
  const groups = code.match(/.{1,4}/gu) ?? [];
  return html`<span class="code">${groups.map((group) => html`<span>${group}</span>`)}</span>`;
}

/** A civil date as it is written everywhere. */
export function day(date: string): Html {
  return html`<time datetime="${date}">${date}</time>`;
}

/** An instant as date and time of Asia/Shanghai. */
export function moment(instant: Date): Html {
  const time = new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
  return html`<time datetime="${instant.toISOString()}">${civilDateAt(instant)} ${time}</time>`;
}

// Making a format takes 30 us, using it less than one.
const figures = {
  zh: new Intl.NumberFormat(languageTag.zh),
  en: new Intl.NumberFormat(languageTag.en),
} satisfies Record<Language, Intl.NumberFormat>;

/** A count with its thousands apart. */
export function count(number: number, language: Language): string {
  return figures[language].format(number);
}

/** A share from 0 to 1 as a percentage with one decimal; never rounded up to 100 % nor down to 0 %. */
export function percent(share: number): string {
  const tenths = Math.round(share * 1000);
  const honest = share < 1 && tenths === 1000 ? 999 : share > 0 && tenths === 0 ? 1 : tenths;
  return `${(honest / 10).toFixed(1)}%`;
}

/** A bar from 0 to 100 % beside its figure, which says the same in words. */
export function shareBar(share: number): Html {
  const width = Math.max(0, Math.min(100, Math.round(share * 100)));
  return html`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="ground" width="100" height="8"/><rect class="share" width="${width}" height="8"/></svg>`;
}

/** The address of the same list with other query values; '' and undefined drop out. */
export function withQuery(
  path: string,
  values: Readonly<Record<string, string | number | undefined>>,
): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}
