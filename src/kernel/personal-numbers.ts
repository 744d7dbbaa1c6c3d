// Numbers of people in free text (identity, telephones, bank cards): where they stand, never what they are.

import { isBankCard } from './bank-card.ts';
import { isCivilDate } from './civil-date.ts';
import { type DigitGroup, digitReadings, digitRuns, type TextRange } from './digit-runs.ts';
import { isIdentityNumber, isIdentityShaped, isOldIdentityShaped } from './identity-number.ts';
import { isRegistrationNo15 } from './legacy.ts';

/** A number of a person: `identity-or-registration` is fifteen digits that both schemes could have given. */
export interface PersonalNumber extends TextRange {
  readonly kind: 'identity-number' | 'identity-or-registration' | 'mobile' | 'landline' | 'bank-card';
}

/** Some groups of a run that may be one number, and what stands against them. */
interface Candidate {
  readonly digits: string;
  readonly groups: readonly DigitGroup[];
  readonly before: string;
  readonly after: string;
}

/** No number has more: a card of 19 digits. */
const LONGEST = 19;
const SHORTEST = 7;
const MOBILE = /^(?:0|(?:00)?86)?1[3-9]\d{9}$/;
/** Area codes of two and three digits behind the 0, and a local number of seven or eight. */
const LANDLINE = /^(?:(?:00)?86)?0?(?:10|2[0-57-9]|[3-9][1-9]\d)[2-8]\d{6,7}$/;
const LOCAL = /^[2-8]\d{6,7}$/;
const AREA = /^(?:(?:00)?86)?0?(?:10|2[0-57-9]|[3-9][1-9]\d)$/;

const IDENTITY_LABEL = /(?:身份证|公民身份|证件号)[^0-9。；;]{0,8}$/;
const REGISTRATION_LABEL = /(?:注册|登记|执照|许可|代码|编号|批号|文号)[^0-9。；;]{0,8}$/;
const PHONE_LABEL = /(?:电话|座机|联系方式|tel|phone)[号码:：是为（()）微信及\s]{0,6}$/i;
/** A product's or certificate's code: capitals hard before the digits, those of a label excepted. */
const CODE_BEFORE = /(?<![A-Za-z])(?!(?:NO|ID|QQ|WX|VX|TEL)$)[A-Z]{1,4}-?$/;
/** The digits are the whole part or the fraction of an amount; spreadsheets write `.0` behind a number. */
const FRACTION_BEFORE = /\d\.$/;
const FRACTION_AFTER = /^\.(?!0(?!\d))\d/;

/** Personal numbers in a half-width text, in no order; readings of the same digits may overlap. */
export function findPersonalNumbers(plain: string): PersonalNumber[] {
  const found: PersonalNumber[] = [];
  for (const reading of digitReadings(plain)) {
    for (const run of digitRuns(reading)) found.push(...findInRun(run, reading));
  }
  return found;
}

function* findInRun(run: readonly DigitGroup[], reading: string): Generator<PersonalNumber> {
  for (let first = 0; first < run.length; first++) {
    let digits = '';
    for (let last = first; last < run.length && digits.length < LONGEST; last++) {
      digits += run[last]?.digits;
      if (digits.length < SHORTEST || digits.length > LONGEST) continue;
      const groups = run.slice(first, last + 1);
      const from = groups[0]?.from ?? 0;
      const until = groups.at(-1)?.until ?? from;
      const before = reading.slice(Math.max(0, from - 24), from);
      const kind = kindOf({ digits, groups, before, after: reading.slice(until, until + 4) });
      if (kind !== undefined) yield { kind, from, until };
    }
  }
}

function kindOf(candidate: Candidate): PersonalNumber['kind'] | undefined {
  const { digits, before, after } = candidate;
  if (CODE_BEFORE.test(before) || /^[A-Z]/.test(after)) return undefined;
  if (isList(candidate.groups) && (!isEvenlyGrouped(candidate.groups) || isCounting(candidate.groups)))
    return undefined;
  if (digits.length === 18 && isIdentityNumber(digits)) return 'identity-number';
  if (isIdentityShaped(digits) && IDENTITY_LABEL.test(before)) return 'identity-number';
  if (/X/.test(digits) || FRACTION_BEFORE.test(before) || FRACTION_AFTER.test(after)) return undefined;
  if (LANDLINE.test(digits) && !isList(candidate.groups) && isLandlineGrouped(candidate)) return 'landline';
  if (LOCAL.test(digits) && isLocalNumber(candidate)) return 'landline';
  if (!isEvenlyGrouped(candidate.groups)) return undefined;
  if (isBankCard(digits))
    return digits.length === 15 && REGISTRATION_LABEL.test(before) ? undefined : 'bank-card';
  if (MOBILE.test(digits)) return 'mobile';
  return isOldIdentityShaped(digits) ? oldIdentity(digits, before) : undefined;
}

/** Fifteen digits: one in ten identity numbers has the check digit of a registration number. */
function oldIdentity(digits: string, before: string): PersonalNumber['kind'] | undefined {
  if (!isRegistrationNo15(digits) || IDENTITY_LABEL.test(before)) return 'identity-number';
  return REGISTRATION_LABEL.test(before) ? undefined : 'identity-or-registration';
}

/** Marks that stand between things one counts (house numbers, amounts) more often than inside one. */
function isList(groups: readonly DigitGroup[]): boolean {
  return groups.slice(1).some(({ gap }) => /[,，、/|\\]/.test(gap));
}

/** House numbers one after another: each a little more than the one before. */
function isCounting(groups: readonly DigitGroup[]): boolean {
  const steps = groups.slice(1).map(({ digits }, index) => Number(digits) - Number(groups[index]?.digits));
  return steps.every((step) => step > 0 && step < 100);
}

/**
 * Whether somebody would group one number so: no group under three digits (dates and amounts have such), or every digit
 * apart, with the same between all of them; or a single break by a blank, a line end or something that can't be seen.
 */
function isEvenlyGrouped(written: readonly DigitGroup[]): boolean {
  const groups = written.filter(({ digits }) => digits !== 'X');
  const [, second, ...rest] = groups;
  if (second === undefined) return true;
  if (rest.length === 0 && /^(?:-?\s*\n\s*|[^-‐-―－−_·・•.．。,，、/\\|()（）[\]]+)$/.test(second.gap))
    return true;
  if (!rest.every(({ gap }) => gap === second.gap)) return false;
  const lengths = groups.map(({ digits }) => digits.length);
  return lengths.every((length) => length === 1) || lengths.slice(0, -1).every((length) => length >= 3);
}

/** With its area code apart however it is, or grouped like any number; without a 0 only behind the country's code. */
function isLandlineGrouped({ digits, groups, before }: Candidate): boolean {
  if (!/^(?:00)?86|^0/.test(digits) && !/\+$/.test(before)) return false;
  const area = groups.findIndex((_, index) =>
    AREA.test(
      groups
        .slice(0, index + 1)
        .map((group) => group.digits)
        .join(''),
    ),
  );
  return isEvenlyGrouped(groups) || (area >= 0 && groups.length - area <= 3);
}

/** Seven or eight digits are a telephone only where a label says so, and never a day. */
function isLocalNumber({ digits, groups, before }: Candidate): boolean {
  const day = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  return groups.length <= 2 && PHONE_LABEL.test(before) && !(/^(?:19|20)/.test(day) && isCivilDate(day));
}
