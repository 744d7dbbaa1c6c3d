/** The door of quality: recounting a unit's figures and reading them. */

export { compareSources } from './contradictions/compare-sources.ts';
export {
  listMonthsBelowRegister,
  listOpenContradictions,
} from './contradictions/open-questions.ts';
export { listTimeliness, type UnitTimeliness } from './figures.ts';
export { type DeclaredMonth, declareRegister, listDeclaredMonths } from './league/declare-register.ts';
export { recount, recountUnfixed } from './recount.ts';
