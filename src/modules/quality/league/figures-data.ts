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

/** The weights in force on a day. @throws Error for a day before the first edition */
export function weightsOn(day: string): Weights {
  const edition = figuresFile.editions.find(({ from, until }) =>
    contains(until === null ? { from } : { from, until }, day),
  );
  if (!edition) throw new Error(`data/quality/figures.json has no weights on ${day}`);
  return edition.weights;
}

/** Where the weights come from and how sure that is. */
export const weightsSource = { source: figuresFile.source, confidence: figuresFile.confidence };
