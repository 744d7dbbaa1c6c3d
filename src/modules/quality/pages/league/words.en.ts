/** Words of the departments' quality pages, in English. */
import type { LeagueWords } from './words.zh.ts';

export const en: LeagueWords = {
  title: 'Departments’ data quality',
  lead: 'The quality of what is handed in is each department’s duty, so it is public. Every figure can be counted again from the data at the end of this page.',
  description:
    'Completeness, compliance, timeliness, reported share, storage and accuracy of what each department hands in.',
  period: (from, until) => `Months from ${from} to ${until}`,
  figures: {
    completeness: {
      name: 'Completeness',
      how: 'Filled ÷ due among the cells that the data standard asks for, always or because another cell says so.',
    },
    compliance: { name: 'Compliance', how: 'Rows that passed every check of form ÷ rows handed in.' },
    timeliness: {
      name: 'Timeliness',
      how: 'Decisions handed in within the legal working days ÷ decisions whose working days can be counted (public, and the year’s holidays are announced).',
    },
    reported: {
      name: 'Reported share',
      how: 'Decisions handed in ÷ decisions that the department declares of its own register, by item and month; a month counts as full at most. Months not declared do not count.',
    },
    storage: {
      name: 'Storage',
      how: 'Rows stored ÷ rows that had to be stored (handed in, less duplicates and what may not be collected).',
    },
    accuracy: {
      name: 'Accuracy',
      how: 'Records that their department did not have to correct ÷ all records.',
    },
  },
  place: 'Place',
  unit: 'Department',
  index: 'Overall',
  chart: 'The six figures over all departments',
  league: 'By department',
  item: 'Item',
  byItem: 'By item',
  none: 'No department handed in anything in these months',
  noneSays: 'Once departments hand in data, their quality is listed here.',
  whole: 'All items',
  howHeading: 'How it is counted',
  how: [
    'Files count in the month in which they came, decisions in the month in which they were made.',
    'Shares are rounded half up to four decimals and shown in percent; where there is nothing to count there is a “—”.',
    'The overall index is the mean of the shares by the weights below, without those that can’t be counted. With fewer than three figures there is no index and no place; equal indexes share a place.',
    'What is compared is the work of departments, not firms, and never people.',
  ],
  weight: 'Weight',
  weights: 'Figures, formulas and weights',
  figure: 'Figure',
  formula: 'Formula',
  source: 'The weights follow the published scheme of one city; they are this city’s own and can be changed.',
  downloads: 'The data behind it (CSV)',
  downloadsSay:
    'From these files every figure of this page can be counted again. Of what is not public they give the month alone.',
  files: {
    submissions: 'Rows and cells of each file handed in',
    'record-dates': 'Records by days of decision, handing in and publication',
    declarations: 'Decisions that departments declare of their registers',
    'time-limits': 'Legal time limits',
    'working-days': 'Working days',
    units: 'Departments and their sectors',
  },
  asJson: 'This page as JSON',
  coverage: 'What is collected: who hands in each item, and why what is missing is missing',
  notices: 'What nation and province say, beside our own figures',
  notice: 'Notice',
  noticeKinds: { 'monthly-notice': 'Monthly notice', 'quarterly-evaluation': 'Quarterly evaluation' },
  theirs: 'From above',
  ours: 'Our own',
  paper: 'Paper',
  timeliness: 'Timeliness by month, and gaps in numbers',
  rows: 'Rows',
  records: 'Decisions',
  partOf: (part, of) => `${part} / ${of}`,
};
