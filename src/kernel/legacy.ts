// Numbers of organisations from before the unified code of 2015: registration, organisation code, tax number.

const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The kinds of number the legacy lane knows. */
export type LegacyKind = 'organisation-code' | 'registration-15' | 'registration-13' | 'tax-15';

/** Check character of the 8-character body of an organisation code (GB 11714-1997 § 4): 10 is X, 11 is 0. */
export function organisationCheckCharacter(first8: string): string {
  let sum = 0;
  for (let place = 0; place < 8; place++) {
    sum += ALPHABET.indexOf(first8.charAt(place)) * (ORGANISATION_WEIGHTS[place] ?? 0);
  }
  return '0123456789X0'.charAt(11 - (sum % 11));
}

/** An organisation code of GB 11714: 8 characters and a check character, with or without the hyphen. */
export function isOrganisationCode(text: string): boolean {
  const match = /^([0-9A-Z]{8})-?([0-9X])$/.exec(text);
  return match !== null && organisationCheckCharacter(match[1] ?? '') === match[2];
}

function startsWithDivision(text: string): boolean {
  return /^(?:1[0-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[12])\d{4}/.test(text);
}

/**
 * A registration number of 15 digits (GS 15-2006 of the administration for industry and commerce): office,
 * eight digits of sequence, a check digit by ISO 7064 MOD 11,10. Office 100000 is the national one.
 */
export function isRegistrationNo15(text: string): boolean {
  if (!/^\d{15}$/.test(text) || !startsWithDivision(text)) return false;
  let product = 10;
  for (const digit of text.slice(0, 14)) {
    const sum = (product + Number(digit)) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (product + Number(text.charAt(14))) % 10 === 1;
}

/** A registration number of 13 digits, as issued before 2007: office, kind, sequence; it had no check digit. */
export function isRegistrationNo13(text: string): boolean {
  return /^\d{13}$/.test(text) && startsWithDivision(text);
}

/** A tax number of 15 characters: division and organisation code. */
export function isTaxNo15(text: string): boolean {
  return text.length === 15 && startsWithDivision(text) && isOrganisationCode(text.slice(6));
}

/** Which kind of legacy number this is, if any; a number that could be both counts as a registration. */
export function legacyKind(text: string): LegacyKind | undefined {
  if (isOrganisationCode(text)) return 'organisation-code';
  if (isRegistrationNo15(text)) return 'registration-15';
  if (isRegistrationNo13(text)) return 'registration-13';
  return isTaxNo15(text) ? 'tax-15' : undefined;
}
