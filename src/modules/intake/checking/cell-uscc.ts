/** Judges a cell that should hold a unified social credit code. */
import { checkUscc } from '../../../kernel/uscc.ts';
import type { Place, RowSink } from './row-sink.ts';

const CHINESE = /[\u3400-\u9fff]/;

/** A valid code is kept as it stands; anything else is a finding, with the code that was probably meant. */
export function usccCheck(place: Place): (text: string, sink: RowSink) => string {
  // Authorities' codes repeat from row to row, parties' hardly: only the last answer is worth keeping.
  let last = '';
  return (text, sink) => {
    if (text === last) return text;
    const found = checkUscc(text);
    if (found.ok) {
      last = text;
      return text;
    }
    if (found.problem === 'identity-number') sink.add('uscc.identity-number', place);
    else if (CHINESE.test(text)) sink.add('uscc.is-name', place);
    else if (found.problem === 'lower-case')
      sink.add('uscc.lower-case', place, { suggested: found.suggested ?? '' });
    else if (found.suggested !== undefined) sink.add('uscc.suggested', place, { suggested: found.suggested });
    else sink.add(`uscc.${found.problem}`, place);
    return '';
  };
}
