/** One record being filled in: which fields are asked, what they hold at first, and what the checks say. */
import type { FieldDefinition, ItemDefinition } from '../../../src/modules/catalogue/pure.ts';
import {
  type CheckContext,
  type CheckedRow,
  checkRow,
  type Finding,
  type MatchedColumn,
  matchHeader,
} from '../../../src/modules/intake/pure.ts';
import type { Language } from '../../language/language.ts';

/** What was typed, by field code; a missing one is empty. */
export type Entry = Readonly<Record<string, string>>;

/** The groups in which fields are asked. */
export const SECTIONS = ['party', 'decision', 'authority'] as const;
export type Section = (typeof SECTIONS)[number];

const PARTY_KINDS = [
  'party-name',
  'party-class',
  'organisation-code',
  'former-name',
  'representative-name',
  'legacy-code',
  'legacy-tax-code',
];
const AUTHORITY_KINDS = ['authority-name', 'authority-code', 'source-name', 'source-code'];

/** The section a field is asked in. */
export function sectionOf(field: FieldDefinition): Section {
  if (PARTY_KINDS.includes(field.kind)) return 'party';
  return AUTHORITY_KINDS.includes(field.kind) ? 'authority' : 'decision';
}

/** The fields that are asked: never those that may not be kept, nor the natural person's own. */
export function askedFields(definition: ItemDefinition): readonly FieldDefinition[] {
  return definition.fields.filter((field) => field.openness !== 'never' && field.drop !== 'identity');
}

/** What the unit need not type: its own name as source, and the authority where there is only one. */
export function firstEntry(definition: ItemDefinition, context: CheckContext): Entry {
  const [authority, ...others] = context.authorities;
  const known: Record<string, string | null | undefined> = {
    'source-name': context.unit.name,
    'source-code': context.unit.uscc,
    ...(authority && others.length === 0
      ? { 'authority-name': authority.name, 'authority-code': authority.uscc }
      : {}),
  };
  return Object.fromEntries(
    askedFields(definition).flatMap(({ code, kind }) => (known[kind] ? [[code, known[kind]]] : [])),
  );
}

/** Whether a field must be filled in, given what is typed so far. */
export function isRequired(field: FieldDefinition, entry: Entry): boolean {
  if (typeof field.required === 'string') return field.required === 'yes';
  const other = entry[field.required.field] ?? '';
  return field.required.includes.some((part) => other.includes(part));
}

/** Whether a field need never be filled in; such fields are folded away at the end of their section. */
export function isOptional(field: FieldDefinition): boolean {
  return field.required === 'no';
}

/**
 * Checks entries of one item by the row checks of files. Findings call the fields as the form does: there is no header
 * whose words they could use.
 */
export function entryCheck(
  definition: ItemDefinition,
  context: CheckContext,
  language: Language,
): (entry: Entry) => CheckedRow {
  const fields = askedFields(definition);
  const codes = fields.map(({ code }) => code);
  const names = new Map(fields.map(({ code, name }) => [code, name[language]]));
  const columns: readonly MatchedColumn[] = matchHeader(definition, codes).columns.map((column) => ({
    ...column,
    name: names.get(column.field) ?? column.name,
  }));
  return (entry) =>
    checkRow(
      definition,
      columns,
      codes.map((code) => entry[code] ?? ''),
      context,
    );
}

/** Compares findings by where their fields stand in the form; those of no field come last. */
export function entryOrder(definition: ItemDefinition): (a: Finding, b: Finding) => number {
  const fields = askedFields(definition);
  const shown = SECTIONS.flatMap((section) => {
    const own = fields.filter((field) => sectionOf(field) === section);
    return [...own.filter((field) => !isOptional(field)), ...own.filter(isOptional)];
  });
  const places = new Map(shown.map(({ code }, place) => [code, place]));
  const placeOf = ({ field }: Finding) => places.get(field ?? '') ?? shown.length;
  return (a, b) => placeOf(a) - placeOf(b);
}

/** The record as the file that is sent: one object, every field that was asked, empty ones too. */
export function entryFile(definition: ItemDefinition, entry: Entry, name: string): File {
  const row = Object.fromEntries(
    askedFields(definition).map(({ code }) => [code, (entry[code] ?? '').trim()]),
  );
  return new File([JSON.stringify([row])], name, { type: 'application/json' });
}

/** The findings of one field. */
export function findingsOf(findings: readonly Finding[], field: string): readonly Finding[] {
  return findings.filter((finding) => finding.field === field);
}
