/** The catalogue as everyone may read it (charter C12), from the same rows the engine works by. */
import type { Static } from 'typebox';
import type { Queryable } from '../../platform/db/index.ts';
import type { itemAnswer } from './api-shapes.ts';
import { listsOf } from './catalogue-data.ts';
import type { ItemDefinition } from './item-definition.ts';
import { selectPublicItems } from './queries.ts';

interface PublicItemRow {
  item: string;
  edition: string;
  state: 'active' | 'superseded';
  definition: ItemDefinition;
  level: string;
  basisTitleZh: string;
  basisTitleEn: string;
  saysZh: string;
  saysEn: string;
  from: string;
  until: string | null;
}

function headOf({ definition, ...row }: PublicItemRow) {
  return {
    item: row.item,
    edition: row.edition,
    name: definition.name,
    category: definition.category,
    state: row.state,
    adverse: definition.adverse,
    openness: definition.openness,
    naturalPerson: definition.naturalPerson,
    publicity: definition.publicity,
    frequency: definition.frequency,
    supplyingSectors: [...definition.supplyingSectors],
    retentionMonths: definition.retentionMonths ?? null,
    partialAcceptance: definition.partialAcceptance,
    basis: {
      ...definition.basis,
      level: row.level,
      title: { zh: row.basisTitleZh, en: row.basisTitleEn },
      says: { zh: row.saysZh, en: row.saysEn },
    },
    furtherBases: [...(definition.furtherBases ?? [])],
    inForce: { from: row.from, until: row.until },
  };
}

/** All items, past editions included, without their fields. */
export async function listPublicItems(db: Queryable) {
  const rows = await db.query<PublicItemRow>(selectPublicItems(undefined));
  return rows.map((row) => ({ ...headOf(row), fields: row.definition.fields.length }));
}

/** The definition of an item in one edition, as the public may read it; undefined for a draft. */
export async function findPublicDefinition(
  db: Queryable,
  item: string,
  edition: string,
): Promise<ItemDefinition | undefined> {
  const rows = await db.query<PublicItemRow>(selectPublicItems(item));
  return rows.find((row) => row.edition === edition)?.definition;
}

/** The newest edition of an item with its data standard and code lists. */
export async function findPublicItem(
  db: Queryable,
  item: string,
): Promise<Static<typeof itemAnswer> | undefined> {
  const [row] = await db.query<PublicItemRow>(selectPublicItems(item));
  if (row === undefined) return undefined;
  const { definition } = row;
  const answer = { ...headOf(row), fields: definition.fields, lists: listsOf(definition), definition };
  // The same shape; only that the schema speaks of lists that may be changed.
  return answer as unknown as Static<typeof itemAnswer>;
}
