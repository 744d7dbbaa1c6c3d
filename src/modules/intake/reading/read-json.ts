/** Reads a JSON file of flat objects into rows: the members' names are the header, their values text. */
import { FileRefused } from './file-refused.ts';
import type { FindingLog } from './finding-log.ts';
import { type Header, type HeaderAndRows, readHeader } from './header.ts';
import { type JsonElement, JsonElements } from './json-elements.ts';
import { plainNumber } from './plain-number.ts';
import type { ReadLimits } from './read-limits.ts';
import { RowShaper } from './row-shaper.ts';
import type { SourceRow } from './source-row.ts';
import { hasUnwantedCharacter, withoutUnwantedCharacters } from './tidy-cell.ts';

/** So many first objects make the header together, since exporters leave out members that are empty. */
const HEADER_OBJECTS = 1_000;

/** A number with more digits than JSON.parse keeps, or with an exponent; now and then a text looks alike, which only costs time. */
const DELICATE_NUMBER = /[:,[]\s*-?(?:[\d.]{16}|\d[\d.]*[eE])/;

type Members = Record<string, unknown>;

/** `JSON.parse` hands the reviver the number as written (ECMAScript, JSON.parse source text access). */
const parseKeepingDigits = JSON.parse as (
  text: string,
  reviver: (key: string, value: unknown, context: { source?: string }) => unknown,
) => unknown;

/**
 * Reads the first objects for the header and hands on the rest lazily; undefined = the text is blank.
 * @throws FileRefused file.json-…, header.…
 */
export async function readJson(
  text: AsyncIterable<string>,
  limits: ReadLimits,
  findings: FindingLog,
): Promise<HeaderAndRows | undefined> {
  const elements = jsonElements(text, limits);
  const first: JsonElement[] = [];
  while (first.length < HEADER_OBJECTS) {
    const { value, done } = await elements.next();
    if (done) break;
    first.push(...value);
  }
  if (first.length === 0) throw new FileRefused('file.no-rows');
  const names = new Set<string>();
  first.slice(0, HEADER_OBJECTS).forEach((element, index) => {
    for (const name of Object.keys(parseMembers(element, index + 2))) names.add(name);
    if (names.size > limits.maxColumns)
      throw new FileRefused('file.too-many-columns', { limit: limits.maxColumns });
  });
  if (names.has('')) throw new FileRefused('header.blank', { column: 'A', row: 2 });
  const header = readHeader([...names], 1, limits.maxColumns);
  const columns = new Map([...names].map((name, index) => [name, index]));
  return { header, rows: jsonRows(first, elements, new JsonRows(columns, header, limits, findings)) };
}

async function* jsonElements(text: AsyncIterable<string>, limits: ReadLimits): AsyncGenerator<JsonElement[]> {
  const elements = new JsonElements(limits);
  for await (const piece of text) {
    const found = elements.push(piece);
    if (found.length > 0) yield found;
  }
  yield elements.end();
}

async function* jsonRows(
  first: JsonElement[],
  others: AsyncGenerator<JsonElement[]>,
  rows: JsonRows,
): AsyncGenerator<SourceRow[]> {
  try {
    let number = 1;
    for (let piece: JsonElement[] | undefined = first; piece; piece = (await others.next()).value) {
      for (const element of piece) {
        rows.take(element, ++number);
        if (rows.shaper.full) yield rows.shaper.drain();
      }
    }
    yield rows.shaper.drain();
  } finally {
    await others.return(undefined);
  }
}

/** Turns objects into cells under the header. */
class JsonRows {
  readonly shaper: RowShaper;
  readonly #columns: ReadonlyMap<string, number>;
  readonly #findings: FindingLog;

  constructor(
    columns: ReadonlyMap<string, number>,
    header: Header,
    limits: ReadLimits,
    findings: FindingLog,
  ) {
    this.shaper = new RowShaper(header, limits, findings);
    this.#columns = columns;
    this.#findings = findings;
  }

  take(element: JsonElement, row: number): void {
    const members = parseMembers(element, row);
    const cells = new Array<string>(this.#columns.size).fill('');
    let count = 0;
    for (const name of Object.keys(members)) {
      count++;
      const column = this.#columns.get(name);
      if (column === undefined) this.#findings.add('row.unknown-key', { row, column: name.slice(0, 40) });
      else cells[column] = this.#text(members[name], row, name);
    }
    if (count !== element.members) this.#findings.add('row.duplicate-key', { row });
    this.shaper.weigh(element.text.length);
    this.shaper.take(row, cells, false);
  }

  #text(value: unknown, row: number, column: string): string {
    if (typeof value === 'string') {
      if (!hasUnwantedCharacter(value)) return value;
      this.#findings.add('cell.control-character', { row, column });
      return withoutUnwantedCharacters(value);
    }
    if (typeof value === 'number') return plainNumber(String(value));
    if (typeof value === 'boolean') return String(value);
    if (value === null) return '';
    if (value instanceof WrittenNumber) return plainNumber(value.text);
    this.#findings.add('row.nested-value', { row, column });
    return '';
  }
}

/** A number as the file wrote it. */
class WrittenNumber {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

function parseMembers(element: JsonElement, row: number): Members {
  try {
    if (!DELICATE_NUMBER.test(element.text)) return JSON.parse(element.text) as Members;
    return parseKeepingDigits(element.text, (_, value, { source }) =>
      typeof value === 'number' && source !== undefined ? new WrittenNumber(source) : value,
    ) as Members;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new FileRefused('file.json-broken', { row });
  }
}
