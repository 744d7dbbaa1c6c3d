/** `npm run prove:log-tampering`: the tampering proof at full size, and the time of a round at 1.2 million rows. */
import { writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import path from 'node:path';
import { openBenchWorld } from '../../bench/world.ts';
import { derivedTables, logSources } from '../../src/app/log-sources.ts';
import { openTestLog, watchedTest } from '../../src/modules/transparency/testing.ts';
import { FULL_PLAN, LARGE_PLAN, proveLogTampering, type TamperingPlan } from './log-tampering/prove.ts';

const say = (line: string) => console.log(line);

async function prove(plan: TamperingPlan) {
  const world = await openBenchWorld();
  try {
    const log = openTestLog(world.platform, logSources);
    const watched = watchedTest(log, world.platform, derivedTables);
    return await proveLogTampering(plan, { log, watched, platform: world.platform, say });
  } finally {
    await world.close();
  }
}

const plans = process.argv.includes('--small') ? [FULL_PLAN] : [FULL_PLAN, LARGE_PLAN];
const results = [];
for (const plan of plans) {
  const figures = await prove(plan);
  say(JSON.stringify(figures, undefined, 2));
  results.push({ plan, figures });
}
const last = results.at(-1)?.figures;
const province = 12_200_000;
// A round reads every row once and keeps nothing, so its time grows as the rows do.
const hoursAtProvince = last && Number(((last.secondsOfRound / last.rows) * (province / 3600)).toFixed(2));
const machine = {
  cpus: cpus().length,
  load: loadavg().map((one) => Number(one.toFixed(1))),
  node: process.version,
};
const file = path.join(import.meta.dirname, '../../bench/results/log-tampering.json');
await writeFile(file, `${JSON.stringify({ machine, results, hoursAtProvince }, undefined, 2)}\n`);
say(
  `a full round at ${province} rows would take ${hoursAtProvince} hours (stated from the largest measured one)`,
);
const isBroken = results.some(({ figures }) => figures.missed.length + figures.falseAlarms > 0);
if (isBroken) {
  console.error(
    '有改动未被发现，或误报。 Something was changed and not raised, or raised without being changed.',
  );
  process.exit(1);
}
