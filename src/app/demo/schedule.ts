// Which organisation is what: every thousand organisations hold the same mixture, shuffled by the seed.
import { hashText, mixAll, permute } from './random.ts';
import { type OrganisationKind, type Trade, trades } from './words/trades.ts';

/** How a name is put together; each form has a stock of names of its own. */
export type NameForm = 'city' | 'short' | 'bracket' | 'long' | 'owner' | 'brand' | 'village' | 'person';

/** One place in the mixture: organisations of one kind, trade word and form of name. */
export interface Slot {
  readonly kind: OrganisationKind;
  readonly trade: Trade;
  readonly word: string;
  readonly form: NameForm;
  /** A number of its own for the stock its names are drawn from. */
  readonly stock: number;
}

const BLOCK = 1000;

/** In turn, so that a stock is shared by few slots: the mixture of forms in each kind. */
const FORMS: Readonly<Record<OrganisationKind, readonly NameForm[]>> = {
  company: ['city', 'short', 'long', 'city', 'bracket'],
  proprietor: ['city', 'short'],
  'sole-trader': ['owner', 'brand'],
  cooperative: ['city', 'brand'],
  'non-enterprise': ['city', 'brand'],
  association: ['city', 'brand'],
  institution: ['village'],
  'law-firm': ['short', 'short', 'person'],
  village: ['village'],
  neighbourhood: ['brand'],
};

interface Words {
  readonly kind: OrganisationKind;
  readonly trade: Trade;
  readonly word: string;
  readonly weight: number;
}

function allWords(): Words[] {
  return trades.flatMap((trade) =>
    Object.entries(trade.words).flatMap(([kind, [weight, words]]) => {
      const list = words.split(' ');
      return list.map((word) => ({
        kind: kind as OrganisationKind,
        trade,
        word,
        weight: weight / list.length,
      }));
    }),
  );
}

/** Whole numbers in proportion to the weights, adding up to the block (largest remainders). */
function shares(words: readonly Words[]): number[] {
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  const exact = words.map(({ weight }) => (weight / total) * BLOCK);
  const counts = exact.map(Math.floor);
  const left = BLOCK - counts.reduce((sum, count) => sum + count, 0);
  const byRemainder = exact.map((value, at) => ({ at, rest: value - Math.floor(value) }));
  byRemainder.sort((a, b) => b.rest - a.rest || a.at - b.at);
  for (const { at } of byRemainder.slice(0, left)) counts[at] = (counts[at] ?? 0) + 1;
  return counts;
}

function build(): { slots: Slot[]; ranks: number[]; sizes: Map<number, number> } {
  const words = allWords();
  const counts = shares(words);
  const [slots, ranks, sizes]: [Slot[], number[], Map<number, number>] = [[], [], new Map()];
  words.forEach(({ kind, trade, word }, at) => {
    const forms = FORMS[kind];
    for (let turn = 0; turn < (counts[at] ?? 0); turn++) {
      const form = forms[(at + turn) % forms.length] ?? 'city';
      const stock = hashText(`${kind}/${word}/${form}`);
      const rank = sizes.get(stock) ?? 0;
      sizes.set(stock, rank + 1);
      ranks.push(rank);
      slots.push({ kind, trade, word, form, stock });
    }
  });
  return { slots, ranks, sizes };
}

const mixture = build();

/**
 * The slot of organisation `index`, and its running number among the organisations that draw from the same stock of
 * names. Needs no memory of the organisations before it.
 */
export function slotOf(seed: number, index: number): { readonly slot: Slot; readonly ordinal: number } {
  const block = Math.floor(index / BLOCK);
  const at = permute(index % BLOCK, BLOCK, mixAll(seed, hashText('mixture'), block));
  const slot = mixture.slots[at] as Slot;
  return { slot, ordinal: block * (mixture.sizes.get(slot.stock) ?? 1) + (mixture.ranks[at] ?? 0) };
}
