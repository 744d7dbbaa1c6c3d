// Counts the quality league of a running platform again from its public downloads and says whether it is the same.

// node scripts/recompute-league.ts <address of the portal> [from] [until]
import { isDeepStrictEqual } from 'node:util';
import { recompute } from './league/recompute.ts';

const [address = 'http://127.0.0.1:8080', from, until] = process.argv.slice(2);

async function get(path: string): Promise<string> {
  const answer = await fetch(new URL(path, address));
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.text();
}

const period = from && until ? `?from=${from}&until=${until}` : '';
const told = JSON.parse(await get(`/api/v1/public/quality/league${period}`)) as {
  from: string;
  until: string;
  items: { place: number | null; unit: string; index: number | null; figures: unknown[] }[];
};
const counted = await recompute(get, told.from, told.until);
const stated = told.items.map(({ place, unit, index, figures }) => ({ place, unit, index, figures }));
const same = isDeepStrictEqual(counted, stated);
for (const row of counted) console.log(`${row.place ?? '–'}\t${row.index ?? '–'}\t${row.unit}`);
console.log(
  same
    ? `${counted.length} units from ${told.from} to ${told.until}: every figure is the same to the last digit.`
    : 'The figures differ.',
);
if (!same) process.exitCode = 1;
