/** A problem as a bare page, for when the portal's own layout is not there. */
import { html } from '../platform/html/index.ts';
import type { ProblemView } from '../platform/http/index.ts';
import { languageTag } from '../platform/language.ts';

/** A complete page without style or script. */
export function plainProblemPage({ definition, detail, language, traceId }: ProblemView) {
  return html`<!doctype html>
<html lang="${languageTag[language]}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${definition.title[language]}</title></head>
<body><main><h1>${definition.title[language]}</h1>
${detail ? html`<p>${detail}</p>` : null}
<p>${definition.advice[language]}</p>
<p><a href="${language === 'en' ? '/en/' : '/'}">${language === 'en' ? 'Home' : '首页'}</a></p>
<p><small>${traceId}</small></p></main></body>
</html>`;
}
