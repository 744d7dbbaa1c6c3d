/** The door of quality: recounting a unit's figures and reading them. */
export { listTimeliness, type UnitTimeliness } from './figures.ts';
export { recount, recountUnfixed } from './recount.ts';
