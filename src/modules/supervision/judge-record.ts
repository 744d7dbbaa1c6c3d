/** Whether a record that is shown may be: its end computed from the record itself, its fields by the catalogue. */
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { ItemDefinition } from '../catalogue/index.ts';
import { type MisconductClass, type PublicityRule, publicityOf } from '../publicity/index.ts';
import type { FindingKind } from './duties-data.ts';

/** A record as the surfaces show it, with what its publicity follows from. */
export interface ShownRecord {
  readonly recordId: string;
  readonly version: number;
  readonly item: string;
  readonly unit: string;
  readonly acceptedOn: CivilDate;
  readonly decidedOn: CivilDate;
  readonly inEffect: boolean;
  readonly validUntil: CivilDate | null;
  readonly misconductClass: MisconductClass | null;
  readonly conductEndedOn: CivilDate | null;
  readonly ownMonths: number | null;
  /** Codes of the fields that are shown. */
  readonly fields: readonly string[];
}

/** One fault of one thing; `facts` say what is wrong in codes and dates, never about whom. */
export interface Fault {
  readonly kind: FindingKind;
  readonly reference: string;
  readonly unit: string;
  readonly item: string | null;
  readonly facts: Readonly<Record<string, string>>;
}

/** What is wrong with showing this record on `today`; nothing when it may be shown. */
export function judgeRecord(
  record: ShownRecord,
  item: ItemDefinition | undefined,
  { rules, today }: { readonly rules: readonly PublicityRule[]; readonly today: CivilDate },
): Fault[] {
  const { unit, recordId, version } = record;
  const base = { reference: `${recordId}.${version}`, unit, item: record.item };
  if (item?.openness !== 'open') {
    const reason = item ? item.openness : 'no-item';
    return [{ ...base, kind: 'public-without-openness', facts: { reason } }];
  }
  const faults: Fault[] = [];
  const { published, because, until } = publicityOf({ ...record, publicity: item.publicity }, rules, today);
  if (!published) {
    const facts: Record<string, string> = { reason: because, ...(until === null ? {} : { until }) };
    faults.push({ ...base, kind: 'public-past-end', facts });
  }
  const open = new Set(item.fields.filter(({ openness }) => openness === 'open').map(({ code }) => code));
  const closed = record.fields.filter((code) => !open.has(code));
  if (closed.length > 0) {
    const facts = { reason: 'closed-fields', fields: closed.join(' ') };
    faults.push({ ...base, kind: 'public-without-openness', facts });
  }
  return faults;
}
