/** Reads the days of a holiday notice as somebody types them, one a line. */
import { type CivilDate, parseCivilDate } from '../../src/kernel/civil-date.ts';

/** A day that the notice moves. */
export interface NoticeDay {
  readonly date: CivilDate;
  readonly off: boolean;
  readonly name: string;
}

const OFF = ['休', '放假', 'off'];
const WORK = ['班', '上班', 'work'];

/** The days, and the numbers of lines that are not clear. */
export function readNoticeDays(text: string): { days: NoticeDay[]; badLines: number[] } {
  const days: NoticeDay[] = [];
  const badLines: number[] = [];
  text.split('\n').forEach((line, index) => {
    const [date = '', kind = '', ...name] = line.trim().split(/[\s,，、]+/);
    if (date === '') return;
    const day = parseCivilDate(date);
    const off = OFF.includes(kind.toLowerCase());
    if (day === undefined || (!off && !WORK.includes(kind.toLowerCase())) || name.length === 0) {
      badLines.push(index + 1);
    } else days.push({ date: day, off, name: name.join(' ') });
  });
  return { days, badLines };
}
