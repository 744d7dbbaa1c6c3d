/** Finds which column of a file is which field, by code, Chinese name or alias, however it is typed. */
import { toHalfWidth } from '../../../kernel/text.ts';
import type { FieldDefinition, ItemDefinition } from '../../catalogue/pure.ts';
import type { Finding } from './finding.ts';
import { ROW_RULES, type RowRule } from './rules.ts';

/** A column of the file that is a field of the item; `drop` columns are never read. */
export interface MatchedColumn {
  readonly index: number;
  readonly name: string;
  readonly field: string;
  readonly drop: boolean;
}

/** The columns found and what is wrong with the header; an error means that the file can't be read as this item. */
export interface HeaderMatch {
  readonly columns: readonly MatchedColumn[];
  readonly findings: readonly Finding[];
}

/** One spelling for headers: half width, no blanks, no byte order mark, no mark of "required", upper case. */
export function normaliseHeader(text: string): string {
  return toHalfWidth(text)
    .normalize('NFKC')
    .replace(/[\s\u200B-\u200F\u2060\uFEFF]+/g, '')
    .replace(/\((?:必填|选填|可选)\)|[*]/g, '')
    .toUpperCase();
}

/** Every header that means a field, normalised → its code. A name two fields would share belongs to the first. */
export function headerNames(definition: ItemDefinition): Map<string, string> {
  const names = new Map<string, string>();
  const add = (name: string, code: string) => {
    const key = normaliseHeader(name);
    if (key !== '' && !names.has(key)) names.set(key, code);
  };
  for (const field of definition.fields) add(field.code, field.code);
  for (const field of definition.fields) add(field.name.zh, field.code);
  for (const field of definition.fields) for (const alias of field.aliases ?? []) add(alias, field.code);
  return names;
}

/** Matches the cells of a header row. */
export function matchHeader(definition: ItemDefinition, header: readonly string[]): HeaderMatch {
  const names = headerNames(definition);
  const fields = new Map(definition.fields.map((field) => [field.code, field]));
  const columns: MatchedColumn[] = [];
  const findings: Finding[] = [];
  const add = (rule: RowRule, at: { column?: string; field?: string }, params: Record<string, string>) =>
    findings.push({ rule, severity: ROW_RULES[rule].severity, ...at, params });
  header.forEach((cell, index) => {
    // The star of a required column is the template's, not part of the name.
    const name = cell
      .replace(/^\uFEFF/, '')
      .replace(/[*＊]\s*$/, '')
      .trim();
    const code = names.get(normaliseHeader(cell));
    const field = code === undefined ? undefined : fields.get(code);
    if (field === undefined) {
      if (name !== '') add('column.unknown', { column: name }, { name: shorten(name) });
      return;
    }
    const earlier = columns.find((column) => column.field === field.code);
    if (earlier !== undefined) {
      add('column.doubled', { column: name, field: field.code }, { name, other: earlier.name });
      return;
    }
    const drop = field.openness === 'never' || field.drop === 'identity';
    if (drop) add('column.identity-dropped', { column: name, field: field.code }, { name });
    columns.push({ index, name, field: field.code, drop });
  });
  if (columns.length === 0) {
    const notFound = 'header.not-found';
    return { columns, findings: [{ rule: notFound, severity: ROW_RULES[notFound].severity }] };
  }
  for (const field of missing(definition, columns)) {
    add('column.missing', { field: field.code }, { name: `${field.name.zh} (${field.code})` });
  }
  addAssumptions(definition, columns, findings);
  return { columns, findings };
}

function missing(definition: ItemDefinition, columns: readonly MatchedColumn[]): FieldDefinition[] {
  const found = new Set(columns.map((column) => column.field));
  const legacy = definition.subject.legacy.some((key) => found.has(key.field));
  return definition.fields.filter(
    (field) =>
      field.required === 'yes' &&
      !found.has(field.code) &&
      !(field.code === definition.subject.uscc && legacy),
  );
}

/** Said once a file, since it would otherwise stand under every row. */
function addAssumptions(
  definition: ItemDefinition,
  columns: readonly MatchedColumn[],
  findings: Finding[],
): void {
  const assumed = [
    ['misconductClass', 'column.class-assumed'],
    ['conductEndedOn', 'column.conduct-assumed'],
  ] as const;
  for (const [code, rule] of assumed) {
    const declared = definition.fields.some((field) => field.code === code);
    if (declared && !columns.some((column) => column.field === code)) {
      findings.push({ rule, severity: ROW_RULES[rule].severity, field: code });
    }
  }
}

function shorten(name: string): string {
  return name.length > 40 ? `${name.slice(0, 40)}…` : name;
}
