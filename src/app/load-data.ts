/** Loads the facts that the platform works by (law, catalogue, calendars) from data/ into the database, in order. */
import { loadCatalogue } from '../modules/catalogue/index.ts';
import { loadPurposes } from '../modules/disclosure/index.ts';
import { completeFounding, loadLaw } from '../modules/law/index.ts';
import { loadPublicity } from '../modules/publicity/index.ts';
import type { Platform } from '../platform/index.ts';

/** One set of facts; loading the same again changes nothing. */
export type DataLoad = { readonly name: string; load(platform: Platform): Promise<void> };

/** In this order, since later ones refer to earlier ones; one line a module. */
export const dataLoads: readonly DataLoad[] = [
  { name: 'law', load: loadLaw },
  { name: 'catalogue', load: loadCatalogue },
  { name: 'publicity', load: loadPublicity },
  { name: 'purposes', load: loadPurposes },
];

/** Takes the facts of data/: an empty installation is founded on them, later changes wait for two people. Runs at every start, before the portal answers, and once for the tests. */
export async function loadData(platform: Platform): Promise<void> {
  for (const { load } of dataLoads) await load(platform);
  await completeFounding(platform);
}
