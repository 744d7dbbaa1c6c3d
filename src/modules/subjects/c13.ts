/** Which subjects the charter's rule C13 treats as natural persons. */

/** Forms of business that are one person's: practices and shops that say so in their name. */
const ONE_PERSON = /个体工商户|个体(?:经营|诊所|门诊|户)|[(]个体[)]|个人(?:律师|会计|诊所|工作室)|[(]个人[)]/;

/**
 * Whether a subject is a C13 subject: a sole trader (个体工商户; GB 32100 gives them department 9, category 2) or a
 * one-person practice. `soleTrader` is what the source says of the form of business.
 */
export function isC13(subject: { soleTrader: boolean; uscc?: string | null; nameNorm: string }): boolean {
  return isSoleTrader(subject) || ONE_PERSON.test(subject.nameNorm);
}

/** Whether it is a sole trader by what the source says or by its code. */
export function isSoleTrader(subject: { soleTrader: boolean; uscc?: string | null }): boolean {
  return subject.soleTrader || (subject.uscc ?? '').startsWith('92');
}
