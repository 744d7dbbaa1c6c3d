/** The daily self-check: what is shown, what was released and what departments state is judged anew; findings open, stay, close. */
import type { CivilDate } from '../../kernel/civil-date.ts';
import { addWorkingDays } from '../../kernel/working-days.ts';
import type { Queryable } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { listActiveItems } from '../catalogue/index.ts';
import type { Purpose } from '../disclosure/index.ts';
import { getCalendar } from '../law/index.ts';
import { listPublicityRules } from '../publicity/index.ts';
import { workingDaysFor } from './duties-data.ts';
import { judgeData } from './judge-data.ts';
import { type Fault, judgeRecord, type ShownRecord } from './judge-record.ts';
import { judgeRelease, type Release } from './judge-release.ts';
import {
  closeUnseen,
  countOpen,
  insertRound,
  keepFindings,
  lockRound,
  purposes,
  releases,
  shownItems,
  shownRecords,
} from './queries/self-check.ts';

/** How many are judged at once. */
const AT_ONCE = 5_000;

/** What a round looked at and changed. */
export interface SelfCheckRound {
  readonly records: number;
  readonly releases: number;
  readonly opened: number;
  readonly closed: number;
  readonly stillOpen: number;
}

async function judgeRecords(platform: Platform, db: Queryable): Promise<{ seen: number; faults: Fault[] }> {
  const items = new Map((await listActiveItems(db)).map((item) => [item.item, item]));
  const context = { rules: await listPublicityRules(db), today: platform.clock.today() };
  const faults: Fault[] = [];
  let seen = 0;
  for (const { item } of await db.query<{ item: string }>(shownItems())) {
    let after: { on: string; id: string } | undefined;
    for (;;) {
      const page: ShownRecord[] = await db.query<ShownRecord>(shownRecords(item, after, AT_ONCE));
      for (const record of page) faults.push(...judgeRecord(record, items.get(item), context));
      seen += page.length;
      const last = page.at(-1);
      if (!last || page.length < AT_ONCE) break;
      after = { on: last.decidedOn, id: last.recordId };
    }
  }
  return { seen, faults };
}

async function judgeReleases(db: Queryable): Promise<{ seen: number; faults: Fault[] }> {
  const items = new Map((await listActiveItems(db)).map((item) => [item.item, item]));
  const held = (await db.query<{ definition: Purpose }>(purposes())).map(({ definition }) => definition);
  const faults: Fault[] = [];
  let seen = 0;
  for (let after = '0'; ; ) {
    const page: Release[] = await db.query<Release>(releases(after, AT_ONCE));
    for (const release of page) faults.push(...judgeRelease(release, { purposes: held, items }));
    seen += page.length;
    const last = page.at(-1);
    if (!last || page.length < AT_ONCE) return { seen, faults };
    after = last.accessId;
  }
}

/** One round. Two at once wait for one another; a round again on the same day changes nothing that has not changed. */
export async function runSelfCheck(platform: Platform): Promise<SelfCheckRound> {
  const db = platform.db.app;
  const beganAt = platform.clock.now();
  const records = await judgeRecords(platform, db);
  const released = await judgeReleases(db);
  const calendar = await getCalendar(db);
  const today: CivilDate = platform.clock.today();
  const data = await judgeData(platform, calendar);
  const findings = [...records.faults, ...released.faults, ...data].map((fault) => {
    const due = addWorkingDays(calendar, today, workingDaysFor(fault.kind));
    return { ...fault, findingId: newId(), dueOn: due.date, dueFixed: due.kind === 'fixed' };
  });
  return db.transaction(async (tx) => {
    await tx.query(lockRound());
    const roundId = newId();
    const seen = { roundId, at: beganAt, on: today };
    const kept = await tx.query<{ opened: boolean }>(keepFindings(findings, seen));
    const closed = await tx.query(closeUnseen(roundId, beganAt, today));
    const { open } = await tx.one<{ open: number }>(countOpen());
    const round = {
      records: records.seen,
      releases: released.seen,
      opened: kept.filter(({ opened }) => opened).length,
      closed: closed.length,
      stillOpen: open,
    };
    await tx.query(insertRound({ ...round, roundId, beganAt, endedAt: platform.clock.now() }));
    return round;
  });
}
