/** Brings the rules of publicity in the database to what data/law says. */
import type { Platform } from '../../platform/index.ts';
import {
  DataFault,
  type InstrumentLevel,
  listInstrumentLevels,
  recordBasisUse,
  requireNoOverlap,
} from '../law/index.ts';
import { logState } from '../transparency/index.ts';
import { publicitySource } from './log-source.ts';
import { type PublicityData, publicityData } from './publicity-data.ts';
import * as queries from './queries.ts';

/** Only these set a period of their own that prevails over the general rules. */
const LAW_LEVELS: readonly (InstrumentLevel | undefined)[] = ['law', 'administrative-regulation'];

/**
 * Replaces the three tables in one transaction; loading the same again changes nothing.
 * @throws DataFault for two rules of one class on one day, or an own period that no law sets
 */
export async function loadPublicity(platform: Platform, data: PublicityData = publicityData): Promise<void> {
  requireNoOverlap('publicity-rules.json', data.rules, (row) => `${row.kind} ${row.class}`);
  requireNoOverlap('penalty-kind-classes.json', data.classes, (row) => row.kind);
  requireNoOverlap(
    'own-periods.json',
    data.ownPeriods,
    (row) => `${row.item} ${row.sector ?? '*'} ${row.class ?? '*'}`,
  );
  await platform.db.app.transaction(async (tx) => {
    await tx.query(queries.lockPublicity());
    const levels = await listInstrumentLevels(tx);
    for (const period of data.ownPeriods) {
      if (LAW_LEVELS.includes(levels.get(period.instrument))) continue;
      throw new DataFault(
        `own-periods.json：${period.id} 的依据不是法律或行政法规，不能优先于一般规则。${period.id} rests on no law or administrative regulation and can't prevail over the general rules.`,
      );
    }
    await tx.query(queries.clearRules());
    await tx.query(queries.insertRules(data.rules));
    await tx.query(queries.clearClasses());
    await tx.query(queries.insertClasses(data.classes));
    await tx.query(queries.clearOwnPeriods());
    await tx.query(queries.insertOwnPeriods(data.ownPeriods));
    await recordBasisUse(
      tx,
      'publicity-rule',
      data.rules.map((row) => ({ ...row, id: row.rule })),
    );
    await recordBasisUse(
      tx,
      'penalty-kind-class',
      data.classes.map((row) => ({ ...row, id: row.kind })),
    );
    await recordBasisUse(tx, 'own-period', data.ownPeriods);
    await logState(tx, publicitySource);
  });
}
