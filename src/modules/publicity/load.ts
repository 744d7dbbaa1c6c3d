/** Brings the rules of publicity in the database to what data/law says. */
import type { Platform } from '../../platform/index.ts';
import {
  DataFault,
  type InstrumentLevel,
  listInstrumentLevels,
  offerRules,
  requireNoOverlap,
} from '../law/index.ts';
import { type PublicityData, publicityData } from './publicity-data.ts';
import { publicityRules } from './publicity-rules.ts';
import * as queries from './queries.ts';

/** Only these set a period of their own that prevails over the general rules. */
const LAW_LEVELS: readonly InstrumentLevel[] = ['law', 'administrative-regulation'];

/**
 * One transaction; loading the same again changes nothing, and what changed waits for two people.
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
      const level = levels.get(period.instrument);
      // An instrument that waits itself is asked for when the rules come into force.
      if (level === undefined || LAW_LEVELS.includes(level)) continue;
      throw new DataFault(
        `own-periods.json：${period.id} 的依据不是法律或行政法规，不能优先于一般规则。${period.id} rests on no law or administrative regulation and can't prevail over the general rules.`,
      );
    }
    await offerRules(platform, tx, publicityRules, [{ key: 'all', content: data }]);
  });
}
