/** Counts looks over a mixed load, per subject: what answers showed of what is not public, access rows, leaves of the log. */
import { loadavg } from 'node:os';
import { openBenchWorld } from '../../../bench/world.ts';
import { logSources } from '../../../src/app/log-sources.ts';
import { buildApp } from '../../../src/app/server.ts';
import { seededRandom } from '../../../src/kernel/seeded-random.ts';
import { integrate } from '../../../src/modules/transparency/index.ts';
import { openTestLog } from '../../../src/modules/transparency/testing.ts';
import { sql } from '../../../src/platform/db/index.ts';
import type { Server } from '../../../src/platform/http/index.ts';
import type { Platform } from '../../../src/platform/index.ts';
import { buildCountedCity, type CountedCity, type Headers } from './city.ts';

/** How much is asked. */
export interface DisclosurePlan {
  readonly requests: number;
  readonly firms: number;
  readonly seed: number;
}

export const FULL_PLAN: DisclosurePlan = { requests: 10_000, firms: 60, seed: 11 };

/** What was counted; all three counts are per subject and agree where `differences` is 0. */
export interface DisclosureFigures {
  readonly requests: number;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly subjectsLookedAt: number;
  readonly shownInAnswers: number;
  readonly accessRows: number;
  readonly rowsInLeaves: number;
  readonly leaves: number;
  /** Subjects for whom the three counts are not the same. */
  readonly differences: number;
  /** Looks of which the books do not say what was shown. */
  readonly uncounted: number;
  readonly seconds: number;
  readonly load: readonly number[];
}

type Ask = {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers?: Headers;
  readonly payload?: object;
};

const PURPOSES = [
  'licensing',
  'honours',
  'supervision-inspection',
  'case-handling',
  'case-handling',
  'court-order',
  'own-file',
];

/** The subject in a record's public id. */
function subjectOfId(id: string): string {
  let value = 0n;
  for (const digit of id.split('-')[0] ?? '') value = value * 36n + BigInt(Number.parseInt(digit, 36));
  return value.toString();
}

/** One request of the mix: looks, own files, own records, held rows, and what shows nothing that is not public. */
function askOf(city: CountedCity, random: () => number): Ask {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const uscc = pick(city.uscc);
  const own = pick([...city.subjects.values()]);
  const unit = pick(['market', 'emergency', 'centre'] as const);
  const headers = city.officers[unit];
  const kind = random();
  if (kind < 0.3) {
    const payload = {
      uscc: random() < 0.05 ? `${uscc.slice(0, 17)}?` : uscc,
      purpose: pick(PURPOSES),
      caseNo: random() < 0.05 ? ' ' : `办〔2026〕${Math.floor(random() * 1e6)}号`,
    };
    return { method: 'POST', url: '/api/v1/disclosures', headers, payload };
  }
  if (kind < 0.45) return { method: 'GET', url: '/api/v1/me/file', headers: own };
  if (kind < 0.48) return { method: 'GET', url: '/api/v1/me/file.pdf', headers: own };
  if (kind < 0.6)
    return { method: 'GET', url: `/api/v1/records?limit=${1 + Math.floor(random() * 20)}`, headers };
  if (kind < 0.68) return { method: 'GET', url: '/api/v1/held-rows?limit=5', headers };
  if (kind < 0.74) return { method: 'GET', url: '/api/v1/me/accesses', headers: own };
  if (kind < 0.78) return { method: 'GET', url: '/api/v1/me/notices', headers: own };
  if (kind < 0.82) return { method: 'GET', url: '/api/v1/me/file' };
  if (kind < 0.86) return { method: 'GET', url: '/api/v1/me/file', headers };
  if (kind < 0.9) return { method: 'GET', url: '/api/v1/records', headers: own };
  if (kind < 0.95) return { method: 'GET', url: `/api/v1/public/subjects/${uscc}` };
  return { method: 'GET', url: '/api/v1/public/catalogue' };
}

/** Whom an answer showed in what is not public: read from the answer alone, as whoever got it could. */
function shownIn(ask: Ask, status: number, body: () => unknown, city: CountedCity): string[] {
  if (status >= 300) return [];
  const path = ask.url.split('?')[0];
  if (path === '/api/v1/disclosures')
    return [(body() as { subject: { subjectId: string } }).subject.subjectId];
  if (path === '/api/v1/me/file' || path === '/api/v1/me/file.pdf') {
    return [...city.subjects].filter(([, headers]) => headers === ask.headers).map(([id]) => id);
  }
  if (path === '/api/v1/records') {
    const { items } = body() as { items: { id: string; public: boolean }[] };
    return [...new Set(items.filter((item) => !item.public).map((item) => subjectOfId(item.id)))];
  }
  if (path === '/api/v1/held-rows') {
    const { items } = body() as { items: { uscc: string | null }[] };
    return [...new Set(items.flatMap(({ uscc }) => city.subjectOf.get(uscc ?? '') ?? []))];
  }
  return [];
}

async function askAll(server: Server, city: CountedCity, plan: DisclosurePlan) {
  const random = seededRandom(plan.seed + 1);
  const shown = new Map<string, number>();
  const byStatus: Record<string, number> = {};
  let left = plan.requests;
  const one = async () => {
    while (left-- > 0) {
      const ask = askOf(city, random);
      // Each from a network of its own: limits are for harvesters.
      const remoteAddress = `10.${Math.floor(random() * 250)}.${Math.floor(random() * 250)}.7`;
      const answer = await server.inject({ ...ask, remoteAddress } as never);
      byStatus[answer.statusCode] = (byStatus[answer.statusCode] ?? 0) + 1;
      for (const subject of shownIn(ask, answer.statusCode, () => answer.json(), city)) {
        shown.set(subject, (shown.get(subject) ?? 0) + 1);
      }
    }
  };
  await Promise.all(Array.from({ length: 6 }, one));
  return { shown, byStatus };
}

/** Counts on a platform that is there and empty. */
export async function countDisclosures(platform: Platform, plan: DisclosurePlan): Promise<DisclosureFigures> {
  const city = await buildCountedCity(platform, plan.firms, plan.seed);
  const server = await buildApp(platform);
  const begun = performance.now();
  const { shown, byStatus } = await askAll(server, city, plan);
  const seconds = Math.round((performance.now() - begun) / 1000);
  await server.close();
  const log = openTestLog(platform, logSources);
  while (((await integrate(log)) ?? 0) > 0);
  const rows = await platform.db.migrator.query<{
    subject: string;
    accesses: number;
    leaves: number;
    unsaid: number;
  }>(sql`
    select a.subject_id as subject, count(*)::integer as accesses,
      count(*) filter (where e.leaf_index is not null)::integer as leaves,
      count(*) filter (where s.access_id is null)::integer as unsaid
    from disclosure.access a
    left join transparency.entry e on e.entry_id = a.entry_id and e.source = 'disclosure.access'
    left join disclosure.shown s on s.subject_id = a.subject_id and s.access_id = a.access_id
    group by a.subject_id`);
  const { leaves, in_leaves } = await platform.db.migrator.one<{ leaves: number; in_leaves: number }>(sql`
    select count(*)::integer as leaves, coalesce(sum(rows), 0)::integer as in_leaves from transparency.entry
    where source = 'disclosure.access' and leaf_index is not null`);
  const books = new Map(rows.map((row) => [row.subject, row]));
  const differences = [...new Set([...shown.keys(), ...books.keys()])].filter((subject) => {
    const [answers, book] = [shown.get(subject) ?? 0, books.get(subject)];
    return answers !== (book?.accesses ?? 0) || answers !== (book?.leaves ?? 0);
  });
  const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, one) => total + one, 0);
  return {
    requests: sum(Object.values(byStatus)),
    byStatus,
    subjectsLookedAt: books.size,
    shownInAnswers: sum(shown.values()),
    accessRows: sum(rows.map((row) => row.accesses)),
    rowsInLeaves: in_leaves,
    leaves,
    differences: differences.length,
    uncounted: sum(rows.map((row) => row.unsaid)),
    seconds,
    load: loadavg().map((one) => Number(one.toFixed(1))),
  };
}

/** The proof in a world of its own. */
export async function proveDisclosures(
  plan: DisclosurePlan,
  say: (line: string) => void,
): Promise<DisclosureFigures> {
  const world = await openBenchWorld();
  try {
    say(`${plan.requests} requests about ${plan.firms} subjects`);
    return await countDisclosures(world.platform, plan);
  } finally {
    await world.close();
  }
}
