/** Shares as whole ten-thousandths: whoever counts again, in any language, comes to the same last digit. */

const SCALE = 10_000;

/** `part / of` rounded half up to four decimals, as ten-thousandths; null where there is nothing to count. */
export function shareOf(part: number, of: number): number | null {
  return of === 0 ? null : Math.floor((2 * part * SCALE + of) / (2 * of));
}

/** The weighted mean of the shares that could be counted, rounded half up; null where none could. */
export function weightedMean(
  shares: readonly { readonly share: number | null; readonly weight: number }[],
): number | null {
  let [sum, weights] = [0, 0];
  for (const { share, weight } of shares) {
    if (share === null) continue;
    sum += share * weight;
    weights += weight;
  }
  return weights === 0 ? null : Math.floor((2 * sum + weights) / (2 * weights));
}

/** Ten-thousandths as a number between 0 and 1 with four decimals, as the API gives it. */
export const asNumber = (share: number | null): number | null => (share === null ? null : share / SCALE);
