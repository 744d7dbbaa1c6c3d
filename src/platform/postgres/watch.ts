/** Starts the embedded server again when it dies under a running platform; pools reconnect by themselves. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Places } from './places.ts';
import { isServerOf } from './postmaster.ts';
import type { RunningServer } from './server.ts';

type Watched = {
  isStopped: boolean;
  readonly places: Places;
  readonly current: () => RunningServer;
  readonly restart: () => Promise<void>;
};

const interval = 1_000;
const longestPause = 30_000;

/** `watch` looks once a second whether the server lives (an adopted one is not our child, so no event tells). */
export function keepAlive(watched: Watched): {
  isStopped: boolean;
  watch: (onDeath: (detail: string) => void) => void;
} {
  async function look(onDeath: (detail: string) => void): Promise<void> {
    let backOff = interval;
    while (!watched.isStopped) {
      await pause(interval, undefined, { ref: false });
      if (watched.isStopped || isServerOf(watched.places.cluster, watched.current().pid)) continue;
      onDeath('the database server is gone; starting it again');
      try {
        await watched.restart();
        backOff = interval;
      } catch (error) {
        onDeath((error as Error).message);
        await pause(backOff, undefined, { ref: false });
        backOff = Math.min(backOff * 2, longestPause);
      }
    }
  }
  return Object.assign(watched, {
    watch(onDeath: (detail: string) => void) {
      void look(onDeath);
    },
  });
}
