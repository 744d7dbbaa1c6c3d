/** Words of a record's page, in English. */
import type { RecordPageWords } from './words.zh.ts';

export const en: RecordPageWords = {
  untilHeading: 'Until when it is public',
  untilDay: (date) => `No longer public from ${date}`,
  repairFrom: (date) => `From ${date} an early end may be applied for (credit repair)`,
  repairNow: (date) => `Since ${date} an early end may be applied for (credit repair)`,
  repairHow: 'How to apply',
  wrongHeading: 'Something wrong?',
  wrong: () =>
    'Turn to the body that decided, named above, or to the city’s public credit information centre, and enclose what proves it (Shandong Social Credit Regulation, article 39).',
  factsHeading: 'This record',
  subject: 'Organisation',
  code: 'Unified social credit code',
  item: 'Category',
  fieldsHeading: 'Everything that is public of it',
  fieldsSay:
    'In the order of the data standard; what is not listed is not public or was not filled in. Contents are in Chinese, as decided.',
  clocksHeading: 'Working days until it was handed in and public',
  clocksSay: 'Day 1 is the first working day after the decision.',
  handedIn: 'Handed in by the department',
  madePublic: 'Public',
  platform: 'Of which the platform took',
  platformDays: (n) =>
    n === 0 ? 'less than a working day' : n === 1 ? '1 working day' : `${n} working days`,
  limit: (days) => `the law gives ${days} working days`,
  noLimit: 'no legal limit at the time',
  due: (date) => `by ${date}`,
  inTime: 'in time',
  late: (days) => (days === 1 ? '1 working day late' : `${days} working days late`),
  version: (n) => `This record was corrected; it is version ${n}.`,
  receiptHeading: 'Receipt against tampering',
  receiptSays:
    'This is the commitment of the record, signed by the transparency log. Keep it, and you can later prove what was public; it tells nothing of what is not.',
  receiptProof: 'Proof that the log holds it',
  receiptLog: 'How to verify',
  home: 'Look up',
};
