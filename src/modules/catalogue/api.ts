/** The entrances of the catalogue: all items, and one with its data standard. */
import type { RoutePlugin } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { catalogueAnswer, itemAnswer, itemParams } from './api-shapes.ts';
import { draftsApi } from './drafts-api.ts';
import { itemNotInCatalogue } from './problems.ts';
import { findPublicItem, listPublicItems } from './public-catalogue.ts';

/** Routes /api/v1/public/catalogue and /api/v1/public/catalogue/{item}, and those of drafts. */
export function catalogueApi(platform: Platform): RoutePlugin {
  return (server) => {
    draftsApi(platform)(server);
    server.get(
      '/api/v1/public/catalogue',
      {
        config: { access: 'public' },
        schema: {
          tags: ['catalogue'],
          operationId: 'listCatalogue',
          summary: 'The catalogue of public credit information',
          description:
            'Every item with its legal basis, openness, retention and the period in which it is in force.',
          response: { 200: catalogueAnswer },
        },
      },
      async () => ({ items: await listPublicItems(platform.db.portal), next: null }),
    );

    server.get(
      '/api/v1/public/catalogue/:item',
      {
        config: { access: 'public', problems: [itemNotInCatalogue] },
        schema: {
          tags: ['catalogue'],
          operationId: 'getCatalogueItem',
          summary: 'An item with its data standard',
          description:
            'Fields with codes, Chinese names, aliases, requirement, openness, and the code lists they refer to.',
          params: itemParams,
          response: { 200: itemAnswer },
        },
      },
      async (request) => {
        const found = await findPublicItem(platform.db.portal, request.params.item);
        if (found === undefined) throw new Problem(itemNotInCatalogue);
        return found;
      },
    );
  };
}
