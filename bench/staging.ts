/** One staging table a submission against one for all: copy in, analyse, read once, empty; for decision 0007. */
import { raw } from '../src/platform/db/index.ts';
import { type BenchWorld, median } from './world.ts';

const ROWS = 200_000;
const RUNS = 5;
const COLUMNS = 'row_no integer not null, key_value text, name_norm text, identity uuid, open_fields jsonb';
const PAYLOAD = JSON.stringify({
  facts: '当事人经营场所内销售的商品未按规定标明品名、计价单位和价格'.repeat(8),
});

function* lines(prefix: string): Generator<string> {
  for (let n = 0; n < ROWS; n += 1000) {
    let text = '';
    for (let row = n; row < n + 1000; row++) {
      text += `${prefix}${row}\t91371899MA${row}\t清和市第${row}有限公司\t00000000-0000-4000-8000-${String(row).padStart(12, '0')}\t${PAYLOAD}\n`;
    }
    yield text;
  }
}

/** Measures both ways in turn. */
export async function benchStaging(
  { platform }: BenchWorld,
  say: (line: string) => void,
): Promise<Record<string, unknown>> {
  const db = platform.db.app;
  const names = ['row_no', 'key_value', 'name_norm', 'identity', 'open_fields'];
  const [own, shared]: [number[], number[]] = [[], []];
  await db.query(
    raw(`create unlogged table intake_staging.shared (submission_id bigint not null, ${COLUMNS})`),
  );
  await db.query(raw('create index on intake_staging.shared (submission_id)'));
  for (let run = 1; run <= RUNS; run++) {
    let begun = performance.now();
    await db.transaction(async (tx) => {
      await tx.query(raw(`create unlogged table intake_staging.own (${COLUMNS})`));
      await tx.copyIn('intake_staging.own', names, lines(''));
    });
    await db.query(raw('analyze intake_staging.own (row_no, key_value, name_norm, identity)'));
    await db.query(raw('select count(distinct key_value) from intake_staging.own'));
    await db.query(raw('drop table intake_staging.own'));
    own.push(performance.now() - begun);
    begun = performance.now();
    await db.transaction((tx) =>
      tx.copyIn('intake_staging.shared', ['submission_id', ...names], lines(`${run}\t`)),
    );
    await db.query(raw('analyze intake_staging.shared (row_no, key_value, name_norm, identity)'));
    await db.query(
      raw(`select count(distinct key_value) from intake_staging.shared where submission_id = ${run}`),
    );
    await db.query(raw(`delete from intake_staging.shared where submission_id = ${run}`));
    shared.push(performance.now() - begun);
  }
  const figures = {
    rows: ROWS,
    runs: RUNS,
    ownMs: Math.round(median(own)),
    sharedMs: Math.round(median(shared)),
  };
  say(JSON.stringify(figures));
  return figures;
}
