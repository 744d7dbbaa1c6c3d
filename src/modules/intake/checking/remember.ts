/** Remembers the answers for cells that repeat from row to row, up to a number of them. */

const MOST = 4096;
/** A longer cell is hardly a repeated date, amount or list entry. */
const LONGEST = 64;

/** The same function, asked once for equal texts; the memory is emptied when it is full. */
export function remember<Answer>(ask: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const answer = ask(text);
    if (text.length <= LONGEST) {
      if (known.size >= MOST) known.clear();
      known.set(text, answer);
    }
    return answer;
  };
}
