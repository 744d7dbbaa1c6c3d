/** The little of CommonMark that descriptions use, as HTML: paragraphs, lists with hyphens, and code in backticks. */
import { type Html, html } from '../../platform/html/index.ts';

/** A line with its code marked up. */
export function inline(text: string): Html {
  const parts = text.split('`');
  return html`${parts.map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part))}`;
}

function block(text: string): Html {
  if (!text.startsWith('- ')) return html`<p>${inline(text.replaceAll('\n', ' '))}</p>`;
  const items = text.slice(2).split(/\n- /);
  return html`<ul>${items.map((item) => html`<li>${inline(item.replace(/\n\s+/g, ' '))}</li>`)}</ul>`;
}

/** A whole description; blocks are parted by empty lines. */
export function prose(text: string): Html {
  return html`${text
    .trim()
    .split(/\n{2,}/)
    .map(block)}`;
}
