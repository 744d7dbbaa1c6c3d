// Digits as people write them: in other scripts, in groups, with anything but words between the groups.

/** A found piece of text: positions in the original, half-open. */
export interface TextRange {
  readonly from: number;
  readonly until: number;
}

/** Digits without a break (or the X that ends an identity number), and what stands between them and the group before. */
export interface DigitGroup extends TextRange {
  readonly digits: string;
  readonly gap: string;
}

/** Chinese numerals by their value: plain, in speech (幺), and as on cheques. */
const NUMERALS = ['〇零○', '一幺壹', '二贰', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'];
const VALUES = new Map(NUMERALS.flatMap((all, value) => [...all].map((one) => [one, String(value)])));
const ANY_NUMERAL = new RegExp(`[${NUMERALS.join('')}]`, 'g');

/** Letters that scans and hurried hands put for 0 and 1, unless a word stands against them. */
const WITH_LOOK_ALIKES = /(?<![A-Za-z])[0-9OoIl]+(?![A-WYZa-wyz])/g;

/** Blanks of every width, characters one can't see, strokes, dots, commas and brackets. */
const GAP_CHARACTERS = String.raw`\s\u00AD\u200B-\u200D\u2060\uFEFF\-‐-―－−_·・•.．。,，、/\\|()（）[\]`;

/** As much as stands between two groups of one number: a line break with its indent. */
export const WIDEST_GAP = 6;

const GAP = new RegExp(`^[${GAP_CHARACTERS}]{0,${WIDEST_GAP}}$`);
const GROUP = /\d+|[Xx×Х✕*]/g;

/** Whether a character may stand between two groups of digits. */
export function isGapCharacter(character: string): boolean {
  return character !== '' && GAP.test(character);
}

/** Whether a character may be read as a digit: of any width or script, or a letter that looks like one. */
export function isDigitCharacter(character: string): boolean {
  return /[0-9０-９OoIlＯｏＩｌ]/.test(character) || VALUES.has(character);
}

/**
 * The ways to read a half-width text's digits: as they stand, with Chinese numerals, with look-alikes. All are as long as
 * the text, so that places hold; a way that changes nothing is left out.
 */
export function digitReadings(plain: string): string[] {
  const numerals = plain.replace(ANY_NUMERAL, (one) => VALUES.get(one) ?? one);
  const letters = plain.replace(WITH_LOOK_ALIKES, (one) =>
    /\d/.test(one) ? one.replace(/[Oo]/g, '0').replace(/[Il]/g, '1') : one,
  );
  return [...new Set([plain, numerals, letters])];
}

/** Groups of digits with no more than a gap between them, run by run. */
export function digitRuns(reading: string): DigitGroup[][] {
  const runs: DigitGroup[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const { 0: digits, index: from } of reading.matchAll(GROUP)) {
    const gap = from - end > WIDEST_GAP ? undefined : reading.slice(end, from);
    const group = { digits: /\d/.test(digits) ? digits : 'X', from, until: from + digits.length };
    if (gap !== undefined && GAP.test(gap)) runs.at(-1)?.push({ ...group, gap });
    else runs.push([{ ...group, gap: '' }]);
    end = group.until;
  }
  return runs;
}
