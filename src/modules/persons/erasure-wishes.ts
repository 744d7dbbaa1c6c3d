/** A natural person's own request for erasure: asked from the own file, answered by the centre under four eyes. */
import { findPersonalData } from '../../kernel/personal-data.ts';
import type { SignedInActor } from '../../platform/actor.ts';
import { newId } from '../../platform/ids.ts';
import { type Platform, Problem, type Words } from '../../platform/index.ts';
import { defineAct, requestApproval } from '../identity/index.ts';
import { dueOn } from '../law/index.ts';
import { logRows } from '../transparency/index.ts';
import { erasePermission } from './permissions.ts';
import { erasureAlreadyAsked, reasonNamesSomebody, wishUnknown } from './problems.ts';
import { during } from './queries/scope.ts';
import { insertWish, openWish, openWishes, refuseWish, type WishRow, wishesOf } from './queries/wishes.ts';
import { mayAskForErasure, requestErasureOf } from './request-erasure.ts';
import { ANSWER_DAYS, WISH_GROUND_WORDS, type WishGround } from './wishes-data.ts';

/** A request as the person and the centre see it; whose it is, is told to neither. */
export interface Wish {
  wishId: string;
  ground: WishGround;
  groundName: Words;
  askedAt: string;
  /** The day by which it is answered; where `dueFixed` is false, the earliest that it can be. */
  dueOn: string;
  dueFixed: boolean;
  overdue: boolean;
  refusedAt: string | null;
  says: string | null;
}

const toWish = (row: WishRow): Wish => ({
  wishId: row.wish_id,
  ground: row.ground,
  groundName: WISH_GROUND_WORDS[row.ground],
  askedAt: row.asked_at.toISOString(),
  dueOn: row.due_on,
  dueFixed: row.due_fixed,
  overdue: row.is_overdue,
  refusedAt: row.refused_at?.toISOString() ?? null,
  says: row.says,
});

/** The person's requests, newest first. */
export async function listWishesOf(platform: Platform, subjectId: string): Promise<Wish[]> {
  const rows = await platform.db.app.transaction((tx) =>
    during(tx, 'wish', () => tx.query<WishRow>(wishesOf(subjectId))),
  );
  return rows.map(toWish);
}

/**
 * Puts the person's request down; from now on its clock runs. The caller has checked whose session it is.
 * @throws Problem erasure-already-asked while one is open
 */
export async function askForErasure(
  platform: Platform,
  subjectId: string,
  ground: WishGround,
): Promise<Wish[]> {
  const due = await dueOn(platform.db.app, platform.clock.today(), ANSWER_DAYS);
  const wishId = newId();
  await platform.db.app.transaction((tx) =>
    during(tx, 'wish', async () => {
      const wish = { subjectId, wishId, ground, askedAt: platform.clock.now() };
      const written = await tx.maybe(
        insertWish({ ...wish, dueOn: due.date, dueFixed: due.kind === 'fixed' }),
      );
      if (!written) throw new Problem(erasureAlreadyAsked);
      await logRows(tx, { source: 'persons.erasure_wish', entryId: wishId, rows: 1 });
    }),
  );
  return listWishesOf(platform, subjectId);
}

/** What waits for the centre, the most urgent first; to others nothing waits. */
export async function listOpenWishes(platform: Platform, actor: SignedInActor): Promise<Wish[]> {
  if (!(await mayAskForErasure(platform, actor))) return [];
  const rows = await platform.db.app.transaction((tx) =>
    during(tx, 'wish', () => tx.query<WishRow>(openWishes(100))),
  );
  return rows.map(toWish);
}

const refusal = defineAct<{ readonly wishId: string; readonly says: string }>({
  kind: 'persons.refuse-erasure',
  name: { zh: '不同意删除自然人信息', en: 'Refuse the erasure of a natural person' },
  requester: erasePermission,
  deciders: ['reviewer'],
  target: ({ wishId }) => wishId,
  describe: async (_platform, { says }) => ({
    zh: `答复本人：${says}`,
    en: `The person is told: ${says}`,
  }),
  async run(platform, tx, { wishId, says }) {
    const entryId = newId();
    const refused = await during(tx, 'wish', () =>
      tx.maybe(refuseWish(wishId, says, platform.clock.now(), entryId)),
    );
    if (!refused) throw new Problem(wishUnknown);
    await logRows(tx, { source: 'persons.erasure_refusal', entryId, rows: 1 });
    return { outcome: {} };
  },
});

/** How the centre answers: erasing, or refusing with what the person is told. */
export type WishAnswer =
  | { readonly answer: 'erase'; readonly reason: string }
  | { readonly answer: 'refuse'; readonly reason: string; readonly says: string };

/**
 * Proposes the answer; a reviewer of the centre decides. Until then, and where the reviewer does not agree, the request
 * stays open and its clock runs.
 * @throws Problem erasure-request-unknown (outside the centre too), reason-names-somebody, already-requested
 */
export async function answerWish(
  platform: Platform,
  actor: SignedInActor,
  wishId: string,
  answer: WishAnswer,
): Promise<{ readonly approvalId: string }> {
  if (!(await mayAskForErasure(platform, actor))) throw new Problem(wishUnknown);
  const texts = answer.answer === 'refuse' ? `${answer.reason}\n${answer.says}` : answer.reason;
  if (findPersonalData(texts).length > 0) throw new Problem(reasonNamesSomebody);
  const wish = await platform.db.app.transaction((tx) =>
    during(tx, 'wish', () => tx.maybe<WishRow>(openWish(wishId))),
  );
  if (!wish) throw new Problem(wishUnknown);
  const { reason } = answer;
  if (answer.answer === 'erase')
    return requestErasureOf(platform, actor, { subjectId: wish.subject_id, ground: 'request', reason });
  const payload = { wishId, says: answer.says };
  return requestApproval(platform, actor, refusal, { payload, unit: actor.unit, reason });
}
