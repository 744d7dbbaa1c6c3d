/** What an account is: a person of a unit with the roles granted on the day. */

/**
 * What an officer may be: hands data in, looks at others' requests, checks parties for a matter, works on cases of the
 * centre, puts catalogue and rules in force, reads the books, runs accounts.
 */
export const roles = [
  'data-officer',
  'reviewer',
  'checker',
  'case-officer',
  'publisher',
  'auditor',
  'administrator',
] as const;

/** Of these an account has one at most at any time; the database sees to it as well. */
export const separateRoles: readonly Role[] = ['publisher', 'auditor', 'administrator'];

export type Role = (typeof roles)[number];

/** `name` is how the person is shown, `loginName` what the person types. */
export type Account = {
  readonly accountId: string;
  readonly roles: readonly Role[];
  readonly loginName: string;
  readonly name: string;
  readonly unit: { readonly code: string; readonly name: { readonly zh: string; readonly en: string } };
};
