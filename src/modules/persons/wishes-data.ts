/** What data/duties/erasure-requests.json says of a person's own request for erasure. */
import wishesFile from '../../../data/duties/erasure-requests.json' with { type: 'json' };
import type { Words } from '../../platform/index.ts';

/** The grounds of 个人信息保护法 art. 47 that a person may give. */
export const WISH_GROUNDS = ['purpose-over', 'retention-over', 'no-basis'] as const;

/** One of them. */
export type WishGround = (typeof WISH_GROUNDS)[number];

/** What stays after an erasure, for how many years at least, and what asks for it. */
export interface KeptAfterErasure {
  readonly what: Words;
  readonly years: number | null;
  readonly basis: Words;
}

const { answer, grounds, kept, refusal } = wishesFile;

/** Working days within which the centre answers. */
export const ANSWER_DAYS: number = answer.workingDays;

/** Each ground in words. */
export const WISH_GROUND_WORDS = Object.fromEntries(
  grounds.map(({ ground, name }) => [ground, name]),
) as Readonly<Record<WishGround, Words>>;

export const keptAfterErasure: readonly KeptAfterErasure[] = kept.map(({ what, years, basis }) => ({
  what,
  years,
  basis,
}));

/** Why it may be refused, and what a person can do then. */
export const refusalSays: Words = refusal.says;
