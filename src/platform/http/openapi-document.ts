/** Completes the description that is made from the routes: problems, examples and plain words for every answer. */
import { STATUS_CODES } from 'node:http';
import { findProblem, type ProblemDefinition } from '../problem.ts';
import { fault, unavailable } from '../problems.ts';
import { exampleOf, type Report, type Schema } from './openapi-example.ts';

/** Content of a body or an answer in one media type. */
export type Media = { schema?: Schema; example?: unknown; examples?: Record<string, unknown> };
export type Answer = { description: string; content?: Record<string, Media> };
export type Parameter = {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly description?: string;
  readonly schema: Schema;
  example?: unknown;
};

/** One method of one address. */
export type Operation = {
  readonly operationId?: string;
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly parameters?: Parameter[];
  readonly requestBody?: { readonly description?: string; readonly content: Record<string, Media> };
  responses: Record<string, Answer>;
  /** The types of the problems that it declares. */
  readonly 'x-problems'?: readonly string[];
  /** Who may ask; absent when everybody may. */
  readonly 'x-access'?: {
    readonly permission: string;
    readonly roles: readonly string[];
    readonly clients: boolean;
  };
};

/** The parts of OpenAPI 3.1 that the platform writes. */
export type ApiDocument = {
  readonly openapi: string;
  readonly info: {
    readonly title: string;
    readonly version: string;
    readonly description: string;
    readonly license?: { readonly name: string };
  };
  tags?: { readonly name: string; readonly description: string }[];
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { schemas?: Record<string, Schema> };
};

const problemSchema = {
  type: 'object',
  description: 'What is wrong and what to do, after RFC 9457; some kinds add members of their own.',
  required: ['type', 'title', 'status', 'advice', 'traceId'],
  properties: {
    type: { type: 'string', description: 'The address of a page that explains this kind of problem.' },
    title: { type: 'string', description: 'What is wrong, in the language of Accept-Language.' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What is wrong this time.' },
    advice: { type: 'string', description: 'What to do about it.' },
    traceId: { type: 'string', description: 'Names this request in the log.' },
  },
};

const traceId = '0b6ff3a2c5d14e7c9a54c7c6f0a1d9e3';

function problemAnswer(problems: readonly ProblemDefinition[]): Answer {
  const examples = problems.map(({ type, status, title, advice }) => {
    const value = { type: `/problems/${type}`, title: title.en, status, advice: advice.en, traceId };
    return [type, { summary: title.en, value }] as const;
  });
  return {
    description: problems.map(({ type, title }) => `${title.en} (/problems/${type})`).join('; '),
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' } as Schema,
        examples: Object.fromEntries(examples),
      },
    },
  };
}

function addProblems(operation: Operation): void {
  const declared = (operation['x-problems'] ?? []).map((type) => findProblem(type) as ProblemDefinition);
  for (const [status, same] of Map.groupBy(declared, (problem) => String(problem.status))) {
    operation.responses[status] ??= problemAnswer(same);
  }
  operation.responses['default'] ??= problemAnswer([fault, unavailable]);
}

function addExample(media: Media, report: Report, place: string): void {
  if (media.example === undefined && media.examples === undefined && media.schema) {
    media.example = exampleOf(media.schema, report, place);
  }
}

function complete(operation: Operation, report: Report): void {
  for (const parameter of operation.parameters ?? []) {
    parameter.example ??= exampleOf(parameter.schema, report, `?${parameter.name}`);
  }
  for (const media of Object.values(operation.requestBody?.content ?? {})) addExample(media, report, 'body');
  for (const [status, answer] of Object.entries(operation.responses)) {
    if (answer.description === 'Default Response') answer.description = STATUS_CODES[status] ?? 'Answer';
    for (const media of Object.values(answer.content ?? {})) addExample(media, report, status);
  }
  addProblems(operation);
}

/**
 * Adds to a document, in place, what the routes say only by their nature; gives the document back.
 * `report` is told of parts without an example, such as `GET /api/v1/units 200/items/0/name`.
 */
export function completeDocument(document: ApiDocument, report: Report = () => undefined): ApiDocument {
  document.components.schemas = { ...document.components.schemas, Problem: problemSchema };
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      complete(operation, (place) => report(`${method.toUpperCase()} ${path} ${place}`));
    }
  }
  // A group whose rooms are not built yet is not announced.
  const used = new Set(
    Object.values(document.paths)
      .flatMap((path) => Object.values(path))
      .flatMap(({ tags }) => tags),
  );
  if (document.tags) document.tags = document.tags.filter(({ name }) => used.has(name));
  return document;
}
