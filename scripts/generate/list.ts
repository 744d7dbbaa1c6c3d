// The list of generated files: each is committed, and `npm run check` fails when one is not what its generator writes.
import { makeFloorsPage } from './floors-page.ts';
import { makeApiPage } from './reference/api-page.ts';
import { makeAsvsPage, makeLevel3Page } from './reference/controls-pages.ts';
import { makeCryptographyPage } from './reference/cryptography-page.ts';
import { describeServer } from './reference/described-server.ts';
import { assessedItems, makeImpactPage } from './reference/impact-page.ts';
import { makePermissionsPage } from './reference/permissions-page.ts';
import { makePostsPage } from './reference/posts-page.ts';
import { makeProblemsPage } from './reference/problems-page.ts';
import { makeSchema } from './schema/make-schema.ts';

/** One generated file. `make` returns its whole text and reads nothing that changes from machine to machine. */
export interface Generator {
  /** Where it is written, relative to the repository. */
  file: string;
  make(): Promise<string>;
}

let described: ReturnType<typeof describeServer> | undefined;

/** Built once for all pages that are made from it. */
function server(): ReturnType<typeof describeServer> {
  described ??= describeServer();
  return described;
}

export const generators: readonly Generator[] = [
  { file: 'docs/reference/floors.md', make: async () => makeFloorsPage() },
  { file: 'docs/reference/api.md', make: async () => makeApiPage((await server()).document) },
  { file: 'docs/reference/permissions.md', make: async () => makePermissionsPage((await server()).doors) },
  { file: 'docs/reference/problems.md', make: async () => makeProblemsPage((await server()).document) },
  {
    file: 'docs/reference/posts-and-powers.md',
    // Modules define their permissions and acts when the server is built.
    make: async () => {
      await server();
      return makePostsPage();
    },
  },
  { file: 'docs/reference/asvs.md', make: async () => makeAsvsPage() },
  { file: 'docs/reference/cryptography.md', make: makeCryptographyPage },
  { file: 'docs/reference/level-3-protection.md', make: async () => makeLevel3Page() },
  ...assessedItems.map((item) => ({
    file: `docs/reference/impact-${item}.md`,
    make: async () => makeImpactPage(item),
  })),
  { file: 'db/schema.sql', make: makeSchema },
];
