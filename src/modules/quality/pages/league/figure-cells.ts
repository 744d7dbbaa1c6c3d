/** The six figures as cells of a table, with the columns' heads. */
import { type Html, html } from '../../../../platform/html/index.ts';
import { percent, shareBar } from '../../../../platform/html/parts.ts';
import type { Figures } from '../../league/count-figures.ts';
import { FIGURES } from '../../league/figures-data.ts';
import { asNumber } from '../../league/share.ts';
import { en } from './words.en.ts';
import { type LeagueWords, zh } from './words.zh.ts';

export const dictionaries = { zh, en };

/** A share as a percentage; a dash where nothing could be counted. */
export function shareCell(share: number | null): Html {
  const value = asNumber(share);
  return html`<td class="number">${value === null ? '—' : percent(value)}</td>`;
}

/** The overall index with a bar beside it. */
export function indexCell(index: number | null): Html {
  const value = asNumber(index);
  return html`<td class="number">${value === null ? '—' : html`${percent(value)}${shareBar(value)}`}</td>`;
}

/** Index and shares, in their order. */
export function figureCells({ index, shares }: Figures): Html {
  return html`${indexCell(index)}${FIGURES.map((figure) => shareCell(shares[figure]))}`;
}

/** The heads of those columns. */
export function figureHeads(words: LeagueWords) {
  return [words.index, ...FIGURES.map((figure) => words.figures[figure].name)].map(
    (name) => ({ name, number: true }) as const,
  );
}
