/** Instruments that end: without a successor what rests on them leaves the public the same day; with one it stays. */
import { Readable } from 'node:stream';
import { decideApproval } from '../../../src/modules/identity/index.ts';
import { submitFile } from '../../../src/modules/intake/index.ts';
import { csv, handIn, officer, penalty, runJobs } from '../../../src/modules/intake/testing/city.ts';
import { type InstrumentEnding, requestEnd } from '../../../src/modules/law/register/end-instrument.ts';
import { person } from '../../../src/modules/persons/testing/people.ts';
import { sql } from '../../../src/platform/db/index.ts';
import type { Platform } from '../../../src/platform/index.ts';
import type { BasisCity } from './city.ts';
import { feedSound, soundFile } from './feed.ts';
import { problemOf } from './items.ts';
import { MARK } from './rows.ts';
import { countShown, type Looked, look, someRecord } from './surfaces.ts';

/** What ends brought about; counts are of public records. */
export interface EndFigures {
  readonly licences: { readonly before: number; readonly after: number };
  /** Handed in while the basis held, processed after it had ended. */
  readonly overtaken: { readonly rows: number; readonly kept: number; readonly public: number };
  readonly atDoor: { readonly rows: number; readonly problem: string };
  readonly penalties: { readonly before: number; readonly after: number; readonly further: number };
  /** Rows about natural persons after the basis of that part ended: none is taken, and none ever was public. */
  readonly persons: { readonly rows: number; readonly taken: number; readonly public: number };
  readonly looked: { readonly before: Looked; readonly after: Looked };
}

async function end(platform: Platform, ending: InstrumentEnding): Promise<void> {
  const publisher = officer('centre', 'publisher', '31');
  const reviewer = {
    ...publisher,
    kind: 'account',
    accountId: '32',
    roles: ['reviewer'],
    name: 'R',
  } as const;
  const { approvalId } = await requestEnd(platform, publisher, ending, '依据失效');
  await decideApproval(platform, reviewer, approvalId, { decision: 'approve', reason: '核对无误' });
}

/** Ends the basis of licences without and that of penalties with a successor, then that of penalties of persons. */
export async function endInstruments(
  platform: Platform,
  city: BasisCity,
  rows: number,
  unused: number,
): Promise<EndFigures> {
  const { today } = city;
  const before = await countShown(platform, city);
  const records = {
    'administrative-penalty': await someRecord(platform, 'administrative-penalty'),
    'administrative-licence': await someRecord(platform, 'administrative-licence'),
  };
  const lookedBefore = await look(platform, city, records);
  const file = (first: number) => Readable.from([soundFile(city, 'administrative-licence', rows, first)]);
  const licences = { item: 'administrative-licence', channel: 'api' } as const;
  const market = officer('market');
  await submitFile(platform, market, { ...licences, content: file(unused) });
  await end(platform, { instrument: 'xzxk-2003', endsOn: today, succeededBy: null });
  const gone = await countShown(platform, city);
  await runJobs(platform);
  const overtaken = await countShown(platform, city);
  const door = await problemOf(() =>
    submitFile(platform, market, { ...licences, content: file(unused + rows) }),
  );
  await end(platform, { instrument: 'shandong-credit-2020', endsOn: today, succeededBy: 'xzqz-2011' });
  const carried = await countShown(platform, city);
  const further = await feedSound(platform, city, 'administrative-penalty', rows, unused);
  const lookedAfter = await look(platform, city, records);
  await end(platform, { instrument: 'xzcf-2021', endsOn: today, succeededBy: null });
  const persons = await feedPersons(platform, city, rows, unused);
  const last = await countShown(platform, city);
  return {
    licences: {
      before: before.records['administrative-licence'],
      after: gone.records['administrative-licence'],
    },
    overtaken: {
      rows,
      kept: (await keptLicences(platform)) - before.records['administrative-licence'],
      public: overtaken.records['administrative-licence'],
    },
    atDoor: { rows, problem: door.definition.type.replace(/^.*\//, '') },
    penalties: {
      before: before.records['administrative-penalty'],
      after: carried.records['administrative-penalty'],
      further:
        further + carried.records['administrative-penalty'] === last.records['administrative-penalty']
          ? further
          : -1,
    },
    persons,
    looked: { before: lookedBefore, after: lookedAfter },
  };
}

async function keptLicences(platform: Platform): Promise<number> {
  const { n } = await platform.db.migrator.one<{ n: number }>(
    sql`select count(*)::int as n from records.record where item = 'administrative-licence'`,
  );
  return n;
}

async function feedPersons(
  platform: Platform,
  city: BasisCity,
  rows: number,
  first: number,
): Promise<EndFigures['persons']> {
  const given = Array.from({ length: rows }, (_, n) => {
    const { name, identityNumber } = person(n % 900, n < 900 ? '19850307' : '19860307');
    return penalty({ name, uscc: '' }, first + rows + n, {
      CF_XDR_LB: '自然人',
      CF_FRDB: '',
      CF_XDR_ZJLX: '身份证',
      CF_XDR_ZJHM: identityNumber,
      personCapacity: '经营活动',
      CF_WFXW: MARK,
    });
  });
  const { submission } = await handIn(platform, officer('market'), 'administrative-penalty', csv(given));
  const shown = await countShown(platform, city);
  return { rows, taken: submission.counts?.accepted ?? 0, public: shown.marksInViews };
}
