/** For tests: invented people with valid identity numbers, decisions about them, and a reader with an access row. */
import { identityCheckCharacter } from '../../../kernel/identity-number.ts';
import { sql, type Tx } from '../../../platform/db/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/index.ts';
import { appendPersons } from '../append-persons.ts';
import { personKeysOf } from '../person-keys.ts';
import type { PersonEntry, PersonOutcome, PersonSettlement } from '../person-record.ts';

/** Somebody who does not exist: 999 is a division nobody was ever registered in. */
export interface Invented {
  name: string;
  identityNumber: string;
}

/** Person `number`, born on 1985-03-07 unless said otherwise. */
export function person(number: number, born = '19850307'): Invented {
  const first17 = `371899${born}${String(number % 1000).padStart(3, '0')}`;
  return {
    name: `赵试验${number}`,
    identityNumber: first17 + identityCheckCharacter(first17),
  };
}

/** A decision about somebody. */
export function decision(about: Invented, number: number, content = '警告'): PersonEntry {
  return {
    recordId: newId(),
    payload: {
      ...about,
      authorityName: '清和市市场监督管理局',
      decisionNo: `清市监处罚〔2026〕${number}号`,
      row: number,
      fields: { CF_NR: content, CF_SY: `当事人${about.name}（${about.identityNumber}）未按规定保存记录` },
    },
    identityText: `administrative-penalty\u001F清市监处罚〔2026〕${number}号`,
    contentText: content,
    authorityUscc: '11371899MB0000001X',
    decidedOn: '2026-11-09',
    validFrom: null,
    validUntil: null,
    inEffect: true,
    misconductClass: 'general',
    classAssumed: false,
    conductEndedOn: '2026-10-01',
    conductAssumed: false,
    ownMonths: null,
  };
}

/** What a settlement of the test bears. */
export function settlement(submissionId = newId()): PersonSettlement {
  return {
    item: 'administrative-penalty',
    editionId: '2024-1',
    unitCode: 't-market',
    submissionId,
    handedInOn: '2026-11-18',
    acceptedOn: '2026-11-18',
    acceptedAt: new Date('2026-11-18T02:00:00Z'),
  };
}

/** Settles the decisions in a transaction of their own. */
export function settle(
  platform: Platform,
  entries: readonly PersonEntry[],
  facts: PersonSettlement = settlement(),
): Promise<PersonOutcome[]> {
  return platform.db.app.transaction((tx) => appendPersons(tx, personKeysOf(platform), entries, facts));
}

/** Runs as the gate does: with an access row about the subject, written in the same transaction. */
export function looking<T>(platform: Platform, subjectId: string, run: (tx: Tx) => Promise<T>): Promise<T> {
  return platform.db.app.transaction(async (tx) => {
    const accessId = newId();
    await tx.query(sql`
      insert into disclosure.access (subject_id, access_id, kind, purpose, accessed_at, transaction_id, opened_at, entry_id)
      values (${subjectId}, ${accessId}, 'own-file', 'own-file', now(), pg_current_xact_id(), now(), ${accessId})`);
    return run(tx);
  });
}
