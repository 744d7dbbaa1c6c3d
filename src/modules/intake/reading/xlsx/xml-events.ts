/** Reads an XML part as a stream of events, without DTD or entities and with bounded memory. */
import { SaxesParser } from 'saxes';
import { FileRefused } from '../file-refused.ts';

/** Receives elements by local name (any namespace prefix is taken off) and text. */
export interface XmlHandlers {
  open(name: string, attributes: Record<string, string>): void;
  close(name: string): void;
  text(text: string): void;
}

/** Spreadsheet parts nest about ten deep. */
const MAX_DEPTH = 64;

/** A text or tag is held whole until it ends: none may be longer. */
const MAX_UNBROKEN = 4 * 1024 * 1024;

/**
 * Parses a part and pauses after each piece, so that the caller may hand on what the handlers collected.
 * @throws FileRefused file.xlsx-broken, file.xml-forbidden, file.unpacks-too-large, and what the handlers throw
 */
export async function* xmlEvents(
  bytes: AsyncIterable<Uint8Array>,
  handlers: XmlHandlers,
): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false, xmlns: false });
  let depth = 0;
  let unbroken = 0;
  parser.on('opentag', (tag) => {
    unbroken = 0;
    if (++depth > MAX_DEPTH) throw new FileRefused('file.xlsx-broken');
    handlers.open(localName(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag) => {
    unbroken = 0;
    depth--;
    handlers.close(localName(tag.name));
  });
  parser.on('text', (text) => handlers.text(text));
  parser.on('cdata', (text) => handlers.text(text));
  parser.on('doctype', () => {
    throw new FileRefused('file.xml-forbidden');
  });
  parser.on('error', () => {
    throw new FileRefused('file.xlsx-broken');
  });

  let decoder: InstanceType<typeof TextDecoder> | undefined;
  for await (const piece of bytes) {
    decoder ??= new TextDecoder(piece[0] === 0xff && piece[1] === 0xfe ? 'utf-16le' : 'utf-8', {
      fatal: true,
    });
    const text = decoded(decoder, piece);
    // A document type comes before the first element: it is refused as soon as it begins, not when it ends.
    if (depth === 0 && text.includes('<!DOCTYPE')) throw new FileRefused('file.xml-forbidden');
    unbroken += text.length;
    parser.write(text);
    if (unbroken > MAX_UNBROKEN) throw new FileRefused('file.unpacks-too-large');
    yield;
  }
  parser.close();
}

/** Reads a small part to its end. */
export async function readXml(bytes: AsyncIterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  for await (const _ of xmlEvents(bytes, handlers));
}

/** The attribute of that local name, e.g. 'id' for r:id; undefined = none. */
export function attribute(attributes: Record<string, string>, name: string): string | undefined {
  const key = Object.keys(attributes).find(
    (candidate) => candidate === name || candidate.endsWith(`:${name}`),
  );
  return key === undefined ? undefined : attributes[key];
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

function decoded(decoder: InstanceType<typeof TextDecoder>, piece: Uint8Array): string {
  try {
    return decoder.decode(piece, { stream: true });
  } catch (error) {
    // What a fatal decoder throws for wrong bytes (WHATWG Encoding), in Node and in browsers.
    if (!(error instanceof TypeError)) throw error;
    throw new FileRefused('file.xlsx-broken');
  }
}
