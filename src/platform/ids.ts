/** Identifiers made by the application: 63 bits, ordered by time, unique over processes without asking the database. */
import { randomBytes } from 'node:crypto';

/** 2020-01-01T00:00:00Z; 41 bits of milliseconds from here last until 2089. */
const EPOCH = 1_577_836_800_000;
const COUNTER_BITS = 12n;
const PROCESS_BITS = 10n;

/** Makes ids as decimal text (PostgreSQL `bigint`): 41 bits of milliseconds, 10 of the process, 12 of a counter. */
export function idMaker(
  now: () => number,
  processNumber = randomBytes(2).readUInt16BE() & 0x3ff,
): () => string {
  const process = BigInt(processNumber) << COUNTER_BITS;
  let last = 0;
  let counter = 0;
  return () => {
    const time = Math.floor(now());
    // A clock set back must not make an id twice: time only goes forward here.
    if (time > last) {
      last = time;
      counter = 0;
    } else if (++counter === 4096) {
      last += 1;
      counter = 0;
    }
    return ((BigInt(last - EPOCH) << (PROCESS_BITS + COUNTER_BITS)) | process | BigInt(counter)).toString();
  };
}

/** A new id of this process by the system's time. */
export const newId = idMaker(() => Date.now());

/** An id as text, for schemas: decimal, without leading zeros, below 2⁶³ (rounded down to 922·10¹⁶, which comes in 2089). */
export const ID_PATTERN = '(?:[1-9]\\d{0,17}|[1-8]\\d{18}|9[01]\\d{17}|92[01]\\d{16})';

const whole = new RegExp(`^${ID_PATTERN}$`);

/** Whether text can be an id at all; anything else is answered like one that does not exist. */
export function isId(text: string): boolean {
  return whole.test(text);
}
