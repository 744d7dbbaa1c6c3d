/** What a statement about persons is for: the database shows their tables only to a named act of this module. */
import { raw, type Tx } from '../../../platform/db/index.ts';

/** settle: appending · find: from a number to a subject · keys: wrapping keys anew · erase: erasing · wish: asking for it. */
export type PersonAct = 'settle' | 'find' | 'keys' | 'erase' | 'wish';

/** Runs with the tables of persons open for one act, and closes them again before the caller goes on. */
export async function during<T>(tx: Tx, act: PersonAct, run: () => Promise<T>): Promise<T> {
  // A literal SET LOCAL, since Citus sends that, and no function call, on to its workers.
  await tx.query(raw(`set local gongxin.persons = '${act}'`));
  const result = await run();
  // After an error the transaction is lost, and the setting with it.
  await tx.query(raw(`set local gongxin.persons = ''`));
  return result;
}
