/** What became of the rows of a submission, each count with its meaning; they add up to all rows. */
import { writeCount } from '../../language/figures.ts';
import { useWords } from '../../language/language.ts';
import type { Counts } from '../answers.ts';
import { words } from './words.ts';

const order: readonly (keyof Counts)[] = ['rows', 'accepted', 'rejected', 'held', 'duplicate', 'refused'];

/** The counts; those that are zero are left out, except rows and accepted. */
export function SubmissionCounts({ counts }: { counts: Counts }) {
  const text = useWords(words);
  return (
    <dl className="counts">
      {order
        .filter((key) => counts[key] > 0 || key === 'rows' || key === 'accepted')
        .map((key) => (
          <div key={key}>
            <dt>{text[key]}</dt>
            <dd>{writeCount(counts[key])}</dd>
            <dd className="quiet" style={{ fontSize: 13 }}>
              {text.countHelp[key]}
            </dd>
          </div>
        ))}
    </dl>
  );
}
