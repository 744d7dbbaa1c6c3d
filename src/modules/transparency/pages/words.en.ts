/** Words of the pages of the log and of removals, in English. */
import type { TransparencyWords } from './words.zh.ts';

export const en: TransparencyWords = {
  log: {
    title: 'Transparency log',
    lead: 'Every publication, correction, withdrawal and change of rules leaves an entry in this log, which only grows and never changes. Anybody can verify it; nobody has to take the platform’s word.',
    description: 'The platform’s transparency log: checkpoint, keys, and how to verify it yourself.',
    nowHeading: 'Now',
    size: 'Entries',
    root: 'Root hash',
    none: 'The log has just begun; no checkpoint is published yet.',
    erased: 'Of these erased by law, recognisable by nobody',
    lastRound: 'Database and log last compared as a whole',
    alarms: 'Open differences',
    alarmsNone: 'None',
    alarmsSome: (n) => `${n}, being looked into`,
    witnessHeading: 'The witness',
    witness:
      'A process of its own with a key and a memory of its own. It signs only a log that grew from the last one it signed; if the log is rewritten, shortened or forked, it refuses, and no new checkpoint can be published.',
    witnessAccount: {
      own: 'On this machine the witness runs under a system account of its own.',
      same: 'On this machine the witness runs under the same system account as the platform: whoever controls that account controls the witness. For full protection start the platform as an administrator, or let another body be the witness.',
      unknown: 'The witness has not started yet.',
    },
    keysHeading: 'Keys',
    keysSay: 'Write these public keys down and verify with them later, not with those a web page shows then.',
    verifyHeading: 'How to verify',
    verify: [
      'Download the whole log into a folder: /log/checkpoint and /log/tile/… (format C2SP tlog-tiles).',
      'Run npx gongxin verify-log --from folder. It reads files alone and checks signatures, witness, every tile and the root; with --earlier it also checks that the log grew from an old checkpoint that you kept.',
      'Each public record’s page ends with a receipt against tampering; from there every step up to the checkpoint can be verified.',
    ],
    hides:
      'Entries are salted commitments: the log itself does not tell what an entry is or about whom. After an erasure by law not even those who know the text recognise it, while all other proofs still hold.',
    addresses: 'Addresses',
  },
  removals: {
    title: 'Removals',
    lead: 'Public records that were removed before their term ended, counted by ground and month. Every removal is an entry of the transparency log, so that no insider can do it unnoticed.',
    description: 'Public records removed, by ground and month.',
    month: 'Month',
    ground: 'Ground',
    records: 'Records',
    caption: 'Public records removed each month',
    fewer: 'fewer than 10',
    none: 'No removals in months that are over.',
    how: 'Only months that are over. Grounds with fewer than ten records in a month are put together; where even these are fewer than ten, no number is told, so that no case can be worked out. No item, unit or identifier is listed. What leaves because its term has ended is no removal.',
    grounds: {
      'submission-withdrawn': 'Withdrawn by the unit that handed it in',
      repaired: 'Credit repaired',
      'objection-upheld': 'Objection upheld',
      'person-erased': 'A person’s data erased by law',
      several: 'Other grounds',
    },
  },
};
