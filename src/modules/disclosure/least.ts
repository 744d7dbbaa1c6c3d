/** The least that a purpose allows: which records of a subject, and which fields of them. */
import { addYears, type CivilDate } from '../../kernel/civil-date.ts';
import { type FieldDefinition, type ItemDefinition, listsOf } from '../catalogue/index.ts';
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
  if (!record.inEffect) return false;
  const years = item.disclosure?.longestYears;
  if (years !== undefined && addYears(record.decidedOn as CivilDate, years) <= today) return false;
  return record.validUntil === null || record.validUntil > today;
}

/** For these, no sector is asked: the subject itself, a court, an auditor. */
const ANY_SECTOR: readonly string[] = ['own-file', 'court-order', 'audit'];

/** Whether the item's own terms let this asker see the record: its purposes, and the sector that the record names. */
function isForAsker(
  held: Readonly<Record<string, string>>,
  item: ItemDefinition,
  { purpose }: Purpose,
  sector: string | undefined,
): boolean {
  const { purposes, sectorField } = item.disclosure ?? {};
  if (purpose !== 'own-file' && purposes && !purposes.includes(purpose)) return false;
  if (sectorField === undefined || ANY_SECTOR.includes(purpose)) return true;
  const list = listsOf(item).find(({ id }) => id === fieldOf(item, sectorField)?.list);
  const named = (held[sectorField] ?? '').split(';').map((value) => list?.means?.[value]);
  return sector !== undefined && named.includes(sector);
}

const fieldOf = (item: ItemDefinition, code: string) => item.fields.find((field) => field.code === code);

/** Whether the purpose shows this field at all. */
export function mayShow(field: FieldDefinition, purpose: Purpose): boolean {
  if (field.openness === 'never') return false;
  if (field.openness === 'open') return true;
  return purpose.closedKinds.includes('*') || purpose.closedKinds.includes(field.kind);
}

/**
 * What of `records` the purpose shows. A record of an item that the catalogue does not know (any more) is shown to its
 * subject alone, without fields: nobody can say which of them are closed.
 * @param asked items wanted, where the asker needs fewer than all
 * @param sector of the asker's unit, for items that only competent bodies see
 */
export function leastOf(
  records: readonly HeldRecord[],
  purpose: Purpose,
  context: {
    readonly items: Items;
    readonly today: string;
    readonly asked?: readonly string[] | undefined;
    readonly sector?: string;
  },
): ShownRecord[] {
  return records.flatMap((record) => {
    const item = context.items.get(record.item);
    if (context.asked && !context.asked.includes(record.item)) return [];
    if (!item) return purpose.purpose === 'own-file' ? [withFields(record, {})] : [];
    if (purpose.reach === 'in-effect' && !isInEffect(record, item, context.today)) return [];
    if (purpose.purpose !== 'own-file' && record.state !== 'standing') return [];
    const held: Readonly<Record<string, string>> = { ...record.openFields, ...record.closedFields };
    if (!isForAsker(held, item, purpose, context.sector)) return [];
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
