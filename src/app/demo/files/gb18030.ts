// Encodes text as GB18030, which the runtime can only decode: the table is the decoder's own, turned round.

const LEAD = { first: 0x81, last: 0xfe } as const;
const FOUR_BYTE_PLACES = 39_420;

let table: Map<string, Uint8Array> | undefined;

/** Two bytes for the GBK part, four for the rest of the basic plane (GB 18030-2005 § 5). */
function build(): Map<string, Uint8Array> {
  const decoder = new TextDecoder('gb18030', { fatal: false });
  const map = new Map<string, Uint8Array>();
  const add = (...bytes: number[]) => {
    const coded = Uint8Array.from(bytes);
    const text = decoder.decode(coded);
    if (text.length === 1 && text !== '\ufffd' && !map.has(text)) map.set(text, coded);
  };
  for (let lead = LEAD.first; lead <= LEAD.last; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) add(lead, trail);
  }
  for (let place = 0; place < FOUR_BYTE_PLACES; place++) {
    const [d, c] = [place % 10, Math.floor(place / 10) % 126];
    const [b, a] = [Math.floor(place / 1260) % 10, Math.floor(place / 12_600)];
    add(0x81 + a, 0x30 + b, 0x81 + c, 0x30 + d);
  }
  return map;
}

/** The bytes of a text. Throws RangeError for a character outside the basic plane, which this data never has. */
export function encodeGb18030(text: string): Buffer {
  table ??= build();
  const known = table;
  const parts = Array.from(text, (char) => {
    if (char < '\u0080') return Uint8Array.of(char.charCodeAt(0));
    const bytes = known.get(char);
    if (!bytes) throw new RangeError(`no GB18030 code for U+${char.codePointAt(0)?.toString(16)}`);
    return bytes;
  });
  return Buffer.concat(parts);
}
