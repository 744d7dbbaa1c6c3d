/** Runs a transaction anew that the database ended for the sake of another one. */

/** Deadlock detected, serialization failure (SQLSTATE class 40): nothing of the transaction happened. */
const LOST_RACE = ['40P01', '40001'];
const TRIES = 3;

/**
 * Gives what `run` gives, which must be one transaction as a whole. Who lost against another transaction tries again, by
 * then the other one is through; any other error, and the third loss, is thrown on.
 */
export async function againWhenRaceIsLost<T>(run: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await run();
    } catch (error) {
      if (tries === TRIES || !LOST_RACE.includes((error as { code?: string }).code ?? '')) throw error;
    }
  }
}
