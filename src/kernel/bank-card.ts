// Numbers of bank cards: Luhn's check and the prefixes of issuers.

/**
 * Issuers' prefixes with their lengths: UnionPay 62 (16–19), Visa, Mastercard, JCB, American Express, and the
 * cards of large Chinese banks from before 62 (工商 9558, 农业 95599 and 103, 中国 601382, 交通 601428 and 405512,
 * 建设 436742, 邮储 955100).
 */
const ISSUERS = [
  /^62\d{14,17}$/,
  /^4\d{15}$/,
  /^436742\d{13}$/,
  /^(?:5[1-5]\d{2}|222[1-9]|22[3-9]\d|2[3-6]\d{2}|27[01]\d|2720)\d{12}$/,
  /^35(?:2[89]|[3-8]\d)\d{12}$/,
  /^3[47]\d{13}$/,
  /^(?:9558|601382|601428|955100|603\d{3})\d{10,15}$/,
  /^(?:95595|95599|103)\d{14,16}$/,
];

/** Luhn's check (ISO/IEC 7812-1, annex B). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const value = Number(digits.charAt(digits.length - 1 - place));
    const doubled = place % 2 === 1 ? value * 2 : value;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Whether digits are a card's: an issuer's prefix, its length, and Luhn's check. */
export function isBankCard(digits: string): boolean {
  return ISSUERS.some((issuer) => issuer.test(digits)) && passesLuhn(digits);
}
