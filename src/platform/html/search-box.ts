/** The search box of home and result pages: a plain form; a script may add suggestions to it. */
import type { Language } from '../language.ts';
import { type Html, html } from './index.ts';
import { addressIn } from './page.ts';

const words = {
  zh: {
    label: '单位名称或统一社会信用代码',
    hint: '名称输入两个字以上即可，也可用拼音首字母；代码为 18 位。个体工商户请输入完整名称或代码。',
    button: '查询',
    suggestions: '可能的单位',
  },
  en: {
    label: 'Name of the organisation, or its unified social credit code',
    hint: 'Two characters of a name are enough, or its pinyin initials; a code has 18 characters. For sole traders give the whole name or the code.',
    button: 'Look up',
    suggestions: 'Possible organisations',
  },
} satisfies Record<Language, Record<string, string>>;

/** The box; `value` is what was typed before. */
export function searchBox(
  language: Language,
  options: { readonly value?: string; readonly large?: boolean; readonly headless?: boolean } = {},
): Html {
  const { label, hint, button, suggestions } = words[language];
  return html`<form class="search${options.large && html` large`}" role="search" method="get" action="${addressIn(language, '/search')}">
<label for="q">${label}</label>
<div class="row"><div class="box"><input id="q" name="q" type="search" value="${options.value ?? ''}" maxlength="120" spellcheck="false" autocapitalize="off" aria-describedby="q-hint" data-suggest="/search/suggestions" data-suggest-label="${suggestions}"></div><button>${button}</button></div>
<p class="hint" id="q-hint">${hint}</p>
</form>`;
}
