/** /rules and /rules/{code}: every rule by which rows are checked, what it means and how to mend what breaks it. */
import { type Html, html } from '../../platform/html/index.ts';
import { addPage } from '../../platform/html/page.ts';
import { crumbs } from '../../platform/html/parts.ts';
import type { Server } from '../../platform/http/index.ts';
import type { Language, Words } from '../../platform/language.ts';
import { Problem } from '../../platform/problem.ts';
import { notFound } from '../../platform/problems.ts';
import { ruleExamples } from './rule-examples.ts';
import { frameWords } from './words.ts';

/** A rule with its words. */
export type RuleText = {
  readonly severity: 'error' | 'warning' | 'held' | 'info';
  readonly title: Words;
  readonly advice: Words;
};

/** Rules by code, as intake lists them. */
export type RuleBook = Readonly<Record<string, RuleText>>;

type Group = 'file' | 'header' | 'row';

function groupOf(code: string): Group {
  if (code.startsWith('file.') || code.startsWith('xlsx.')) return 'file';
  return code.startsWith('column.') || code.startsWith('header.') ? 'header' : 'row';
}

function groupList(rules: RuleBook, group: Group, language: Language, to: (path: string) => string): Html {
  const words = frameWords[language].rules;
  const entries = Object.entries(rules)
    .filter(([code]) => groupOf(code) === group)
    .map(
      ([code, { severity, title }]) => html`<li><a href="${to(`/rules/${code}`)}">${title[language]}</a>
<span class="quiet small-text"><span class="plain-code">${code}</span> · ${words.severityShort[severity]}</span></li>`,
    );
  return entries.length === 0 ? html`` : html`<h2>${words.groups[group]}</h2><ul>${entries}</ul>`;
}

function exampleOf(code: string, language: Language): Html | undefined {
  const example = ruleExamples[code];
  if (!example) return undefined;
  const words = frameWords[language].rules;
  return html`<h2 class="small">${words.example}</h2>
<dl class="facts"><div><dt>${words.wrong}</dt><dd>${example.wrong}</dd></div>
<div><dt>${words.right}</dt><dd>${example.right}</dd></div></dl>`;
}

/** Adds the pages for the rules of a book. */
export function addRulePages(server: Server, rules: RuleBook): void {
  addPage(server, '/rules', ({ language, to }) => {
    const words = frameWords[language].rules;
    return {
      title: words.title,
      main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
${(['file', 'header', 'row'] as const).map((group) => groupList(rules, group, language, to))}
<p class="quiet">${words.placeholders}</p>`,
    };
  });
  addPage(server, '/rules/:code', ({ language, param, to }) => {
    const words = frameWords[language].rules;
    const code = param('code');
    const rule = Object.hasOwn(rules, code) ? rules[code] : undefined;
    if (!rule) throw new Problem(notFound);
    const hasPlaceholder = /\{\w+\}/.test(rule.title[language] + rule.advice[language]);
    return {
      title: rule.title[language],
      main: html`${crumbs(language, [{ name: words.title, address: to('/rules') }])}
<h1>${rule.title[language]}</h1>
<dl class="facts">
<div><dt>${words.rule}</dt><dd class="plain-code">${code}</dd></div>
<div><dt>${words.outcome}</dt><dd>${words.severity[rule.severity]}</dd></div>
<div><dt>${words.mend}</dt><dd>${rule.advice[language]}</dd></div>
</dl>
${exampleOf(code, language)}
${hasPlaceholder && html`<p class="quiet">${words.placeholders}</p>`}`,
    };
  });
}
