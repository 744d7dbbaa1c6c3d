/** A draft as the changes that it makes to the item in force. */
import type { ItemDefinition } from '../item-definition.ts';

/** What a draft may change of an item; what is left out stays. */
export interface ItemChanges {
  readonly openness?: ItemDefinition['openness'];
  /** null: without an end. */
  readonly retentionMonths?: number | null;
  readonly publicity?: ItemDefinition['publicity'];
  readonly frequency?: ItemDefinition['frequency'];
  readonly supplyingSectors?: readonly string[];
  readonly adverse?: boolean;
  /** false: organisations alone; the terms for natural persons go with it. */
  readonly naturalPerson?: boolean;
  /** Codes of fields to close, to open, and to leave out. */
  readonly closedFields?: readonly string[];
  readonly openFields?: readonly string[];
  readonly droppedFields?: readonly string[];
}

/** The definition as the draft would have it; codes that the item hasn't change nothing. */
export function applyChanges(standing: ItemDefinition, changes: ItemChanges): ItemDefinition {
  const { closedFields = [], openFields = [], droppedFields = [], retentionMonths, ...rest } = changes;
  const fields = standing.fields
    .filter(({ code }) => !droppedFields.includes(code))
    .map((field) =>
      closedFields.includes(field.code)
        ? { ...field, openness: 'closed' as const }
        : openFields.includes(field.code)
          ? { ...field, openness: 'open' as const }
          : field,
    );
  const { retentionMonths: kept, persons, ...base } = { ...standing, ...rest };
  const months = retentionMonths === undefined ? kept : (retentionMonths ?? undefined);
  return {
    ...base,
    fields,
    ...(months === undefined ? {} : { retentionMonths: months }),
    ...(persons === undefined || changes.naturalPerson === false ? {} : { persons }),
  };
}
