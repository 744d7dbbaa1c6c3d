/** HTML by tagged template: every value is escaped unless it is Html already. */

/** Markup that may be sent as it is; made only by `html` and `raw`. */
export class Html {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

/** What may stand in a template; null, undefined, true and false give nothing, so that `cond && html…` works. */
export type HtmlValue = Html | string | number | bigint | boolean | null | undefined | readonly HtmlValue[];

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made safe for element content and for quoted attributes (attributes are always quoted). */
export function escapeHtml(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => entities[character] as string) : text;
}

function render(value: HtmlValue): string {
  if (value instanceof Html) return value.toString();
  if (typeof value === 'string') return escapeHtml(value);
  if (value === null || value === undefined || typeof value === 'boolean') return '';
  if (!Array.isArray(value)) return String(value);
  let text = '';
  for (const part of value) text += render(part);
  return text;
}

/** Builds markup: html`<p title="${title}">${text}</p>`. Arrays are joined; Html inside is not escaped again. */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let text = strings[0] ?? '';
  for (let index = 0; index < values.length; index++) text += render(values[index]) + strings[index + 1];
  return new Html(text);
}

/** Markup from a source that we wrote ourselves; never for anything that came from outside. */
export function raw(text: string): Html {
  return new Html(text);
}
