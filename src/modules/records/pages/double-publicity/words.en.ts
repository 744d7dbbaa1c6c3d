/** Words of the double-publicity lists, in English. */
import type { DoublePublicityWords } from './words.zh.ts';

export const en: DoublePublicityWords = {
  title: 'Licences and penalties',
  lead: 'Administrative licences and penalties, public within the legal working days after the decision (“double publicity”).',
  description: 'Administrative licences and penalties by department, kind, date and place.',
  tabs: 'Licences or penalties',
  filter: 'Filter',
  unit: 'Department',
  kind: { 'administrative-licence': 'Class of licence', 'administrative-penalty': 'Kind of penalty' },
  from: 'Decided from',
  to: 'to (that day included)',
  area: 'Place',
  any: 'Any',
  datePattern: 'such as 2026-03-01',
  apply: 'Filter',
  clear: 'Clear the filter',
  wrong: {
    from: 'The first date cannot be read. Write it like 2026-03-01.',
    to: 'The last date cannot be read. Write it like 2026-03-01.',
    order: 'The last date lies before the first. Exchange them.',
  },
  list: 'Decisions, the latest first',
  none: 'No such records',
  noneSays:
    'Decisions that the departments made public are listed here. Widen the filter, or try other dates.',
  onePage:
    'Only the latest 20 penalties are listed. Narrow the filter by department, kind or date to see others. There is no second page and no download, so that penalties are not copied in bulk and passed on after their time.',
  withoutSoleTraders: 'Sole traders are in no list and no download; they are found by whole name or code.',
  download: 'Download this list (CSV)',
  registrations: 'Download registrations (CSV)',
};
