// Loaded into the worker by the proof: kills it, as SIGKILL would, at the step that the plan names.
import { subscribe } from 'node:diagnostics_channel';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

const plan = process.env.GONGXIN_KILL_PLAN;
if (plan && process.argv[1]?.endsWith('worker.ts')) {
  // The proof kills the worker from outside as well, at random moments.
  writeFileSync(`${plan}.pid`, String(process.pid));
  subscribe('gongxin.intake.step', ({ step }) => {
    let wanted;
    try {
      wanted = readFileSync(plan, 'utf8').trim();
    } catch (error) {
      if (error.code === 'ENOENT') return;
      throw error;
    }
    if (wanted !== step) return;
    // Once: the next worker must be able to finish.
    rmSync(plan);
    process.kill(process.pid, 'SIGKILL');
  });
}
