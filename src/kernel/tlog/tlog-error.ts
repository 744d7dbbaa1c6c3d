/** The one error of reading a transparency log: its message says what is wrong, in Chinese and English. */

/** What was read is not what C2SP's documents prescribe, or is not signed by whom it should be. */
export class TlogError extends Error {
  override readonly name = 'TlogError';

  constructor(zh: string, en: string) {
    super(`${zh} ${en}`);
  }
}
