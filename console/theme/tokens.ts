/** The shared tokens as numbers and colours: read from the style sheet, so that there is one source for both schemes. */

/** Colours of the scheme in use. */
export interface Tokens {
  readonly ink: string;
  readonly quietInk: string;
  readonly line: string;
  readonly paper: string;
  readonly mist: string;
  readonly pine: string;
  readonly pineHover: string;
  readonly onPine: string;
  readonly good: string;
  readonly attention: string;
  readonly serious: string;
  readonly note: string;
  readonly type: string;
}

/** Reads the tokens as they stand now; read again when the scheme changes. */
export function readTokens(): Tokens {
  const style = getComputedStyle(document.documentElement);
  const value = (name: string) => style.getPropertyValue(name).trim();
  return {
    ink: value('--ink'),
    quietInk: value('--quiet-ink'),
    line: value('--line'),
    paper: value('--paper'),
    mist: value('--mist'),
    pine: value('--pine'),
    pineHover: value('--pine-hover'),
    onPine: value('--on-pine'),
    good: value('--good'),
    attention: value('--attention'),
    serious: value('--serious'),
    note: value('--note'),
    type: value('--type'),
  };
}
