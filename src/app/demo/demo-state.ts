// What the demo was begun with and whether it is complete, so that a start after a crash goes on where it stood.
import { readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CivilDate } from '../../kernel/civil-date.ts';

/** Kept in <data>/demo-city.json. */
export interface DemoState {
  readonly seed: number;
  readonly organisations: number;
  readonly from: CivilDate;
  readonly until: CivilDate;
  readonly isComplete: boolean;
}

function stateFile(dataFolder: string): string {
  return path.join(dataFolder, 'demo-city.json');
}

/** The state of an earlier start, if any. */
export async function readDemoState(dataFolder: string): Promise<DemoState | undefined> {
  try {
    return JSON.parse(await readFile(stateFile(dataFolder), 'utf8')) as DemoState;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Replaces the state as a whole. */
export async function saveDemoState(dataFolder: string, state: DemoState): Promise<void> {
  const draft = `${stateFile(dataFolder)}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify(state)}\n`);
  await rename(draft, stateFile(dataFolder));
}
