/**
 * A second generator of leaks, by another hand: it shares nothing with the detector, its tests or the first generator, neither
 * code nor patterns nor lists. Number schemes, checksums, disguises and sentences are written from what administrative free
 * texts look like; the detector was not read for it. Where it finds a gap, the detector is mended, not this file.
 */
import { drawsFrom } from './foreign/draw.ts';
import { MAIL_AND_HOME_FORMS } from './foreign/mail-and-home-forms.ts';
import { NUMBER_FORMS } from './foreign/number-forms.ts';
import { OWN_FORMS } from './foreign/own-forms.ts';
import type { Cells, Form } from './foreign/writing.ts';

/** A leak: which kind in which disguise, and the cells of one row that carry it. */
export interface ForeignLeak {
  kind: string;
  form: string;
  cells: Cells;
}

const FORMS: readonly Form[] = [...NUMBER_FORMS, ...OWN_FORMS, ...MAIL_AND_HOME_FORMS];

/** `count` leaks, spread evenly over every kind and disguise; the same for the same seed. */
export function* generateForeignLeaks(count: number, seed: number): Generator<ForeignLeak> {
  const draw = drawsFrom(seed);
  for (let index = 0; index < count; index++) {
    const [kind, form, write] = FORMS[index % FORMS.length] as Form;
    yield { kind, form, cells: write(draw) };
  }
}
