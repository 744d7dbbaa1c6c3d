/** Two editions side by side: by class for all of them, and item by item where both are this platform's. */
import type { Queryable } from '../../../platform/db/index.ts';
import { type Change, differencesOf } from '../../law/index.ts';
import type { Bilingual, ItemDefinition } from '../item-definition.ts';
import { selectEditionItems, selectEditions } from '../queries/editions.ts';
import { allClasses, belowClassesOf, classesOf, nationalEditions } from './national.ts';

/** An edition that can be compared: a national one by its classes, one of this platform by its items. */
export interface ComparableEdition {
  /** In addresses: `national-2024`, or the platform's own name of the edition. */
  readonly id: string;
  readonly title: Bilingual;
  /** For choices and columns. */
  readonly short: Bilingual;
  readonly kind: 'national' | 'platform';
  readonly level: string;
  readonly under: string | null;
  readonly from: string | null;
  readonly until: string | null;
}

/** What an edition has of a class. */
export interface ClassSide {
  readonly has: boolean;
  /** The items of this platform in it. */
  readonly items: readonly { readonly item: string; readonly name: Bilingual }[];
  /** For national editions: what is known below the class, and whether that is our reading. */
  readonly below: readonly { readonly items: Bilingual; readonly isReading: boolean }[];
}

/** One class in both editions. */
export interface ClassRow {
  readonly name: string;
  readonly en: string;
  readonly isSure: boolean;
  readonly sides: readonly [ClassSide, ClassSide];
}

/** One item that differs. */
export interface ItemDifference {
  readonly item: string;
  readonly name: Bilingual;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly changes: readonly Change[];
}

const nationalId = (edition: string) => `national-${edition}`;

/** All, the national ones first, oldest first. */
export async function listEditions(db: Queryable): Promise<ComparableEdition[]> {
  const own = await db.query<Omit<ComparableEdition, 'kind' | 'short'>>(selectEditions());
  return [
    ...nationalEditions.map(
      ({ edition, title, publishedOn }): ComparableEdition => ({
        id: nationalId(edition),
        title,
        short: { zh: `全国 ${edition}年版`, en: `National ${edition}` },
        kind: 'national',
        level: 'national',
        under: null,
        from: publishedOn,
        until: null,
      }),
    ),
    ...own.map(
      (edition): ComparableEdition => ({
        ...edition,
        short: { zh: `本平台 ${edition.id}`, en: `This platform ${edition.id}` },
        kind: 'platform',
      }),
    ),
  ];
}

async function itemsOf(db: Queryable, { id, kind }: ComparableEdition): Promise<ItemDefinition[]> {
  if (kind === 'national') return [];
  const rows = await db.query<{ definition: ItemDefinition }>(selectEditionItems(id));
  return rows.map(({ definition }) => definition);
}

function sideOf(edition: ComparableEdition, items: readonly ItemDefinition[], name: string): ClassSide {
  if (edition.kind === 'platform') {
    const own = items.filter(({ category }) => category === name);
    return { has: own.length > 0, items: own.map((one) => ({ item: one.item, name: one.name })), below: [] };
  }
  const year = edition.id.slice('national-'.length);
  const below = belowClassesOf(year)
    .filter((entry) => entry.class === name)
    .map((entry) => ({ items: entry.items, isReading: entry.confidence !== 'confirmed' }));
  return { has: classesOf(year).some((one) => one.name === name), items: [], below };
}

function itemDifferences(
  before: readonly ItemDefinition[],
  after: readonly ItemDefinition[],
): ItemDifference[] {
  const codes = [...new Set([...before, ...after].map(({ item }) => item))].sort();
  return codes.flatMap((code): ItemDifference[] => {
    const [was, is] = [before, after].map((side) => side.find(({ item }) => item === code));
    const one = is ?? was;
    if (!one) return [];
    const changes = was && is ? differencesOf({ ...was, edition: '' }, { ...is, edition: '' }) : [];
    if (was && is && changes.length === 0) return [];
    const kind = was === undefined ? 'added' : is === undefined ? 'removed' : 'changed';
    return [{ item: code, name: one.name, kind, changes }];
  });
}

/** The two side by side; items differ only where both are this platform's. */
export async function compareEditions(
  db: Queryable,
  left: ComparableEdition,
  right: ComparableEdition,
): Promise<{ readonly classes: readonly ClassRow[]; readonly items: readonly ItemDifference[] }> {
  const [before, after] = [await itemsOf(db, left), await itemsOf(db, right)];
  const known = new Set(allClasses.map(({ name }) => name));
  const own = [...new Set([...before, ...after].map(({ category }) => category))].filter(
    (name) => !known.has(name),
  );
  const names = [
    ...allClasses.map(({ name, en, confidence }) => ({ name, en, isSure: confidence === 'confirmed' })),
    ...own.map((name) => ({ name, en: name, isSure: true })),
  ];
  const classes = names
    .map(
      (one): ClassRow => ({
        ...one,
        sides: [sideOf(left, before, one.name), sideOf(right, after, one.name)],
      }),
    )
    .filter(({ sides }) => sides.some(({ has }) => has));
  const both = left.kind === 'platform' && right.kind === 'platform';
  return { classes, items: both ? itemDifferences(before, after) : [] };
}
