/** Reads the table of shared texts of a workbook into memory, within a bound. */
import { FileRefused } from '../file-refused.ts';
import type { ReadLimits } from '../read-limits.ts';
import { unescapeText } from './escaped-text.ts';
import type { PackageParts } from './package-parts.ts';
import { xmlEvents } from './xml-events.ts';

/** What an entry costs besides its characters (a string's header and its place in the table). */
const ENTRY_BYTES = 24;

/** Collects the text of one cell: plain or in runs (rich text); phonetic guides (rPh) are left out. */
export class CellText {
  #text = '';
  #inText = false;
  #inPhonetic = false;

  open(name: string): void {
    if (name === 't') this.#inText = !this.#inPhonetic;
    else if (name === 'rPh') this.#inPhonetic = true;
  }

  close(name: string): void {
    if (name === 't') this.#inText = false;
    else if (name === 'rPh') this.#inPhonetic = false;
  }

  /** @throws FileRefused file.shared-text-too-large for a text that no cell may hold */
  add(text: string, limits: ReadLimits): void {
    if (!this.#inText) return;
    this.#text += text;
    if (this.#text.length > limits.maxLineBytes) throw new FileRefused('file.shared-text-too-large');
  }

  /** The text collected, which is then forgotten here. */
  take(): string {
    const text = unescapeText(this.#text);
    this.#text = '';
    return text;
  }
}

/** @throws FileRefused file.shared-text-too-large, file.xlsx-broken */
export async function readSharedText(
  zip: PackageParts,
  part: string | undefined,
  limits: ReadLimits,
): Promise<string[]> {
  const table: string[] = [];
  if (part === undefined) return table;
  const cell = new CellText();
  let bytes = 0;
  const events = xmlEvents(zip.bytes(part), {
    open: (name) => cell.open(name),
    close(name) {
      cell.close(name);
      if (name !== 'si') return;
      const text = cell.take();
      bytes += text.length * 2 + ENTRY_BYTES;
      if (bytes > limits.maxSharedTextBytes) throw new FileRefused('file.shared-text-too-large');
      table.push(text);
    },
    text: (text) => cell.add(text, limits),
  });
  for await (const _ of events);
  return table;
}
