/** Words about records that all their pages share, in English. */
import type { RecordWords } from './words.zh.ts';

export const en: RecordWords = {
  decidedBy: 'Decided by',
  decidedOn: 'Decided on',
  decisionNo: 'Number',
  registeredOn: 'Registered on',
  workingDay: (n) => (n === 0 ? 'the same day' : `working day ${n}`),
  unfixed: (year, date) => `fixed when the calendar of ${year} is loaded; ${date} at the earliest`,
  unfixedDay: 'the days off of that year are not announced yet, so working days cannot be counted',
  publicFrom: (from) => ['Public since ', from],
  publicUntil: (until) => ['no longer public from ', until],
  whileValid: 'as long as the licence is valid',
  openEnded: {
    'while-valid': 'valid without end, and public as long as it is valid',
    'while-listed': 'public while it is on the list, and down on the day it leaves',
    'while-registered': 'public as long as the organisation is registered',
    adverse: 'no end fixed',
  },
  because: {
    ruleNow: (min, max) =>
      `By the rules in force now it is public for at least ${min} and at most ${max} months from the decision`,
    ruleAtDecision: (max) =>
      `The rules at the time of the decision gave a shorter time (at most ${max} months); how the old and the new rules meet is not settled, so the earlier end holds`,
    ownPeriod: 'A law or administrative regulation sets a period of its own for this kind of record',
    fiveYears: 'Five years after the conduct ended it is over in any case',
    validUntil: 'Public while it is valid',
    openEnded: 'Public by law as long as it lasts',
  },
  classes: { slight: 'Slight', general: 'General', serious: 'Serious' },
  classLabel: 'Class of misconduct',
  classAssumed: 'assumed from the kind of penalty; the deciding body stated none',
  conductEnded: 'End of the conduct',
  conductAssumed: 'not handed in; counted from the decision',
  transition: 'old and new rules',
  basis: 'Basis',
  citation: (title, article) => `${title}${article === '正文' || article === '全文' ? '' : `, ${article}`}`,
  comma: ', ',
  semicolon: '; ',
  stop: '. ',
  colon: ': ',
  wrong: () => 'Something wrong? Turn to the deciding body.',
  wrongHow: 'How to',
  licenceStatus: { '1': 'In force', '2': 'Not in force' },
  tenThousand: '× 10,000 yuan',
};
