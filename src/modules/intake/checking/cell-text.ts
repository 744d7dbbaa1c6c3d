/** Judges a cell of text: length, formulas, control characters, and numbers of persons that don't belong there. */
import { findPersonalData, type PersonalData } from '../../../kernel/personal-data.ts';
import { isFormula, normaliseDocumentNo } from '../../../kernel/text.ts';
import { isUscc } from '../../../kernel/uscc.ts';
import type { FieldDefinition } from '../../catalogue/pure.ts';
import type { Place, RowSink } from './row-sink.ts';
import { CONTACT, CONTROL, DIGIT_RUN, FORMULA_START, scanText } from './scan-text.ts';

/** Kinds that hold numbers of documents: long runs of digits are their nature, so only identity numbers are looked for. */
const NUMBERED = [
  'decision-number',
  'certificate-number',
  'legacy-code',
  'legacy-tax-code',
  'area-code',
  'sequence',
];

/** Whether the field's text is free: neither a number of a document nor a name. */
export function isFreeText(field: FieldDefinition): boolean {
  return field.type === 'text' && !NUMBERED.includes(field.kind);
}

/** The registered address of a small firm is often a flat: it belongs to the registration and is told as such. */
const ADDRESSES = ['organisation-address'];

/** How an office is reached: its line and its mailbox are the organisation's; a mobile is always somebody's. */
const OFFICES = ['official-contact'];

/** What would be a person's in a free text, but belongs to the field. */
function allowedKinds(field: FieldDefinition): readonly PersonalData['kind'][] {
  if (NUMBERED.includes(field.kind))
    return ['identity-or-registration', 'mobile', 'landline', 'bank-card', 'e-mail', 'home-address'];
  if (OFFICES.includes(field.kind)) return ['landline', 'e-mail'];
  return ADDRESSES.includes(field.kind) ? ['home-address'] : [];
}

const NAMES = ['party-name', 'authority-name', 'source-name', 'former-name'];

/** The text as it stands (document numbers in one spelling); faults are findings. */
export function textCheck(field: FieldDefinition, place: Place): (text: string, sink: RowSink) => string {
  const limit = field.length ?? Number.POSITIVE_INFINITY;
  const allowed = allowedKinds(field);
  const named = NAMES.includes(field.kind);
  const documentNo = field.kind === 'decision-number' || field.kind === 'certificate-number';
  return (text, sink) => {
    const flags = scanText(text);
    if (flags !== 0) judgeFlags(flags, text, allowed, place, sink);
    if (text.length > limit) judgeLength(field, text, limit, place, sink);
    if (named && isNumber(text)) sink.add('name.is-code', place);
    return documentNo ? normaliseDocumentNo(text) : text;
  };
}

function judgeFlags(
  flags: number,
  text: string,
  allowed: readonly PersonalData['kind'][],
  place: Place,
  sink: RowSink,
): void {
  if (flags & CONTROL) sink.add('text.control-character', place);
  if (flags & FORMULA_START && isFormula(text) && !/^[-－—]+$/.test(text)) {
    sink.add(/^[+\-＋－]/.test(text) ? 'text.formula-sign' : 'text.formula', place);
  }
  if (!(flags & (DIGIT_RUN | CONTACT))) return;
  if (findPersonalData(text, allowed).length > 0) sink.add('text.personal-number', place);
}

function judgeLength(field: FieldDefinition, text: string, limit: number, place: Place, sink: RowSink): void {
  const count = Array.from(text).length;
  if (count > limit)
    sink.add(field.lengthConfirmed ? 'length' : 'length.unconfirmed', place, { limit, count });
}

/** A code or a bare number: no name of an organisation consists of them. */
function isNumber(text: string): boolean {
  const first = text.charCodeAt(0);
  return first >= 0x30 && first < 0x5b && (/^\d{4,}$/.test(text) || (text.length === 18 && isUscc(text)));
}
