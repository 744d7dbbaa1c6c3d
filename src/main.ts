/** Starts the server and the worker; nothing else. */
import { complain } from './app/announce.ts';
import { type Running, start } from './app/start.ts';
import { sentenceFor } from './app/start-failure.ts';
import { loadConfig } from './platform/config.ts';

let running: Running | undefined;
let isEnding = false;

async function end(code: number): Promise<void> {
  if (isEnding) return;
  isEnding = true;
  await running?.stop();
  process.exit(code);
}

async function fail(error: unknown): Promise<void> {
  const { words, code } = sentenceFor(error);
  complain(words);
  await end(code);
}

process.on('uncaughtException', (error) => void fail(error));
process.on('unhandledRejection', (error) => void fail(error));
const starting = start(loadConfig(process.env), fail).then((started) => {
  running = started;
}, fail);
// A signal during start-up waits for the start, so that nothing half-started is left behind.
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  process.on(signal, () => void starting.then(() => end(0)));
}
// The bootstrap is gone, even if it was killed outright.
process.on('disconnect', () => void starting.then(() => end(0)));
