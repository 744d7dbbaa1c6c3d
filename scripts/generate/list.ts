// The list of generated files: each is committed, and `npm run check` fails when one is not what its generator writes.
import { makeFloorsPage } from './floors-page.ts';
import { makeSchema } from './schema/make-schema.ts';

/** One generated file. `make` returns its whole text and reads nothing that changes from machine to machine. */
export interface Generator {
  /** Where it is written, relative to the repository. */
  file: string;
  make(): Promise<string>;
}

export const generators: readonly Generator[] = [
  { file: 'docs/reference/floors.md', make: async () => makeFloorsPage() },
  { file: 'db/schema.sql', make: makeSchema },
];
