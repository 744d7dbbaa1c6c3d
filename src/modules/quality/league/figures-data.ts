/** The figures of the league, their order and their weights, from data/quality/figures.json. */
import figuresFile from '../../../../data/quality/figures.json' with { type: 'json' };
import { contains } from '../../../kernel/period.ts';

/** In the order in which they are shown. */
export const FIGURES = [
  'completeness',
  'compliance',
  'timeliness',
  'reported',
  'storage',
  'accuracy',
] as const;
export type Figure = (typeof FIGURES)[number];

export type Weights = Readonly<Record<Figure, number>>;

/** How figures come together: their weights, and how many must be counted for an index; of few it would say little. */
export interface Scheme {
  readonly weights: Weights;
  readonly fewestFigures: number;
}

/** Nothing is counted for months before the first scheme. */
export const FIRST_DAY = figuresFile.editions.map(({ from }) => from).sort()[0] ?? '';

/** The scheme in force on a day. @throws Error for a day before the first edition */
export function schemeOn(day: string): Scheme {
  const edition = figuresFile.editions.find(({ from, until }) =>
    contains(until === null ? { from } : { from, until }, day),
  );
  if (!edition) throw new Error(`data/quality/figures.json has no scheme on ${day}`);
  return edition;
}
