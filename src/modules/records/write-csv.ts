/** Public records as CSV: streamed, with the data standard's headers, and no cell that a spreadsheet would run. */
import { BYTE_ORDER_MARK, csvLine } from '../../platform/csv.ts';
import type { ItemDefinition } from '../catalogue/index.ts';
import type { PublicRecord } from './public-record.ts';

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
  yield `${BYTE_ORDER_MARK}${csvLine([...fields.map((field) => field.name.zh), '公示自', '公示至(不含)', '网址'])}`;
  let last: PublicRecord | undefined;
  for (;;) {
    const records = await pages(last);
    if (records.length === 0) return;
    yield records
      .map((record) =>
        csvLine([
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
