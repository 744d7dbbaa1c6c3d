/** The shapes of data/law, and the files themselves. */

import holidays from '../../../data/calendar/holidays-2018-2026.json' with { type: 'json' };
import articlesFile from '../../../data/law/articles.json' with { type: 'json' };
import instrumentsFile from '../../../data/law/instruments.json' with { type: 'json' };
import timeLimitsFile from '../../../data/law/time-limits.json' with { type: 'json' };
import type { CivilDate } from '../../kernel/civil-date.ts';
import type { CalendarFile } from '../../kernel/working-days.ts';

/** Levels of instruments, from the highest. */
export type InstrumentLevel =
  | 'law'
  | 'administrative-regulation'
  | 'state-council-decision'
  | 'department-rule'
  | 'local-regulation'
  | 'local-rule'
  | 'normative-document'
  | 'standard';

/** An instrument of law, in force on [from, until). */
export interface InstrumentEntry {
  readonly id: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly number: string | null;
  readonly body: string;
  readonly level: InstrumentLevel;
  readonly from: CivilDate;
  readonly until: CivilDate | null;
  readonly succeededBy: string | null;
  readonly source: string;
  readonly confidence: string;
}

/** What an article says, in our own words. */
export interface ArticleEntry {
  readonly instrument: string;
  readonly article: string;
  readonly says: { readonly zh: string; readonly en: string };
  readonly confidence: string;
}

/** Working days that the law gives for an act, by item and, where it says so, sector. */
export interface TimeLimit {
  readonly id: string;
  readonly item: string;
  readonly sector: string | null;
  readonly workingDays: number;
  readonly starts: 'decision' | 'revocation';
  readonly from: CivilDate;
  readonly until: CivilDate | null;
  readonly instrument: string;
  readonly article: string;
  readonly confidence: string;
}

/** Everything data/law and data/calendar hold for this module. */
export interface LawData {
  readonly instruments: readonly InstrumentEntry[];
  readonly articles: readonly ArticleEntry[];
  readonly timeLimits: readonly TimeLimit[];
  readonly calendar: CalendarFile;
}

/** The files as shipped. */
export const lawData: LawData = {
  instruments: instrumentsFile.items as readonly InstrumentEntry[],
  articles: articlesFile.items,
  timeLimits: timeLimitsFile.items as readonly TimeLimit[],
  calendar: holidays,
};
