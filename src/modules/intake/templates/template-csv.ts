/** The template of an item as CSV: its header alone. */
import type { ItemDefinition } from '../../catalogue/pure.ts';
import { csvText } from '../reading/write-csv.ts';
import { templateColumns } from './template-columns.ts';

/** With a byte order mark, so that a spreadsheet reads it as UTF-8. */
export async function templateCsv(definition: ItemDefinition): Promise<string> {
  const cells = templateColumns(definition, []).map(({ header }) => header);
  async function* rows() {
    yield [{ row: 1, cells }];
  }
  let text = '';
  for await (const part of csvText(rows())) text += part;
  return text;
}
