/** Merging and splitting subjects under four eyes: a case officer of the centre asks with both side by side, another decides. */
import { can, type SignedInActor } from '../../platform/actor.ts';
import type { Platform, Words } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { notAllowed } from '../../platform/problems.ts';
import { type Details, defineAct, findUnit, requestApproval } from '../identity/index.ts';
import { mergeIn } from './merge-subjects.ts';
import { mergePermission } from './permissions.ts';
import { mergeRefused, notMerged, subjectNotFound } from './problems.ts';
import { type ComparedRow, comparedSubject } from './queries/merge.ts';
import { splitIn } from './split-subjects.ts';

/** One of two subjects that are compared; `standsFor` names who stands for it, where it is merged. */
export interface Compared {
  readonly subjectId: string;
  readonly uscc: string | null;
  readonly name: string;
  readonly formerNames: readonly string[];
  readonly status: string;
  readonly registeredOn: string | null;
  readonly areaCode: string | null;
  readonly publicRecords: number;
  readonly standsFor: string | null;
  /** Who that is. */
  readonly standsForId: string | null;
  /** How many subjects are merged into it. */
  readonly followers: number;
}

async function requireCentre(platform: Platform, actor: SignedInActor): Promise<void> {
  const isCentre = (await findUnit(platform, actor.unit))?.kind === 'centre';
  if (!can(actor, mergePermission) || !isCentre) throw new Problem(notAllowed);
}

async function getCompared(platform: Platform, code: string): Promise<Compared> {
  const [row, another] = await platform.db.app.query<ComparedRow>(comparedSubject(code.trim().toUpperCase()));
  if (!row) throw new Problem(subjectNotFound);
  if (another)
    throw new Problem(subjectNotFound, {
      detail: {
        zh: '这个旧号码由两个主体持有，不能确定是哪一个；请改用统一社会信用代码。',
        en: 'Two subjects bear this old number, so it names neither: use the unified code.',
      },
    });
  return {
    subjectId: row.subject_id,
    uscc: row.uscc,
    name: row.name,
    formerNames: row.former_names,
    status: row.status,
    registeredOn: row.registered_on,
    areaCode: row.area_code,
    publicRecords: row.public_records,
    standsFor: row.standing_name,
    standsForId: row.stands_for,
    followers: row.followers,
  };
}

/** Both subjects under their own codes. @throws Problem not-allowed, subject-not-found, also for an old number that two subjects bear */
export async function compareSubjects(
  platform: Platform,
  actor: SignedInActor,
  { code, into }: { readonly code: string; readonly into: string },
): Promise<{ readonly subject: Compared; readonly into: Compared }> {
  await requireCentre(platform, actor);
  return { subject: await getCompared(platform, code), into: await getCompared(platform, into) };
}

interface Pair {
  readonly subject: Compared;
  readonly into: Compared;
}

const both = (text: string): Words => ({ zh: text, en: text });
const named = ({ name, uscc }: Compared) => `${name}（${uscc ?? '—'}）`;

function sideBySide({ subject, into }: Pair): Details {
  const rows: readonly [Words, (one: Compared) => string][] = [
    [{ zh: '名称', en: 'Name' }, ({ name }) => name],
    [{ zh: '代码', en: 'Code' }, ({ uscc }) => uscc ?? '—'],
    [{ zh: '曾用名', en: 'Former names' }, ({ formerNames }) => formerNames.join('、') || '—'],
    [{ zh: '注册日期', en: 'Registered' }, ({ registeredOn }) => registeredOn ?? '—'],
    [{ zh: '公示的信息', en: 'Public records' }, ({ publicRecords }) => String(publicRecords)],
  ];
  return rows.map(([name, of]) => ({ name, value: both(`${of(subject)} → ${of(into)}`) }));
}

const merging = defineAct<Pair>({
  kind: 'subjects.merge-subjects',
  name: { zh: '合并主体', en: 'Merge two subjects' },
  requester: mergePermission,
  deciders: ['reviewer'],
  target: ({ subject }) => subject.subjectId,
  describe: async (_platform, { subject, into }) => ({
    zh: `${named(subject)} 并入 ${named(into)}。批准后两者的信息在所有页面和档案里合在一处显示；没有任何记录被改写，可以再拆分。`,
    en: `${named(subject)} is merged into ${named(into)}. Once approved the records of both are shown as one on every page and in the file; no record is rewritten, and it can be split again.`,
  }),
  details: async (_platform, pair) => sideBySide(pair),
  async run(platform, tx, { subject, into }, { approvedBy, reason }) {
    const merge = { subjectId: subject.subjectId, standsFor: into.subjectId, reason };
    const { standsFor } = await mergeIn(tx, merge, { by: approvedBy, at: platform.clock.now() });
    // What was approved names one target: where that has been merged meanwhile, somebody looks again.
    if (standsFor !== (into.standsForId ?? into.subjectId)) throw new Problem(mergeRefused);
    return { outcome: { standsFor } };
  },
});

/** Asks for a merge. @throws Problem not-allowed, subject-not-found, merge-refused, already-requested */
export async function requestMerge(
  platform: Platform,
  actor: SignedInActor,
  request: { readonly code: string; readonly into: string; readonly reason: string },
): Promise<{ readonly approvalId: string }> {
  const { subject, into } = await compareSubjects(platform, actor, request);
  const isSame = subject.subjectId === into.subjectId;
  if (isSame || subject.standsFor !== null || subject.followers > 0) throw new Problem(mergeRefused);
  return requestApproval(platform, actor, merging, {
    payload: { subject, into },
    unit: actor.unit,
    reason: request.reason,
  });
}

const splitting = defineAct<{ readonly subject: Compared }>({
  kind: 'subjects.split-subjects',
  name: { zh: '拆分主体', en: 'Split two subjects' },
  requester: mergePermission,
  deciders: ['reviewer'],
  target: ({ subject }) => subject.subjectId,
  describe: async (_platform, { subject }) => ({
    zh: `${named(subject)} 不再并入 ${subject.standsFor}。批准后两者各自显示自己的信息。`,
    en: `${named(subject)} is no longer merged into ${subject.standsFor}. Once approved each is shown with its own records.`,
  }),
  async run(platform, tx, { subject: { subjectId } }, { approvedBy, reason }) {
    await splitIn(tx, { subjectId, reason }, { by: approvedBy, at: platform.clock.now() });
    return { outcome: {} };
  },
});

/** Asks for a merge to be taken back. @throws Problem not-allowed, subject-not-found, not-merged, already-requested */
export async function requestSplit(
  platform: Platform,
  actor: SignedInActor,
  { code, reason }: { readonly code: string; readonly reason: string },
): Promise<{ readonly approvalId: string }> {
  await requireCentre(platform, actor);
  const subject = await getCompared(platform, code);
  if (subject.standsFor === null) throw new Problem(notMerged);
  return requestApproval(platform, actor, splitting, { payload: { subject }, unit: actor.unit, reason });
}
