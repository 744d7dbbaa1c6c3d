/** What nation and province say of the city's double publicity: entered by one person of the centre, approved by another. */
import type { SignedInActor } from '../../../platform/actor.ts';
import type { Queryable } from '../../../platform/db/index.ts';
import { newId } from '../../../platform/ids.ts';
import { type Platform, Problem } from '../../../platform/index.ts';
import { notAllowed } from '../../../platform/problems.ts';
import { defineAct, findUnit, requestApproval } from '../../identity/index.ts';
import type { Figure } from '../league/figures-data.ts';
import { type LeagueRow, listLeague } from '../league/league.ts';
import { checkPeriod } from '../league/period.ts';
import { shareOf } from '../league/share.ts';
import { enterNotices } from '../permissions.ts';
import { insertNotice, notices } from '../queries/from-above.ts';
import type { NoticeFromAbove } from './notice-from-above.ts';

const percentOf = (share: number) => `${(share / 100).toFixed(2)}%`;

const entering = defineAct<NoticeFromAbove>({
  kind: 'quality.enter-notice',
  name: { zh: '录入上级通报', en: 'Enter a notice from above' },
  requester: enterNotices,
  deciders: ['reviewer', 'administrator'],
  target: ({ kind, from, figure, document }) => `${kind} ${from} ${figure} ${document}`,
  describe: async (_platform, { kind, from, until, figure, share, document, issuedOn }) => ({
    zh: `${kind === 'monthly-notice' ? '月通报' : '季度评估'}，${from.slice(0, 7)} 起至 ${until.slice(0, 7)} 前，${figure}：${percentOf(share)}。依据：${document}（${issuedOn}）。请对照原件；批准后在部门数据质量页公开。`,
    en: `${kind === 'monthly-notice' ? 'Monthly notice' : 'Quarterly evaluation'}, from ${from.slice(0, 7)} to before ${until.slice(0, 7)}, ${figure}: ${percentOf(share)}. Paper: ${document} (${issuedOn}). Compare it with the paper; once approved it is public beside our own figures.`,
  }),
  async run(platform, tx, notice, { requestedBy, approvedBy }) {
    const noticeId = newId();
    await tx.query(
      insertNotice({ ...notice, noticeId, by: requestedBy, approvedBy, at: platform.clock.now() }),
    );
    return { outcome: { noticeId } };
  },
});

/**
 * Asks for a notice to be entered; a second person of the centre compares it with the paper.
 * @throws Problem not-allowed for other units than the centre, period-not-whole, already-requested
 */
export async function enterNotice(
  platform: Platform,
  actor: SignedInActor,
  notice: NoticeFromAbove,
): Promise<{ readonly approvalId: string }> {
  if ((await findUnit(platform, actor.unit))?.kind !== 'centre') throw new Problem(notAllowed);
  checkPeriod(notice);
  return requestApproval(platform, actor, entering, {
    payload: notice,
    unit: actor.unit,
    reason: notice.document,
  });
}

/** A notice with the city's own share of the same months beside it. */
export interface NoticeBesideOurs extends NoticeFromAbove {
  /** Over all departments, ten-thousandths; null where nothing can be counted. */
  readonly own: number | null;
}

function ownShare(rows: readonly LeagueRow[], figure: Figure): number | null {
  const sum = (name: 'part' | 'of') => rows.reduce((total, { parts }) => total + parts[figure][name], 0);
  return shareOf(sum('part'), sum('of'));
}

/** The latest notices, newest period first. */
export async function listNotices(db: Queryable, most = 24): Promise<NoticeBesideOurs[]> {
  const found = await db.query<NoticeFromAbove>(notices(most));
  // Several figures of one paper are about the same months: the league is counted once for each.
  const leagues = new Map<string, readonly LeagueRow[]>();
  for (const { from, until } of found) {
    const months = `${from} ${until}`;
    if (!leagues.has(months)) leagues.set(months, await listLeague(db, { from, until }));
  }
  return found.map((notice) => ({
    ...notice,
    own: ownShare(leagues.get(`${notice.from} ${notice.until}`) ?? [], notice.figure),
  }));
}
