/** Editions and items as rules: what stands against their coming into force, and what they change when they do. */
import type { Tx } from '../../platform/db/index.ts';
import { defineRuleSet, type Refusal, recordBasisUse } from '../law/index.ts';
import { logState } from '../transparency/index.ts';
import { type CatalogueData, catalogueData } from './catalogue-data.ts';
import { judgeDraft } from './drafts/judge-draft.ts';
import { findActiveItem } from './find-item.ts';
import type { EditionDefinition, ItemDefinition } from './item-definition.ts';
import { catalogueSource } from './log-source.ts';
import { type KnownInstrument, overReachOf } from './over-reach/over-reach.ts';
import { powersData } from './over-reach/powers.ts';
import {
  activate,
  selectEdition,
  selectInstruments,
  selectItemBases,
  selectToday,
  upsertEditions,
  upsertItem,
} from './queries.ts';

/** An edition: its instrument must be in the register, and the one it stands under must be there. */
export const editionRules = defineRuleSet<EditionDefinition>({
  kind: 'catalogue.edition',
  name: ({ title }) => ({ zh: `目录版本“${title.zh}”`, en: `the edition “${title.en}”` }),
  async refusals(tx, { instrument, under, edition }) {
    const found: Refusal[] = [];
    const known = await tx.query<KnownInstrument>(selectInstruments());
    if (!known.some(({ id }) => id === instrument))
      found.push({
        clause: 'C1',
        rule: 'basis-unknown',
        zh: `所引 ${instrument} 不在已生效的依据登记中。`,
        en: `${instrument} is not in the register of law that is in force here.`,
      });
    if (under !== undefined && (await tx.maybe(selectEdition(under, edition))) === undefined)
      found.push({
        clause: 'C7',
        rule: 'edition-unknown',
        zh: `上级目录 ${under} 还没有启用。`,
        en: `The higher edition ${under} is not in force here yet.`,
      });
    return found;
  },
  async apply(tx, edition) {
    await tx.query(upsertEditions([edition]));
  },
  async settle(tx) {
    await logState(tx, catalogueSource);
  },
});

/** Judges an item against the register of law and the higher edition as they stand in this transaction. */
export async function itemRefusals(
  tx: Tx,
  item: ItemDefinition,
  data: CatalogueData = catalogueData,
): Promise<Refusal[]> {
  const edition = await tx.maybe<{ under: string | null; higher: ItemDefinition | null }>(
    selectEdition(item.edition, item.item),
  );
  const under = edition?.under;
  return overReachOf(item, {
    on: (await tx.one<{ today: string }>(selectToday())).today,
    instruments: await tx.query<KnownInstrument>(selectInstruments()),
    kinds: data.kinds,
    lists: data.lists,
    powers: powersData,
    editionKnown: edition !== undefined,
    ...(under ? { under: { edition: under, item: edition.higher ?? undefined } } : {}),
  });
}

/** Every article that an item rests on, once. */
function basesOf({ item, basis, persons, furtherBases = [] }: ItemDefinition) {
  const all = [basis, ...(persons ? [persons.basis] : []), ...furtherBases];
  const distinct = new Map(all.map((one) => [`${one.instrument} ${one.article}`, one]));
  return [...distinct.values()].map((one) => ({ id: item, ...one }));
}

/** An item: it goes through the over-reach check (charter C7). */
export const itemRules = defineRuleSet<ItemDefinition>({
  kind: 'catalogue.item',
  name: ({ name, edition }) => ({
    zh: `信息事项“${name.zh}”（${edition}）`,
    en: `the item “${name.en}” (${edition})`,
  }),
  refusals: (tx, item) => itemRefusals(tx, item),
  async draftRefusals({ config }, tx, item) {
    const standing = await findActiveItem(tx, item.item);
    if (standing) return judgeDraft(item, standing, config.legislativeLevel, powersData);
    return [
      {
        clause: 'C7',
        rule: 'nothing-standing',
        zh: '本地草案所要收窄的事项已不在施行中。',
        en: 'The item that the local draft narrows is not in force any more.',
      },
    ];
  },
  async apply(tx, item) {
    await tx.query(upsertItem(item));
    await tx.query(activate(item.item, item.edition));
  },
  async settle(tx) {
    const rows = await tx.query<{ definition: ItemDefinition }>(selectItemBases());
    await recordBasisUse(
      tx,
      'item',
      rows.flatMap(({ definition }) => basesOf(definition)),
    );
    await logState(tx, catalogueSource);
  },
});
