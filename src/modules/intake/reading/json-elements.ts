/** Cuts JSON text into its row objects without holding the whole: an array, {"rows":[…]} or one object after another. */
import { FileRefused } from './file-refused.ts';
import type { ReadLimits } from './read-limits.ts';

/** One row object as text, and how many members it has by its colons (a doubled key counts twice). */
export interface JsonElement {
  text: string;
  members: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const COMMA = 0x2c;
const COLON = 0x3a;

/** What stands before the rows of a wrapper: the members before "rows" may be plain values. */
const WRAPPER = /^\s*\{(?:\s*"[^"\\]*"\s*:\s*(?:"[^"\\]*"|[\w.+-]+)\s*,)*\s*"rows"\s*:\s*\[/;

/** Fed with text, gives row objects; objects are only cut out here, JSON.parse judges what is inside. */
export class JsonElements {
  readonly #limits: ReadLimits;
  /** Text not yet used up: an unfinished object from its brace on, or what follows the array. */
  #carry = '';
  /** Where the search in `#carry` goes on. */
  #at = 0;
  #mode: 'start' | 'array' | 'sequence' | 'after' = 'start';
  #wrapped = false;
  #depth = 0;
  #inString = false;
  #members = 0;
  #expectComma = false;
  #afterComma = false;
  #row = 2;

  constructor(limits: ReadLimits) {
    this.#limits = limits;
  }

  /**
   * Takes the next text and gives the objects it completes.
   * @throws FileRefused file.json-broken, file.json-shape, file.json-depth, file.line-too-long
   */
  push(piece: string): JsonElement[] {
    this.#carry += piece;
    if (this.#mode === 'start' && !this.#findStart(this.#carry.length >= 4096)) return [];
    const found = this.#mode === 'after' ? [] : this.#cut();
    if (this.#carry.length > this.#limits.maxLineBytes) {
      throw new FileRefused('file.line-too-long', { row: this.#row, limit: this.#limits.maxLineBytes });
    }
    return found;
  }

  /** Ends the text and gives the objects that only its end completes. @throws FileRefused file.cut-off, file.json-broken */
  end(): JsonElement[] {
    if (this.#mode === 'start') this.#findStart(true);
    const found = this.#mode === 'after' ? [] : this.#cut();
    if (this.#depth > 0 || this.#mode === 'array') throw new FileRefused('file.cut-off');
    if (this.#mode === 'after') this.#judgeRest();
    return found;
  }

  /** Decides on the shape once it can be seen; false = more text is needed. */
  #findStart(sure: boolean): boolean {
    const text = this.#carry;
    const wrapper = WRAPPER.exec(text);
    const first = text.trimStart()[0];
    if (wrapper !== null) {
      this.#wrapped = true;
      this.#at = wrapper[0].length;
      this.#mode = 'array';
    } else if (first === '[') {
      this.#at = text.indexOf('[') + 1;
      this.#mode = 'array';
    } else if (first === '{' && sure) {
      this.#mode = 'sequence';
    }
    return this.#mode !== 'start';
  }

  #cut(): JsonElement[] {
    const found: JsonElement[] = [];
    const text = this.#carry;
    let at = this.#at;
    let from = this.#depth > 0 ? 0 : at;
    while (at < text.length && this.#mode !== 'after') {
      if (this.#inString) {
        at = this.#endOfString(text, at);
        continue;
      }
      const sign = text.charCodeAt(at++);
      if (this.#depth === 0) {
        from = this.#between(sign) ? at - 1 : at;
      } else if (this.#inside(sign)) {
        found.push({ text: text.slice(from, at), members: this.#members });
        this.#row++;
        from = at;
      }
    }
    this.#carry = text.slice(from);
    this.#at = at - from;
    return found;
  }

  /** A sign between objects; true = an object begins. */
  #between(sign: number): boolean {
    if (sign === OPEN_OBJECT && !this.#expectComma) {
      this.#depth = 1;
      this.#members = 0;
      return true;
    }
    if (sign === 0x20 || (sign >= 0x09 && sign <= 0x0d)) return false;
    if (this.#mode === 'array' && sign === COMMA && this.#expectComma) {
      this.#expectComma = false;
      this.#afterComma = true;
    } else if (this.#mode === 'array' && sign === CLOSE_ARRAY && !this.#afterComma) {
      this.#mode = 'after';
    } else {
      const rule = this.#expectComma ? 'file.json-broken' : 'file.json-shape';
      throw new FileRefused(rule, { row: this.#row });
    }
    return false;
  }

  /** A sign inside an object; true = the object ends. */
  #inside(sign: number): boolean {
    if (sign === QUOTE) this.#inString = true;
    else if (sign === COLON && this.#depth === 1) this.#members++;
    else if (sign === OPEN_OBJECT || sign === OPEN_ARRAY) {
      this.#depth++;
      if (this.#depth > this.#limits.maxDepth) {
        throw new FileRefused('file.json-depth', { row: this.#row, limit: this.#limits.maxDepth });
      }
    } else if (sign === CLOSE_OBJECT || sign === CLOSE_ARRAY) {
      this.#depth--;
      this.#expectComma = this.#mode === 'array' && this.#depth === 0;
      this.#afterComma = false;
      return this.#depth === 0;
    }
    return false;
  }

  /** The place after the string's closing quote, or the end of the text where it is not there yet. */
  #endOfString(text: string, from: number): number {
    for (let quote = text.indexOf('"', from); quote >= 0; quote = text.indexOf('"', quote + 1)) {
      let slashes = 0;
      while (text.charCodeAt(quote - 1 - slashes) === BACKSLASH) slashes++;
      if (slashes % 2 === 1) continue;
      this.#inString = false;
      return quote + 1;
    }
    return text.length;
  }

  /** Nothing but the wrapper's other members may follow the rows. */
  #judgeRest(): void {
    const rest = this.#wrapped ? `{"rows":[]${this.#carry}` : `[]${this.#carry}`;
    try {
      JSON.parse(rest);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      // An unclosed wrapper is what a broken transfer leaves.
      if (this.#wrapped && this.#carry.trim() === '') throw new FileRefused('file.cut-off');
      throw new FileRefused('file.json-broken', { row: this.#row });
    }
  }
}
