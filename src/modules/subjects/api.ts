/** Addresses of subjects: search, one subject by its code, names while typing; merging is in merges-api. */
import { toHalfWidth } from '../../kernel/text.ts';
import type { RoutePlugin, Server } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import {
  codeInAddress,
  searchAnswer,
  searchQuestion,
  subjectShape,
  suggestionAnswer,
  suggestionQuestion,
} from './api-shapes.ts';
import { findSubject } from './find-subject.ts';
import { addMerges } from './merges-api.ts';
import { subjectNotFound } from './problems.ts';
import { findRegistrationBasis } from './registration-basis.ts';
import { searchNames } from './search-names.ts';
import { suggestNames } from './suggest-names.ts';

const PAGE = 20;

/** Routes /api/v1/public/subjects, /api/v1/public/subjects/{uscc} and /api/v1/public/suggestions. */
export function subjectsApi(platform: Platform): RoutePlugin {
  return (server) => {
    addSearch(server, platform);
    addSubject(server, platform);
    addSuggestions(server, platform);
    addMerges(server, platform);
  };
}

function addSearch(server: Server, platform: Platform): void {
  server.get(
    '/api/v1/public/subjects',
    {
      config: { access: 'public' },
      schema: {
        tags: ['public'],
        operationId: 'searchSubjects',
        summary: 'Search subjects by code or name',
        description:
          'Sole traders and other subjects under charter rule C13 are found by exact code or full name only. Results are ordered by name, never by records.',
        querystring: searchQuestion,
        response: { 200: searchAnswer },
      },
    },
    async (request, reply) => {
      const offset = Number(request.query.next ?? 0);
      const page = await searchNames(platform.db.portal, request.query.q, { limit: PAGE, offset });
      const ground = await findRegistrationBasis(platform.db.portal);
      reply.header('cache-control', 'no-store');
      return {
        items: page.items.map((item) => ({
          uscc: item.uscc,
          name: item.name,
          status: item.status,
          registeredOn: item.registeredOn,
          area: item.areaCode,
          provisional: item.provisional,
          ...(item.matchedName === undefined ? {} : { matchedName: item.matchedName }),
          ...ground,
        })),
        next: page.next === undefined ? null : String(page.next),
        total: page.total,
        more: page.more,
        how: page.how,
      };
    },
  );
}

function addSubject(server: Server, platform: Platform): void {
  server.get(
    '/api/v1/public/subjects/:uscc',
    {
      config: { access: 'public', problems: [subjectNotFound] },
      schema: {
        tags: ['public'],
        operationId: 'getSubject',
        summary: 'One subject by its unified social credit code',
        description: 'The code of a subject that was merged into another gives that other.',
        params: codeInAddress,
        response: { 200: subjectShape },
      },
    },
    async (request, reply) => {
      const uscc = toHalfWidth(request.params.uscc).trim().toUpperCase();
      const subject = await findSubject(platform.db.portal, uscc);
      if (!subject) throw new Problem(subjectNotFound);
      reply.header('cache-control', 'no-store');
      return {
        uscc: subject.uscc,
        name: subject.name,
        formerNames: [...subject.formerNames],
        kind: subject.kind,
        status: subject.status,
        registeredOn: subject.registeredOn,
        area: subject.areaCode,
        provisional: subject.provisional,
        legacy: subject.legacy,
        ...(await findRegistrationBasis(platform.db.portal)),
      };
    },
  );
}

function addSuggestions(server: Server, platform: Platform): void {
  server.get(
    '/api/v1/public/suggestions',
    {
      config: { access: 'public' },
      schema: {
        tags: ['public'],
        operationId: 'suggestNames',
        summary: 'Names that begin with or contain what was typed',
        description: 'At most eight. Never a sole trader or another subject under charter rule C13.',
        querystring: suggestionQuestion,
        response: { 200: suggestionAnswer },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return { items: await suggestNames(platform.db.portal, request.query.q), next: null };
    },
  );
}
