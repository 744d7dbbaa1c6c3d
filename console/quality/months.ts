/** Months as 'YYYY-MM', in a row without gaps, as an axis of time needs them. */

/** All months from `first` to `last`, both included; none without a first. */
export function monthsFrom(first: string | undefined, last: string): string[] {
  if (first === undefined) return [];
  const numberOf = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
  const months: string[] = [];
  for (let number = numberOf(first); number <= numberOf(last); number++) {
    months.push(`${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`);
  }
  return months;
}
