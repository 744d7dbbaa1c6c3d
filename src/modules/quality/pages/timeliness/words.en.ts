/** Words of the timeliness pages, in English. */
import type { TimelinessWords } from './words.zh.ts';

export const en: TimelinessWords = {
  title: 'Timeliness',
  lead: 'A decision has to be handed in and public within the legal working days. This is how much of that each department kept.',
  description:
    'Share of licences and penalties that each department handed in, and that were public, on time.',
  howHeading: 'How it is counted',
  how: [
    'On time means within the working days that the law gave at the time of the decision (7 as a rule, 20 for penalties of market supervision).',
    '“Handed in on time” is the department’s own share; “public on time” contains the platform’s time as well. The difference between the two is the platform’s.',
    'Where the days off of a year are not announced yet, working days cannot be counted: such decisions count neither as on time nor as late and are listed apart.',
  ],
  items: 'Category',
  period: (from, to) => `Decisions from ${from} to ${to}`,
  asOf: 'As of',
  byMonth: 'Public on time, all departments, by month of decision',
  byMonthOf: (unit) => `Public on time, ${unit}, by month of decision`,
  monthTable: 'Figures by month',
  byUnit: 'By department',
  unit: 'Department',
  month: 'Month',
  records: 'Decisions',
  handedIn: 'Handed in on time',
  madePublic: 'Public on time',
  average: 'Working days to hand in, on average',
  unfixed: 'Open',
  gaps: 'Gaps in numbers',
  notCounted: '—',
  none: 'Nothing to count yet',
  noneSays: 'Once departments hand in licences and penalties, the share that was on time is listed here.',
  gapsShort:
    '“Gaps in numbers” counts what is missing between the first and the last number of a series; a department’s page lists them. A gap is a question, not a proof.',
  gapsHeading: 'Gaps in document numbers',
  gapsSay:
    'Documents of one series are numbered in order; numbers missing between the first and the last are listed here. A gap is a question, not a proof: void documents and such as may not be public or are not collected take numbers too.',
  series: 'Series',
  range: 'Numbers',
  present: 'Handed in',
  missing: 'Missing',
  moreMissing: (n) => `…, ${n} in all`,
  noGaps: 'No gaps were found.',
  league:
    'Departments’ data quality: completeness, compliance, timeliness, reported share, storage, accuracy',
  selfCheck: 'Daily self-check: how many faults each unit has open',
  decisions: 'See this department’s decisions',
};
