/** Figures as the console writes them: counts with thousands, sizes, shares and codes in groups of four. */

const counts = new Intl.NumberFormat('en-US');

/** 12345 → '12,345'. */
export function writeCount(count: number): string {
  return counts.format(count);
}

/** Bytes in the unit that reads best: 1536 → '1.5 KB'. */
export function writeSize(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}

/** 0.957 → '95.7%'; null → '—'. */
export function writeShare(share: number | null): string {
  return share === null ? '—' : `${(share * 100).toFixed(1).replace(/\.0$/, '')}%`;
}

/** A unified code in groups of four, as it is read aloud. */
export function groupCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1 ');
}
