/** A civil date with the working day that today is, counted from it. */
import type { CivilDate } from '../../src/kernel/civil-date.ts';
import { useWords } from '../language/language.ts';
import { words } from '../parts/words.ts';
import { useDaysSince } from './use-working-days.ts';

/** "2026-11-11, 第5个工作日"; the day itself and uncounted ones are said so. */
export function Dated({ date }: { date: CivilDate }) {
  const text = useWords(words);
  const days = useDaysSince()(date);
  return (
    <span className="figures">
      <time dateTime={date}>{date}</time>
      {days === undefined ? null : (
        <span className="quiet">, {days === 0 ? text.sameDay : text.workingDay(days)}</span>
      )}
    </span>
  );
}
