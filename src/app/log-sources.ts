/** Every protected table, in sight on one page: what the transparency log commits to and its monitor watches. */
import { catalogueSource } from '../modules/catalogue/index.ts';
import { accessSource } from '../modules/disclosure/index.ts';
import { identitySources } from '../modules/identity/index.ts';
import { lawSource } from '../modules/law/index.ts';
import { personSources } from '../modules/persons/index.ts';
import { publicitySource } from '../modules/publicity/index.ts';
import { recordSource, versionEndSource } from '../modules/records/index.ts';
import { aliasSources } from '../modules/subjects/index.ts';
import { type LogSource, removalSource } from '../modules/transparency/index.ts';

/** Lower floors first; a module offers its source through its index.ts. */
export const logSources: readonly LogSource[] = [
  removalSource,
  ...identitySources,
  lawSource,
  ...aliasSources,
  catalogueSource,
  publicitySource,
  recordSource,
  versionEndSource,
  ...personSources,
  accessSource,
];
