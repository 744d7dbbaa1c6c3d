/** Ends an instrument under four eyes: first it is said in numbers what ends with it; a declared successor carries on (charter C1). */
import { isCivilDate } from '../../../kernel/civil-date.ts';
import type { SignedInActor } from '../../../platform/actor.ts';
import type { Queryable } from '../../../platform/db/index.ts';
import type { Platform, Words } from '../../../platform/index.ts';
import { Problem } from '../../../platform/problem.ts';
import { notAllowed } from '../../../platform/problems.ts';
import { defineAct, requestApproval } from '../../identity/index.ts';
import { logState } from '../../transparency/index.ts';
import type { InstrumentLevel } from '../law-data.ts';
import { lawSource } from '../log-source.ts';
import { endInstrumentPermission } from '../permissions.ts';
import { instrumentEndRefused, instrumentUnknown } from '../problems.ts';
import { applyEnds, type Effects, insertEnd, selectEffects, selectInstrument } from '../queries/register.ts';
import { lockLaw } from '../queries.ts';
import { isOfTheCentre } from '../rule-versions/activate-rules.ts';

/** What is asked for; half-open: `endsOn` is the first day that it no longer holds. */
export interface InstrumentEnding {
  readonly instrument: string;
  readonly endsOn: string;
  readonly succeededBy: string | null;
}

/** What is decided: the ending with its effects as they were counted when it was asked for. */
interface CountedEnding extends InstrumentEnding {
  readonly effects: Effects;
}

interface Instrument {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly level: InstrumentLevel;
  readonly from: string;
  readonly until: string | null;
}

/** Levels from the highest; those of one rank carry for each other. */
const RANK: Readonly<Record<InstrumentLevel, number>> = {
  law: 0,
  'administrative-regulation': 1,
  'state-council-decision': 1,
  'department-rule': 2,
  'local-regulation': 2,
  'local-rule': 3,
  'normative-document': 4,
  standard: 5,
};

function refuse(zh: string, en: string): never {
  throw new Problem(instrumentEndRefused, { detail: { zh, en } });
}

async function judge(
  db: Queryable,
  { instrument, endsOn, succeededBy }: InstrumentEnding,
): Promise<Instrument> {
  const found = await db.maybe<Instrument>(selectInstrument(instrument));
  if (!found) throw new Problem(instrumentUnknown);
  if (found.until !== null)
    refuse(`该文件已于 ${found.until} 失效。`, `The instrument ended on ${found.until} already.`);
  if (!isCivilDate(endsOn) || endsOn <= found.from)
    refuse(
      `失效日期应晚于施行日期 ${found.from}。`,
      `The end must lie after ${found.from}, when it came into force.`,
    );
  if (succeededBy === null) return found;
  const successor = await db.maybe<Instrument>(selectInstrument(succeededBy));
  if (!successor || succeededBy === instrument) throw new Problem(instrumentUnknown);
  if (successor.from > endsOn || (successor.until !== null && successor.until <= endsOn))
    refuse('接续文件在失效之日不在施行中。', 'The successor is not in force on the day of the end.');
  if (RANK[successor.level] > RANK[found.level])
    refuse('接续文件的层级低于原文件，不能接续。', 'The successor is of a lower level and can’t carry on.');
  return found;
}

/** What its end would end today: nothing where a declared successor carries on. */
export async function effectsOf(
  db: Queryable,
  { instrument, succeededBy }: InstrumentEnding,
): Promise<Effects> {
  const { effects } = await db.one<{ effects: Effects }>(selectEffects(instrument));
  return succeededBy === null ? effects : { ...effects, items: [] };
}

function told(ending: InstrumentEnding, { zh, en }: Words, effects: Effects): Words {
  const records = effects.items.reduce((sum, item) => sum + item.records, 0);
  const rules = Object.values(effects.rules).reduce((sum, uses) => sum + uses, 0);
  if (ending.succeededBy !== null)
    return {
      zh: `《${zh}》${ending.endsOn} 起失效，由 ${ending.succeededBy} 接续，据此的事项继续；另有 ${rules} 条规则须核对依据。`,
      en: `${en} ends on ${ending.endsOn}; ${ending.succeededBy} carries on what rests on it. ${rules} other rules need their basis checked.`,
    };
  const names = effects.items.map((item) => item.zh).join('、');
  const english = effects.items.map((item) => item.en).join(', ');
  return {
    zh: `《${zh}》${ending.endsOn} 起失效，没有接续文件：停止 ${effects.items.length} 个事项（${names}），${records} 条记录不再公示；另有 ${rules} 条规则须另找依据。`,
    en: `${en} ends on ${ending.endsOn} without a successor: ${effects.items.length} items end (${english}), ${records} records leave the public; ${rules} other rules need another basis.`,
  };
}

const endInstrument = defineAct<CountedEnding>({
  kind: 'law.end-instrument',
  name: { zh: '终止依据', en: 'End an instrument' },
  requester: endInstrumentPermission,
  deciders: ['reviewer', 'publisher', 'administrator'],
  target: ({ instrument }) => instrument,
  async describe(platform, ending) {
    const found = await platform.db.app.maybe<Instrument>(selectInstrument(ending.instrument));
    return told(ending, found ?? { zh: ending.instrument, en: ending.instrument }, ending.effects);
  },
  async run(platform, tx, ending, { requestedBy, approvedBy }) {
    await tx.query(lockLaw());
    await judge(tx, ending);
    const effects = await effectsOf(tx, ending);
    await tx.query(insertEnd({ ...ending, effects, requestedBy, approvedBy, at: platform.clock.now() }));
    await tx.query(applyEnds());
    await logState(tx, lawSource);
    return { outcome: { items: effects.items.length } };
  },
});

/** Says what would end, before anybody asks for it. @throws Problem instrument-unknown, instrument-end-refused */
export async function previewEnd(platform: Platform, ending: InstrumentEnding) {
  const found = await judge(platform.db.app, ending);
  const effects = await effectsOf(platform.db.app, ending);
  return { effects, told: told(ending, found, effects) };
}

/** Asks for the end. @throws Problem not-allowed, instrument-unknown, instrument-end-refused, already-requested */
export async function requestEnd(
  platform: Platform,
  actor: SignedInActor,
  ending: InstrumentEnding,
  reason: string,
): Promise<{ readonly approvalId: string }> {
  if (!(await isOfTheCentre(platform, actor))) throw new Problem(notAllowed);
  await judge(platform.db.app, ending);
  const payload = { ...ending, effects: await effectsOf(platform.db.app, ending) };
  return requestApproval(platform, actor, endInstrument, { payload, unit: actor.unit, reason });
}
