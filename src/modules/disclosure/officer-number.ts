/** The number by which a subject is told of an officer; the name is given on a reasoned request (charter C8). */

/** The account's number in base 36 and groups of four; it never changes and tells nothing else. */
export function officerNumber(accountId: string): string {
  const text = BigInt(accountId).toString(36).toUpperCase();
  return (text.match(/.{1,4}/g) ?? []).join('-');
}
