/** The least that a purpose allows: which records of a subject, and which fields of them. */
import type { FieldDefinition, ItemDefinition } from '../catalogue/index.ts';
import type { HeldRecord } from '../records/index.ts';
import type { Purpose } from './purposes-data.ts';

/** Items by code, as the catalogue in force defines them. */
export type Items = ReadonlyMap<string, ItemDefinition>;

/** A record with what may be shown of it. */
export interface ShownRecord extends Omit<HeldRecord, 'openFields' | 'closedFields'> {
  readonly fields: Readonly<Record<string, string>>;
}

/** C10: what is public no longer supports nothing, so only purposes that judge no one see it. */
function isInEffect(record: HeldRecord, item: ItemDefinition, today: string): boolean {
  if (record.state !== 'standing') return false;
  if (item.openness === 'open') return record.isPublic;
  return record.validUntil === null || record.validUntil > today;
}

function mayShow(field: FieldDefinition, purpose: Purpose): boolean {
  if (field.openness === 'never') return false;
  if (field.openness === 'open') return true;
  return purpose.closedKinds.includes('*') || purpose.closedKinds.includes(field.kind);
}

/**
 * What of `records` the purpose shows. A record of an item that the catalogue does not know (any more) is shown to its
 * subject alone, without fields: nobody can say which of them are closed.
 * @param asked items wanted, where the asker needs fewer than all
 */
export function leastOf(
  records: readonly HeldRecord[],
  purpose: Purpose,
  context: { readonly items: Items; readonly today: string; readonly asked?: readonly string[] | undefined },
): ShownRecord[] {
  return records.flatMap((record) => {
    const item = context.items.get(record.item);
    if (context.asked && !context.asked.includes(record.item)) return [];
    if (!item) return purpose.purpose === 'own-file' ? [withFields(record, {})] : [];
    if (purpose.reach === 'in-effect' && !isInEffect(record, item, context.today)) return [];
    if (purpose.purpose !== 'own-file' && record.state !== 'standing') return [];
    const held: Readonly<Record<string, string>> = { ...record.openFields, ...record.closedFields };
    const fields = item.fields
      .filter((field) => mayShow(field, purpose) && held[field.code])
      .map(({ code }) => [code, held[code] as string] as const);
    return [withFields(record, Object.fromEntries(fields))];
  });
}

function withFields(record: HeldRecord, fields: Record<string, string>): ShownRecord {
  const { openFields: _open, closedFields: _closed, ...rest } = record;
  return { ...rest, fields };
}
