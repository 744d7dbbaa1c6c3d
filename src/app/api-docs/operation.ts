/** One operation of the API as a section of a page: who may call it, what it takes and gives, what can go wrong. */
import { type Html, html } from '../../platform/html/index.ts';
import { addressIn } from '../../platform/html/page.ts';
import { table } from '../../platform/html/parts.ts';
import type { Answer, Media, Operation, Parameter } from '../../platform/http/openapi-document.ts';
import type { Language } from '../../platform/language.ts';
import { findProblem } from '../../platform/problem.ts';
import { fieldsOf, typeOf } from './fields.ts';
import { inline } from './prose.ts';
import { type DocsWords, docsWords } from './words.ts';

/** An operation with where it stands. */
export type PlacedOperation = {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
};

function who({ 'x-access': access }: Operation, words: DocsWords): string {
  if (!access) return words.everybody;
  const roles = access.roles.map((role) => words.roles[role] ?? role);
  return [...roles, ...(access.clients ? [words.clients] : [])].join(words === docsWords.zh ? '、' : ', ');
}

function exampleText(example: unknown): string {
  return typeof example === 'string' ? example : JSON.stringify(example, null, 2);
}

function parameters(list: readonly Parameter[], language: Language): Html | undefined {
  const words = docsWords[language];
  if (list.length === 0) return undefined;
  const rows = list.map(
    ({ name, in: place, required, description, schema, example }) => html`<tr>
<th scope="row"><code>${name}</code></th><td>${words.places[place]}, ${required ? words.required : words.optional}</td>
<td>${typeOf(schema)}</td><td>${inline(description ?? '')} ${example !== null && html`<code>${exampleText(example)}</code>`}</td></tr>`,
  );
  return table(language, words.parameters, [words.name, words.place, words.type, words.meaning], rows);
}

function fieldTable(media: Media, what: string, language: Language): Html | undefined {
  const words = docsWords[language];
  const fields = fieldsOf(media.schema ?? {});
  if (fields.length === 0) return undefined;
  const rows = fields.map(
    ({ path, type, required, description }) => html`<tr><th scope="row"><code>${path}</code></th>
<td>${type}${!required && html`, ${words.optional}`}</td><td>${inline(description)}</td></tr>`,
  );
  const caption = words.fieldsOf(what);
  return html`<details><summary>${caption}</summary>
${table(language, caption, [words.name, words.type, words.meaning], rows)}</details>`;
}

function content(part: { content?: Record<string, Media> }, what: string, language: Language): Html {
  const medias = Object.entries(part.content ?? {});
  return html`${medias.map(
    ([type, media]) => html`<p class="small-text"><code>${type}</code></p>
<pre class="example" tabindex="0" aria-label="${docsWords[language].example}: ${what}"><code>${exampleText(media.example)}</code></pre>
${fieldTable(media, what, language)}`,
  )}`;
}

function body({ requestBody, summary }: Operation, language: Language): Html | undefined {
  if (!requestBody) return undefined;
  const words = docsWords[language];
  const { description } = requestBody;
  return html`<h3>${words.body}</h3>${description && html`<p>${inline(description)}</p>`}
${content(requestBody, `${summary}, ${words.body}`, language)}`;
}

function isProblem({ content: medias }: Answer): boolean {
  return medias?.['application/problem+json'] !== undefined;
}

function answers({ responses, summary }: Operation, language: Language): Html[] {
  const words = docsWords[language];
  return Object.entries(responses)
    .filter(([, answer]) => !isProblem(answer))
    .map(
      ([status, answer]) => html`<h3>${words.answer} ${status}</h3><p>${inline(answer.description)}</p>
${content(answer, `${summary}, ${status}`, language)}`,
    );
}

/** A link to the page of a kind of problem. */
export function problemLink(type: string, language: Language): Html | undefined {
  const problem = findProblem(type);
  if (!problem) return undefined;
  const address = addressIn(language, `/problems/${type}`);
  return html`<li>${problem.status} <a href="${address}">${problem.title[language]}</a></li>`;
}

function problems(operation: Operation, language: Language): Html | undefined {
  const types = operation['x-problems'] ?? [];
  if (types.length === 0) return undefined;
  return html`<h3>${docsWords[language].problems}</h3><ul>${types.map((type) => problemLink(type, language))}</ul>`;
}

/** The section; its id is the operation's, so that it can be linked to. */
export function operationSection({ method, path, operation }: PlacedOperation, language: Language): Html {
  const words = docsWords[language];
  return html`<section class="operation" id="${operation.operationId}" aria-labelledby="${operation.operationId}-title">
<h2 class="small" id="${operation.operationId}-title" lang="en">${operation.summary}</h2>
<p class="address"><b>${method.toUpperCase()}</b> <code>${path}</code></p>
${operation.description && html`<p lang="en">${inline(operation.description)}</p>`}
<p class="small-text">${words.who}: ${who(operation, words)}</p>
${parameters(operation.parameters ?? [], language)}
${body(operation, language)}
${answers(operation, language)}
${problems(operation, language)}
</section>`;
}
