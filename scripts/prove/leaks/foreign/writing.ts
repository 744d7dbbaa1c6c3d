/** What a foreign leak is written as, and how a text is put around it. */
import { type Draw, oneOf } from './draw.ts';
import { sentenceAround } from './texts.ts';

/** The cells of one row that carry a leak. */
export type Cells = [string] | [string, string];

/** Writes one leak. */
export type Writer = (draw: Draw) => Cells;

/** Kind, disguise, and how it is written. */
export type Form = [kind: string, form: string, write: Writer];

/** With a label before it in half of the cases, inside a sentence in nearly all. */
export function inText(draw: Draw, labels: readonly string[], written: string): string {
  const labelled = draw() < 0.5 ? oneOf(draw, labels) + written : written;
  return draw() < 0.9 ? sentenceAround(draw, labelled) : labelled;
}

/** In a sentence, with a label. */
export function labelledInText(draw: Draw, labels: readonly string[], written: string): string {
  return sentenceAround(draw, oneOf(draw, labels) + written);
}
