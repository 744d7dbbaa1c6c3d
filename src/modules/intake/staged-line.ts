/** A checked row as one line of COPY text, in the order of the staging table's columns. */
import { uuidOf } from '../../platform/crypto.ts';
import type { RowFacts } from './checking/finding.ts';

const NULL = '\\N';

/** Escapes text for COPY's text format (PostgreSQL, COPY, "Text Format"). */
export function copyText(text: string): string {
  if (!/[\\\t\n\r]/.test(text)) return text;
  return text.replace(/[\\\t\n\r]/g, (character) => {
    if (character === '\t') return '\\t';
    if (character === '\n') return '\\n';
    return character === '\r' ? '\\r' : '\\\\';
  });
}

/** JSON as `JSON.stringify` writes it holds no control character: only its own escapes are escaped again. */
const copyJson = (json: string): string => (json.includes('\\') ? json.replaceAll('\\', '\\\\') : json);
const orNull = (text: string | null): string => (text === null ? NULL : copyText(text));
const flag = (value: boolean): string => (value ? 't' : 'f');

/** The line of one row. `subjectHash` is the id its subject has, or will have when it is registered. */
export function stagedLine(row: number, recordId: string, subjectHash: string, facts: RowFacts): string {
  const cells: string[] = [
    String(row),
    recordId,
    facts.keyKind,
    copyText(facts.keyValue),
    subjectHash,
    facts.legacyKeys.length === 0 ? NULL : copyText(JSON.stringify(facts.legacyKeys)),
    copyText(facts.partyName),
    copyText(facts.nameNorm),
    flag(facts.soleTrader),
    orNull(facts.formerNameNorm),
    facts.status ?? NULL,
    facts.registeredOn ?? NULL,
    orNull(facts.areaCode),
    uuidOf(facts.identityText),
    uuidOf(facts.contentText),
    copyText(facts.authorityUscc),
    copyText(facts.authorityName),
    copyText(facts.decisionNo),
    facts.decidedOn,
    facts.validFrom ?? NULL,
    facts.validUntil ?? NULL,
    flag(facts.inEffect),
    facts.misconductClass ?? NULL,
    flag(facts.classAssumed),
    facts.conductEndedOn ?? NULL,
    flag(facts.conductAssumed),
    facts.ownMonths === null ? NULL : String(facts.ownMonths),
    copyJson(facts.openFields),
    facts.closedFields === null ? NULL : copyJson(facts.closedFields),
  ];
  return `${cells.join('\t')}\n`;
}
