/** Whether a look at what is not public had a purpose that its asker held, and showed no more than the purpose allows. */
import type { ItemDefinition } from '../catalogue/index.ts';
import type { Purpose } from '../disclosure/index.ts';
import type { Fault } from './judge-record.ts';

/** One look, with what it showed. */
export interface Release {
  readonly accessId: string;
  readonly kind: 'look' | 'own-unit' | 'held-row';
  readonly purpose: string | null;
  readonly caseNo: string | null;
  readonly unit: string;
  readonly duty: string;
  /** The civil date of the look. */
  readonly on: string;
  /** For each subject, per item, the fields. */
  readonly shown: readonly Readonly<Record<string, { readonly fields: readonly string[] }>>[];
}

/** Why the look had no purpose, in one word; undefined when it had one. */
function purposeFault(release: Release, purpose: Purpose | undefined): string | undefined {
  if (!purpose) return 'no-such-purpose';
  if (purpose.from > release.on || (purpose.until !== null && purpose.until <= release.on))
    return 'not-in-force';
  if (purpose.holders !== 'officer' || !release.duty.split(' ').some((role) => purpose.roles.includes(role)))
    return 'not-held';
  return purpose.caseNo && !release.caseNo?.trim() ? 'no-case-number' : undefined;
}

/** Fields shown that may not be: whatever is `never`, and for a look what the purpose leaves closed. */
function beyond(
  release: Release,
  purpose: Purpose | undefined,
  items: ReadonlyMap<string, ItemDefinition>,
): string[] {
  const allowed = (item: string, code: string): boolean => {
    const definition = items.get(item);
    const field = definition?.fields.find((one) => one.code === code);
    if (!field || field.openness === 'never') return false;
    const only = definition?.disclosure?.purposes;
    if (release.kind === 'look' && only && !only.includes(purpose?.purpose ?? '')) return false;
    if (release.kind !== 'look' || field.openness === 'open') return true;
    return (
      purpose !== undefined && (purpose.closedKinds.includes('*') || purpose.closedKinds.includes(field.kind))
    );
  };
  const codes = release.shown.flatMap((subject) =>
    Object.entries(subject).flatMap(([item, { fields }]) => fields.filter((code) => !allowed(item, code))),
  );
  return [...new Set(codes)];
}

/** What is wrong with the look. */
export function judgeRelease(
  release: Release,
  {
    purposes,
    items,
  }: { readonly purposes: readonly Purpose[]; readonly items: ReadonlyMap<string, ItemDefinition> },
): Fault[] {
  const purpose = purposes.find((one) => one.purpose === release.purpose);
  const base = { reference: release.accessId, unit: release.unit, item: null };
  const reason = release.kind === 'look' ? purposeFault(release, purpose) : undefined;
  const faults: Fault[] = [];
  if (reason !== undefined) faults.push({ ...base, kind: 'release-without-purpose', facts: { reason } });
  const fields = beyond(release, purpose, items);
  if (fields.length > 0 && reason === undefined) {
    const facts = { purpose: release.purpose ?? release.kind, fields: fields.join(' ') };
    faults.push({ ...base, kind: 'release-beyond-purpose', facts });
  }
  return faults;
}
