/** A problem as a page in the portal's frame: what is wrong, what to do, and a way back. */
import { type Html, html } from '../../platform/html/index.ts';
import { addressIn, plainPath } from '../../platform/html/page.ts';
import type { ProblemView } from '../../platform/http/index.ts';
import { framed } from './layout.ts';
import { frameWords } from './words.ts';

/**
 * Renders a problem. The trace id stands there only for faults of ours: a page that says "there is nothing here" must
 * be the same each time, whether something has been here before or not.
 */
export function problemPage(demo: boolean): (view: ProblemView) => Html {
  return ({ definition, detail, language, traceId, path }) => {
    const words = frameWords[language];
    const main = html`<h1>${definition.title[language]}</h1>
${detail && html`<p class="lead">${detail}</p>`}
<h2 class="small">${words.whatToDo}</h2>
<p>${definition.advice[language]}</p>
<p><a class="button" href="${addressIn(language, '/')}">${words.home}</a></p>
${definition.status >= 500 && html`<p class="quiet">${words.traceId} <span class="plain-code">${traceId}</span></p>`}`;
    return framed(
      { title: definition.title[language], main, noindex: true },
      { language, path: plainPath(path), query: '', origin: '', demo },
    );
  };
}
