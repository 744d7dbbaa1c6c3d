/** /problems and /problems/{type}: every kind of problem with what it means and what to do. */
import { html } from '../../platform/html/index.ts';
import { addPage } from '../../platform/html/page.ts';
import { crumbs } from '../../platform/html/parts.ts';
import type { Server } from '../../platform/http/index.ts';
import { findProblem, listProblems, Problem } from '../../platform/problem.ts';
import { notFound } from '../../platform/problems.ts';
import { frameWords } from './words.ts';

/** Adds the pages; they read the registry when asked, so modules may define problems in any order. */
export function addProblemPages(server: Server): void {
  addPage(server, '/problems', ({ language, to }) => {
    const words = frameWords[language].problems;
    const entries = listProblems().map(
      ({ type, title }) => html`<li><a href="${to(`/problems/${type}`)}">${title[language]}</a></li>`,
    );
    return {
      title: words.title,
      main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p><ul>${entries}</ul>`,
    };
  });
  addPage(server, '/problems/:type', ({ language, param, to }) => {
    const words = frameWords[language];
    const problem = findProblem(param('type'));
    if (!problem) throw new Problem(notFound);
    return {
      title: problem.title[language],
      main: html`${crumbs(language, [{ name: words.problems.title, address: to('/problems') }])}
<h1>${problem.title[language]}</h1>
<h2 class="small">${words.whatToDo}</h2>
<p>${problem.advice[language]}</p>
<p class="quiet">${words.problems.type} <span class="plain-code">${problem.type}</span> · ${words.problems.status} ${problem.status}</p>`,
    };
  });
}
