/** What an account is: a person of a unit with one role. */

/** The duties of this stage; more come with delegation and four eyes. */
export const roles = ['data-officer', 'case-officer', 'administrator'] as const;

export type Role = (typeof roles)[number];

/** `name` is how the person is shown, `loginName` what the person types. */
export type Account = {
  readonly accountId: string;
  readonly role: Role;
  readonly loginName: string;
  readonly name: string;
  readonly unit: { readonly code: string; readonly name: { readonly zh: string; readonly en: string } };
};
