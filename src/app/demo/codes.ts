// Unified social credit codes for invented organisations: valid by GB 32100 and distinct without memory.
import { organisationCheckCharacter } from '../../kernel/legacy.ts';
import { USCC_ALPHABET, usccCheckCharacter } from '../../kernel/uscc.ts';
import { hashText, mixAll, permute } from './random.ts';
import { cityAreaCode } from './words/places.ts';
import type { OrganisationKind } from './words/trades.ts';

/** Department and category of GB 32100 for each kind of organisation. */
const CATEGORIES: Readonly<Record<OrganisationKind, string>> = {
  company: '91',
  proprietor: '91',
  'sole-trader': '92',
  cooperative: '93',
  'non-enterprise': '52',
  association: '51',
  institution: '12',
  'law-firm': '31',
  village: '54',
  neighbourhood: '55',
};

const DIGITS = 10 ** 8;
const LETTERS = 31 ** 6;

function inAlphabet(number: number, places: number): string {
  let [text, rest] = ['', number];
  for (let place = 0; place < places; place++) {
    text = USCC_ALPHABET.charAt(rest % 31) + text;
    rest = Math.floor(rest / 31);
  }
  return text;
}

/** Eight characters as an organisation code and the two check characters around it (GB 11714, GB 32100). */
function complete(category: string, body: string): string {
  const first17 = `${category}${cityAreaCode}${body}${organisationCheckCharacter(body)}`;
  return first17 + usccCheckCharacter(first17);
}

/**
 * The code of organisation `index`. Organisations from before the reform of October 2015 had an organisation code in
 * digits, later ones begin with MA; so do both here, and neither meets the other or a unit's.
 */
export function organisationCode(
  seed: number,
  index: number,
  kind: OrganisationKind,
  since2015: boolean,
): string {
  const key = mixAll(seed, hashText('code'));
  const body = since2015
    ? `MA${inAlphabet(permute(index, LETTERS, key), 6)}`
    : String(permute(index, DIGITS, key)).padStart(8, '0');
  return complete(CATEGORIES[kind], body);
}

/** The code of a unit or of a body it acts for; `place` tells them apart. The same for every seed. */
export function authorityCode(category: string, place: number): string {
  return complete(category, `MB${inAlphabet(permute(place, LETTERS, hashText('authority')), 6)}`);
}
