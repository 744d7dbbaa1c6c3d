/** The catalogue as a source of the transparency log. */
import { type LogSource, stateSource } from '../transparency/index.ts';
import { stateOfCatalogue, stateOfSupply } from './queries.ts';

/** Editions and items with their definitions and states. */
export const catalogueSource: LogSource = stateSource('catalogue.items', stateOfCatalogue);

/** Which items units hand in by name, beyond their sectors. */
export const supplySource: LogSource = stateSource('catalogue.item_unit', stateOfSupply);
