/** /api/docs: the description of the API as pages for people, made on the server from the very document machines get. */
import { type Html, html } from '../../platform/html/index.ts';
import { addPage, type PageContent, type Visit } from '../../platform/html/page.ts';
import { crumbs } from '../../platform/html/parts.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';
import type { ApiDocument } from '../../platform/http/openapi-document.ts';
import { Problem } from '../../platform/problem.ts';
import { notFound } from '../../platform/problems.ts';
import { operationSection, type PlacedOperation, problemLink } from './operation.ts';
import { prose } from './prose.ts';
import { docsWords } from './words.ts';

type Group = { readonly name: string; readonly slug: string; readonly operations: PlacedOperation[] };

/** The groups in the order of the document's tags. */
function groupsOf(document: ApiDocument): Group[] {
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method, path, operation })),
  );
  return (document.tags ?? []).map(({ name }) => ({
    name,
    slug: name.replaceAll(' ', '-'),
    operations: all.filter(({ operation }) => operation.tags?.[0] === name),
  }));
}

function overview(document: ApiDocument, { language, to }: Visit): PageContent {
  const words = docsWords[language];
  const groups = groupsOf(document).map(({ name, slug, operations }): Html => {
    const lines = operations.map(
      ({
        method,
        path,
        operation,
      }) => html`<li><a href="${to(`/api/docs/${slug}`)}#${operation.operationId}" lang="en">${operation.summary}</a>
<span class="address"><b>${method.toUpperCase()}</b> <code>${path}</code></span></li>`,
    );
    return html`<h2><a href="${to(`/api/docs/${slug}`)}">${words.groupTitles[name] ?? name}</a></h2><ul class="operations">${lines}</ul>`;
  });
  const { version, license } = document.info;
  return {
    title: words.title,
    description: words.lead,
    main: html`<h1>${words.title}</h1><p class="lead">${words.lead}</p>
<p><a href="/api/openapi.json">${words.document}</a> <span class="quiet">${words.version} ${version}${license && html` · ${words.licence} ${license.name}`}</span></p>
${words.about ? prose(words.about) : prose(document.info.description)}
${groups}
<p>${words.anyProblem}</p><ul>${['fault', 'unavailable'].map((type) => problemLink(type, language))}</ul>`,
  };
}

function groupPage(document: ApiDocument, visit: Visit): PageContent {
  const { language, to } = visit;
  const words = docsWords[language];
  const group = groupsOf(document).find(({ slug }) => slug === visit.param('group'));
  if (!group) throw new Problem(notFound);
  const title = words.groupTitles[group.name] ?? group.name;
  const about =
    words.groupAbout?.[group.name] ?? document.tags?.find(({ name }) => name === group.name)?.description;
  return {
    title: `${title} · ${words.title}`,
    main: html`${crumbs(language, [{ name: words.back, address: to('/api/docs') }])}
<h1>${title}</h1><p class="lead">${about}</p>
${group.operations.map((operation) => operationSection(operation, language))}`,
  };
}

/** Pages /api/docs and /api/docs/{group}, in both languages; for the portal's frame. */
export function apiDocs(): RoutePlugin {
  return (server) => {
    addPage(server, '/api/docs', (visit) => overview(server.apiDocument(), visit));
    addPage(server, '/api/docs/:group', (visit) => groupPage(server.apiDocument(), visit));
  };
}
