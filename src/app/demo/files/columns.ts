// The columns of the files that departments hand in: the official fields of an item, under Chinese names or codes.
import abnormal from '../../../../data/catalogue/items/abnormal-operation-list/item.json' with {
  type: 'json',
};
import licence from '../../../../data/catalogue/items/administrative-licence/item.json' with { type: 'json' };
import penalty from '../../../../data/catalogue/items/administrative-penalty/item.json' with { type: 'json' };
import court from '../../../../data/catalogue/items/court-enforcement/item.json' with { type: 'json' };
import commitment from '../../../../data/catalogue/items/credit-commitment/item.json' with { type: 'json' };
import honour from '../../../../data/catalogue/items/honour/item.json' with { type: 'json' };
import registration from '../../../../data/catalogue/items/organisation-registration/item.json' with {
  type: 'json',
};
import type { RowValues } from '../row.ts';
import type { DemoItem, FurtherItem } from '../supply.ts';

/** A column: the code of its field and its name in the header. */
export interface Column {
  readonly code: string;
  readonly name: string;
}

const FIELDS: Readonly<
  Record<DemoItem | FurtherItem, readonly { code: string; name: { zh: string }; drop?: string }[]>
> = {
  'organisation-registration': registration.fields,
  'administrative-licence': licence.fields,
  'administrative-penalty': penalty.fields,
  'credit-commitment': commitment.fields,
  honour: honour.fields,
  'abnormal-operation-list': abnormal.fields,
  'court-enforcement': court.fields,
};

/** Fields of natural persons and identity documents, which a file about organisations leaves out. */
const LEFT_OUT = (field: { code: string; drop?: string }) =>
  field.drop === undefined && field.code !== 'personCapacity';

/** The columns of an item in the order of its standard; `identity` brings in those of identity documents. */
export function columnsOf(item: DemoItem | FurtherItem, identity = false): Column[] {
  return FIELDS[item]
    .filter((field) => identity || LEFT_OUT(field))
    .map(({ code, name }) => ({ code, name: name.zh }));
}

/** The header line, as Chinese names or as codes. */
export function headerOf(columns: readonly Column[], kind: 'names' | 'codes'): string[] {
  return columns.map(({ code, name }) => (kind === 'codes' ? code : name));
}

/** The cells of a row, empty where it has no value. */
export function cellsOf(columns: readonly Column[], values: RowValues): string[] {
  return columns.map(({ code }) => values[code] ?? '');
}
