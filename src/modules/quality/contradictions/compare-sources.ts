/** Compares what departments newly stated with what others state of the same organisations; differences become work. */
import { addDays, type CivilDate } from '../../../kernel/civil-date.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/index.ts';
import { listActiveItems } from '../../catalogue/index.ts';
import { listAllUnits } from '../../identity/index.ts';
import { listStatedFacts, listSubjectsOfSubmissions } from '../../records/index.ts';
import {
  closeContradictions,
  insertComparison,
  keepContradictions,
  lastComparison,
  lockComparison,
  openSubjects,
  submissionsSince,
} from '../queries/contradictions.ts';
import { type Contradiction, comparableKinds, contradictionsAmong, withHeirs } from './compare-facts.ts';

/** Submissions may settle days after they came (a person looked first). */
const LATE_DAYS = 14;
/** Organisations compared at once. */
const AT_ONCE = 2_000;

/** What a comparison looked at and changed. */
export interface Comparison {
  readonly subjects: number;
  readonly opened: number;
  readonly closed: number;
}

/** Where the compared kinds stand in each item. Only what an organisation is, not what a decision says, is compared. */
async function fieldsToCompare(tx: Tx) {
  const kinds = new Set(comparableKinds.map(({ kind }) => kind));
  return (await listActiveItems(tx)).flatMap(({ item, fields, unknownSubject }) =>
    unknownSubject === 'register'
      ? fields.filter(({ kind }) => kinds.has(kind)).map(({ code, kind }) => ({ item, field: code, kind }))
      : [],
  );
}

/** One comparison, of what came since the last one and of what still contradicts. Running it twice changes nothing. */
export async function compareSources(platform: Platform): Promise<Comparison> {
  const today = platform.clock.today();
  const units = await listAllUnits(platform);
  const sectors = new Map(units.map(({ code, sector }) => [code, sector]));
  const heirs = new Map(
    units.flatMap(({ code, successor }) => (successor ? [[code, successor] as const] : [])),
  );
  return platform.db.app.scoped({ duty: 'quality' }, async (tx) => {
    await tx.query(lockComparison());
    const { on } = await tx.one<{ on: CivilDate | null }>(lastComparison());
    const since = on && addDays(on, -LATE_DAYS);
    const fields = await fieldsToCompare(tx);
    const items = [...new Set(fields.map(({ item }) => item))];
    const submissions = (await tx.query<{ id: string }>(submissionsSince(since))).map(({ id }) => id);
    const touched = await listSubjectsOfSubmissions(tx, submissions, items);
    const open = (await tx.query<{ id: string }>(openSubjects())).map(({ id }) => id);
    const subjects = [...new Set([...touched, ...open])];
    let [opened, closed] = [0, 0];
    for (let from = 0; from < subjects.length; from += AT_ONCE) {
      const some = subjects.slice(from, from + AT_ONCE);
      const facts = withHeirs(await listStatedFacts(tx, some, fields), heirs);
      const found = contradictionsAmong(facts, (unit) => sectors.get(unit));
      opened += await keep(tx, found, today);
      closed += (await tx.query(closeContradictions(some, found, today))).length;
    }
    const counts = { subjects: subjects.length, opened, closed };
    await tx.query(insertComparison(today, counts));
    return counts;
  });
}

async function keep(tx: Tx, found: readonly Contradiction[], today: string): Promise<number> {
  const rows = found.map((one) => ({ ...one, contradictionId: newId() }));
  const kept = await tx.query<{ opened: boolean }>(keepContradictions(rows, today));
  return kept.filter(({ opened }) => opened).length;
}
