// Names of organisations, drawn without memory from stocks large enough that none comes twice in 1.5 million.
import { mixAll, permute } from './random.ts';
import type { Slot } from './schedule.ts';
import { brandFirst, brandSecond, brandThird } from './words/brands.ts';
import { givenNames, shopForms, surnames } from './words/people.ts';
import { cityName, towns, villageEndings, villageFronts } from './words/places.ts';

/** A name with what it was made of. `owner` is set where the name contains its operator's (charter C13). */
export interface OrganisationName {
  readonly name: string;
  readonly brand: string;
  readonly town: number;
  readonly owner?: string;
}

/** Numbers below the product of the sizes, taken apart into one place per size. */
function places(number: number, ...sizes: readonly number[]): number[] {
  let rest = number;
  return sizes.map((size) => {
    const place = rest % size;
    rest = Math.floor(rest / size);
    return place;
  });
}

// A shop named after its owner must not read like a brand (万家, 金家).
const shopOwners = surnames.filter((surname) => !brandFirst.includes(surname));
const BRANDS = brandFirst.length * brandSecond.length;
const VILLAGES = surnames.length * villageEndings.length * villageFronts.length;

function brandOf(number: number): string {
  const [first = 0, second = 0] = places(number, brandFirst.length, brandSecond.length);
  return `${brandFirst[first]}${brandSecond[second]}`;
}

function longBrandOf(number: number): string {
  const [third = 0, rest = 0] = places(number, brandThird.length, BRANDS);
  return `${brandOf(rest)}${brandThird[third]}`;
}

function villageOf(number: number): string {
  const [front = 0, surname = 0, ending = 0] = places(
    number,
    villageFronts.length,
    surnames.length,
    villageEndings.length,
  );
  return `${villageFronts[front]}${surnames[surname]}${villageEndings[ending]}`;
}

const LEGAL_FORM: Partial<Record<Slot['kind'], string>> = { company: '有限公司', cooperative: '专业合作社' };

/**
 * The name of the organisation with this running number in the stock of its slot.
 * Throws RangeError when the stock is used up (no stock is, up to 1.5 million organisations).
 */
export function nameOf(seed: number, slot: Slot, ordinal: number): OrganisationName {
  const key = mixAll(seed, slot.stock);
  const take = (size: number) => permute(ordinal, size, key);
  const end = `${slot.word}${LEGAL_FORM[slot.kind] ?? ''}`;
  const anyTown = mixAll(key, ordinal) % towns.length;
  switch (slot.form) {
    case 'city':
    case 'short': {
      const brand = brandOf(take(BRANDS));
      return {
        name: `${slot.form === 'city' ? cityName.zh : cityName.short}${brand}${end}`,
        brand,
        town: anyTown,
      };
    }
    case 'bracket': {
      const brand = brandOf(take(BRANDS));
      return { name: `${brand}（${cityName.short}）${end}`, brand, town: anyTown };
    }
    case 'long': {
      const brand = longBrandOf(take(BRANDS * brandThird.length));
      return { name: `${cityName.zh}${brand}${end}`, brand, town: anyTown };
    }
    case 'brand': {
      const [town = 0, number = 0] = places(take(BRANDS * towns.length), towns.length, BRANDS);
      const brand = brandOf(number);
      return { name: `${cityName.zh}${towns[town]?.zh}${brand}${end}`, brand, town };
    }
    case 'owner': {
      const stock = shopOwners.length * shopForms.length * towns.length;
      const [town = 0, form = 0, owner = 0] = places(
        take(stock),
        towns.length,
        shopForms.length,
        shopOwners.length,
      );
      const surname = shopOwners[owner] ?? '';
      const brand = shopForms[form]?.(surname) ?? surname;
      return { name: `${cityName.zh}${towns[town]?.zh}${brand}${end}`, brand, town, owner: surname };
    }
    case 'village': {
      const [town = 0, number = 0] = places(take(VILLAGES * towns.length), towns.length, VILLAGES);
      const brand = villageOf(number);
      return { name: `${cityName.zh}${towns[town]?.zh}${brand}${end}`, brand, town };
    }
    case 'person': {
      const stock = surnames.length * givenNames.length;
      const [surname = 0, given = 0] = places(take(stock), surnames.length, givenNames.length);
      const owner = `${surnames[surname]}${givenNames[given]}`;
      return { name: `${cityName.short}${owner}个人${end}`, brand: owner, town: anyTown, owner };
    }
  }
}

/** A brand that a firm had before it changed its name. */
export function earlierBrand(number: number): string {
  const [first = 0, rest = 0] = places(number, BRANDS, BRANDS);
  return brandOf(first) + brandSecond[rest % brandSecond.length];
}
