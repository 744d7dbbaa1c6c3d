/** Every protected table, in sight on one page: what the transparency log commits to and its monitor watches. */
import { agentSources } from '../modules/agents/index.ts';
import { catalogueSource, supplySource } from '../modules/catalogue/index.ts';
import { accessSource } from '../modules/disclosure/index.ts';
import { identitySources } from '../modules/identity/index.ts';
import { basisUseSource, lawSource, ruleVersionSource, workingDayTable } from '../modules/law/index.ts';
import { noticeSources } from '../modules/notices/index.ts';
import { personSources } from '../modules/persons/index.ts';
import { publicitySource } from '../modules/publicity/index.ts';
import { recordIdentityTable, recordSource, versionEndSource } from '../modules/records/index.ts';
import { aliasSources } from '../modules/subjects/index.ts';
import { incidentSource } from '../modules/supervision/index.ts';
import { type DerivedTable, type LogSource, removalSource } from '../modules/transparency/index.ts';

/** Lower floors first; a module offers its source through its index.ts. */
export const logSources: readonly LogSource[] = [
  removalSource,
  ...identitySources,
  lawSource,
  basisUseSource,
  ruleVersionSource,
  ...noticeSources,
  ...aliasSources,
  ...agentSources,
  catalogueSource,
  supplySource,
  publicitySource,
  recordSource,
  versionEndSource,
  ...personSources,
  accessSource,
  incidentSource,
];

/** Tables that follow from those: the monitor computes them again. */
export const derivedTables: readonly DerivedTable[] = [workingDayTable, recordIdentityTable];
