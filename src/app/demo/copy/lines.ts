// Turns organisations and rows into the lines of the tables, column for column as intake and settlement write them.

import type { RowFacts } from '../../../modules/intake/pure.ts';
import { isC13, nameColumns, subjectIdFor } from '../../../modules/subjects/index.ts';
import { uuidOf } from '../../../platform/crypto.ts';
import { dateOf } from '../calendar.ts';
import type { Organisation } from '../organisation.ts';
import type { DemoRow } from '../row.ts';
import type { CopiedTable } from './columns.ts';
import { arrayText, type CopyValue, copyLine } from './text.ts';

/** Bytes of text that are gathered before they leave the heap. */
const PART = 64 * 1024;

/** Lines by table, kept as bytes: long texts on the heap cost more time in collecting than in making. */
export class Lines {
  private readonly texts = new Map<CopiedTable, string>();
  private readonly parts = new Map<CopiedTable, Buffer[]>();

  add(table: CopiedTable, values: readonly CopyValue[]): void {
    const text = (this.texts.get(table) ?? '') + copyLine(values);
    if (text.length < PART) this.texts.set(table, text);
    else this.store(table, text);
  }

  private store(table: CopiedTable, text: string): void {
    const parts = this.parts.get(table) ?? [];
    parts.push(Buffer.from(text));
    this.parts.set(table, parts);
    this.texts.set(table, '');
  }

  /** All lines of a table, which begins anew. */
  take(table: CopiedTable): Buffer[] {
    this.store(table, this.texts.get(table) ?? '');
    const parts = this.parts.get(table) ?? [];
    this.parts.set(table, []);
    return parts;
  }
}

const STATUS = { 注销: 'deregistered', 吊销: 'revoked' } as const;

/** The subject of an organisation as its last registration left it. @returns its id */
export function addSubject(lines: Lines, organisation: Organisation, areaCode: string): string {
  const { code, kind, name, formerName, ended, registered, registrationHandedIn } = organisation;
  const id = subjectIdFor('uscc', code);
  const soleTrader = kind === 'sole-trader';
  const norm = nameColumns(name);
  const c13 = isC13({ soleTrader, uscc: code, nameNorm: norm.norm });
  const status = ended ? STATUS[ended.status] : 'registered';
  const since = dateOf(registered);
  const at = `${dateOf(registrationHandedIn)} 10:00:00+08`;
  lines.add('subjects.subject', [
    id,
    soleTrader ? 'sole-trader' : 'organisation',
    c13,
    code,
    name,
    status,
    since,
    areaCode,
    false,
    false,
    at,
  ]);
  lines.add('subjects.subject_key', ['uscc', code, id, at]);
  lines.add('subjects.subject_name', [id, norm.norm, name, since, null]);
  const names = [{ columns: norm, name, former: false }];
  if (formerName !== undefined) {
    const columns = nameColumns(formerName);
    lines.add('subjects.subject_name', [id, columns.norm, columns.norm, null, since]);
    names.push({ columns, name: columns.norm, former: true });
  }
  if (c13) return id;
  for (const { columns, name: shown, former } of names) {
    lines.add('subjects.public_name', [
      id,
      code,
      shown,
      columns.norm,
      arrayText(columns.bigrams),
      columns.initials,
      former,
      areaCode,
    ]);
  }
  return id;
}

/** Where a record comes from. */
export interface RecordOrigin {
  readonly subject: string;
  readonly record: number;
  readonly submission: string;
  readonly edition: string;
}

/** The first version of a record, accepted on the day it was handed in. */
export function addRecord(lines: Lines, row: DemoRow, facts: RowFacts, origin: RecordOrigin): void {
  const day = dateOf(row.handedIn);
  const identity = uuidOf(facts.identityText);
  lines.add('records.record', [
    origin.subject,
    facts.decidedOn,
    origin.record,
    1,
    row.item,
    origin.edition,
    row.unit,
    facts.authorityUscc,
    facts.authorityName,
    facts.decisionNo,
    facts.decidedOn,
    facts.validFrom,
    facts.validUntil,
    facts.inEffect,
    facts.misconductClass,
    facts.classAssumed,
    facts.conductEndedOn,
    facts.conductAssumed,
    facts.ownMonths,
    facts.openFields,
    facts.closedFields,
    uuidOf(facts.contentText),
    identity,
    origin.submission,
    origin.record,
    day,
    day,
    `${day} 12:00:00+08`,
  ]);
  lines.add('records.record_identity', [origin.subject, identity, origin.record, facts.decidedOn]);
}
