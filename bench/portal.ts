/** Public pages in requests a second, against a bare route doing as many key selects on the same pool, in one run. */

import type { AddressInfo } from 'node:net';
import autocannon from 'autocannon';
import { fastify } from 'fastify';
import pg from 'pg';
import { copyCity } from '../src/app/demo/index.ts';
import { buildApp } from '../src/app/server.ts';
import { sql } from '../src/platform/db/index.ts';
import { type BenchWorld, median } from './world.ts';

const ORGANISATIONS = 20_000;
const CONNECTIONS = 8;
const SECONDS = 5;
const PAIRS = 5;
const NETWORKS = 4_000;

/** Every statement of the process, whoever asks and in whatever transaction: begin and commit are statements too. */
function countStatements(): () => number {
  let count = 0;
  const ask = pg.Client.prototype.query;
  pg.Client.prototype.query = function counted(this: pg.Client, ...question: Parameters<typeof ask>) {
    count++;
    return ask.apply(this, question);
  } as typeof ask;
  return () => count;
}

async function load(origin: string, paths: readonly string[]) {
  // Pages that must not be harvested are limited by network, so the load comes from many.
  const requests = Array.from({ length: NETWORKS }, (_, network) => ({
    path: paths[network % paths.length] as string,
    headers: { accept: 'text/html', 'x-forwarded-for': `10.0.${network >> 8}.${network & 255}` },
  }));
  const result = await autocannon({
    url: origin,
    connections: CONNECTIONS,
    duration: SECONDS,
    requests,
    workers: 1,
  });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(
      `answers by status ${JSON.stringify(result.statusCodeStats)}, ${result.errors} errors; all should be 200`,
    );
  const { requests: answered, latency } = result;
  return { requests: answered.total, perSecond: answered.average, p99: latency.p99 };
}

/** Measures home, search, a subject's page and a record's page. */
export async function benchPortal(
  world: BenchWorld,
  say: (line: string) => void,
): Promise<Record<string, unknown>> {
  const { platform } = world;
  await copyCity(platform, { seed: 1, organisations: ORGANISATIONS, until: platform.clock.today() });
  // The copied city did not come through intake: its records get the entries that a record's page signs for.
  await platform.db.migrator.query(sql`
    insert into transparency.entry (entry_id, source, reference, rows, secret, queued_at)
    select submission_id, 'records.record', submission_id::text, count(*), sha256(uuid_send(gen_random_uuid())), now()
    from records.record group by submission_id on conflict do nothing`);
  await platform.db.migrator.query(sql`analyze`);
  const found = await platform.db.portal.query<{ uscc: string; name: string }>(
    sql`select s.uscc, s.name from published.subject s where not s.c13 and exists (select 1 from published.record r where r.subject_id = s.subject_id)
      order by s.subject_id limit 200`,
  );
  const records = await platform.db.portal.query<{ s: string; r: string }>(
    sql`select r.subject_id as s, r.record_id as r from published.record r where r.item = 'administrative-licence' limit 200`,
  );
  const pages: Record<string, string[]> = {
    home: ['/'],
    search: found.map(({ name }) => `/search?q=${encodeURIComponent(name.slice(3, 6))}`),
    subject: found.map(({ uscc }) => `/subjects/${uscc}`),
    record: records.map(({ s, r }) => `/records/${BigInt(s).toString(36)}-${BigInt(r).toString(36)}`),
  };
  const statements = countStatements();
  const app = await buildApp({ ...platform, config: { ...platform.config, trustProxy: '127.0.0.1' } });
  const appOrigin = await app.listen({ port: 0, host: '127.0.0.1' });
  const bare = fastify();
  const keys = await platform.db.portal.query<{ id: string }>(
    sql`select subject_id as id from published.subject limit 1000`,
  );
  bare.get('/:selects', async (request) => {
    const selects = Number((request.params as { selects: string }).selects);
    for (let n = 0; n < selects; n++) {
      const { id } = keys[Math.floor(Math.random() * keys.length)] as { id: string };
      await platform.db.portal.query(sql`select uscc, name from published.subject where subject_id = ${id}`);
    }
    return { selects };
  });
  await bare.listen({ port: 0, host: '127.0.0.1' });
  const bareOrigin = `http://127.0.0.1:${(bare.server.address() as AddressInfo).port}`;
  const results: Record<string, unknown> = {};
  for (const [page, paths] of Object.entries(pages)) {
    const first = await fetch(`${appOrigin}${paths[0]}`, { headers: { accept: 'text/html' } });
    const characters = (await first.text()).length;
    // Warm, as the bare route is: counted over a whole run by the counter that the measured runs go through as well.
    const before = statements();
    const warm = await load(appOrigin, paths);
    const statementsARequest = (statements() - before) / warm.requests;
    const selects = Math.round(statementsARequest);
    const ours = [];
    const theirs = [];
    for (let pair = 0; pair < PAIRS; pair++) {
      ours.push(await load(appOrigin, paths));
      theirs.push(await load(bareOrigin, [`/${selects}`]));
    }
    const perSecond = median(ours.map((run) => run.perSecond));
    const ratio = Number((perSecond / median(theirs.map((run) => run.perSecond))).toFixed(3));
    results[page] = {
      perSecond: Math.round(perSecond),
      p99: median(ours.map((run) => run.p99)),
      statementsARequest: Number(statementsARequest.toFixed(2)),
      selects,
      ratio,
      characters,
    };
    say(`${page}: ${JSON.stringify(results[page])}`);
  }
  await app.close();
  await bare.close();
  return {
    organisations: ORGANISATIONS,
    connections: CONNECTIONS,
    secondsARun: SECONDS,
    pairs: PAIRS,
    pages: results,
  };
}
