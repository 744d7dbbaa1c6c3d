/** Public records as CSV: streamed, with the data standard's headers, and no cell that a spreadsheet would run. */
import { isFormula } from '../../kernel/text.ts';
import type { ItemDefinition } from '../catalogue/index.ts';
import type { PublicRecord } from './public-record.ts';

/** One cell after RFC 4180; what looks like a formula gets an apostrophe in front (OWASP, CSV injection). */
export function csvCell(text: string): string {
  const safe = isFormula(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function line(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/**
 * Writes pages of records as they are read, one page in memory at a time. The byte order mark lets spreadsheets see
 * that it is UTF-8. The last three columns are this platform's: public from, until (exclusive), address.
 * @param pages gives the records behind the last one given, [] at the end
 */
export async function* writeCsv(
  item: ItemDefinition,
  pages: (after: PublicRecord | undefined) => Promise<readonly PublicRecord[]>,
): AsyncGenerator<string> {
  const fields = item.fields.filter((field) => field.openness === 'open');
  yield `\uFEFF${line([...fields.map((field) => field.name.zh), '公示自', '公示至(不含)', '网址'])}`;
  let last: PublicRecord | undefined;
  for (;;) {
    const records = await pages(last);
    if (records.length === 0) return;
    yield records
      .map((record) =>
        line([
          ...fields.map((field) => record.fields[field.code] ?? ''),
          record.publicFrom,
          record.publicUntil ?? '',
          `/records/${record.id}`,
        ]),
      )
      .join('');
    last = records.at(-1);
  }
}
