/** /charter: the thirteen rules that stand above everything, how each is enforced, and where it stands today. */
import { html } from '../../../../platform/html/index.ts';
import type { PageContent, Visit } from '../../../../platform/html/page.ts';
import { facts } from '../../../../platform/html/parts.ts';
import { en } from './words.en.ts';
import { zh } from './words.zh.ts';

const dictionaries = { zh, en };

/** Answers `/charter`. */
export function charterPage({ language }: Visit): PageContent {
  const words = dictionaries[language];
  const rules = words.rules.map(
    ({ no, name, rule, enforced, today }) => html`<section aria-labelledby="${no}">
<h2 id="${no}" class="small">${no} ${name}</h2><p>${rule}</p>
${facts([
  [words.enforced, enforced],
  [words.today, today],
])}</section>`,
  );
  const paragraphs = (texts: readonly string[]) => texts.map((text) => html`<p>${text}</p>`);
  return {
    title: words.title,
    section: '/help',
    main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
${paragraphs(words.intro)}${rules}<hr>${paragraphs(words.further)}`,
  };
}
