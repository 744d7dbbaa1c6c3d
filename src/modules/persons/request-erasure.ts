/** Erasing a natural person under four eyes: one officer of the centre asks, another decides. */
import { findPersonalData } from '../../kernel/personal-data.ts';
import { can, type SignedInActor } from '../../platform/actor.ts';
import { type Platform, Problem, type Words } from '../../platform/index.ts';
import { notAllowed } from '../../platform/problems.ts';
import { defineAct, findUnit, requestApproval } from '../identity/index.ts';
import { type ErasureGround, erasePersonIn } from './erase-person.ts';
import { findPersonSubject } from './find-person.ts';
import { erasePermission } from './permissions.ts';
import { nobodyToErase, reasonNamesSomebody } from './problems.ts';

/** The grounds of 个人信息保护法 art. 47 that somebody may give. */
export const REQUEST_GROUNDS = ['request', 'retention-over', 'no-basis'] as const;

/** One of them. */
export type RequestGround = (typeof REQUEST_GROUNDS)[number];

/** In words, for lists and for whoever decides. */
export const GROUND_WORDS: Readonly<Record<ErasureGround, Words>> = {
  request: { zh: '本人要求，且理由成立', en: 'asked for by the person, and justified' },
  'retention-over': { zh: '保存期限已过', en: 'kept past its term' },
  'no-basis': { zh: '没有处理依据', en: 'held without a basis' },
  'copy-put-back': { zh: '旧副本带回，再次删除', en: 'brought back by an older copy, and erased again' },
};

/** The subject's number is random: once the link is gone, it says nothing of anybody. */
type Erasure = { readonly subjectId: string; readonly ground: RequestGround };

const erasure = defineAct<Erasure>({
  kind: 'persons.erase-person',
  name: { zh: '删除自然人信息', en: 'Erase a natural person' },
  requester: erasePermission,
  deciders: ['reviewer'],
  target: ({ subjectId }) => subjectId,
  describe: async (_platform, { ground }) => ({
    zh: `一位自然人的全部信息。依据：${GROUND_WORDS[ground].zh}。批准后立即删除，不能恢复；请先核对事项材料。`,
    en: `Everything held about one natural person. Ground: ${GROUND_WORDS[ground].en}. Once approved it is erased at once and for good; check the papers of the matter first.`,
  }),
  async run(platform, tx, { subjectId, ground }) {
    const erased = await erasePersonIn(platform, tx, { subjectId, ground });
    // The files' remains go after the commit: tables are written anew, kept uploads destroyed (src/app/subscriptions.ts).
    await platform.jobs.enqueue(tx, 'person-erased', {}, { key: 'person-erased', queue: 'person-erased' });
    return { outcome: { records: erased?.records ?? 0 } };
  },
});

/** Whether the officer may ask: the duty is the centre's alone. */
export async function mayAskForErasure(platform: Platform, actor: SignedInActor): Promise<boolean> {
  return can(actor, erasePermission) && (await findUnit(platform, actor.unit))?.kind === 'centre';
}

/**
 * Asks for the erasure; a reviewer of the centre decides. The number is used to find the person, and kept nowhere.
 * @throws Problem not-allowed, reason-names-somebody, nobody-to-erase, already-requested
 */
export async function requestErasure(
  platform: Platform,
  actor: SignedInActor,
  request: { readonly identityNumber: string; readonly ground: RequestGround; readonly reason: string },
): Promise<{ readonly approvalId: string }> {
  const { identityNumber, ground, reason } = request;
  if (!(await mayAskForErasure(platform, actor))) throw new Problem(notAllowed);
  if (findPersonalData(reason).length > 0) throw new Problem(reasonNamesSomebody);
  const subjectId = await findPersonSubject(platform, identityNumber);
  if (subjectId === undefined) throw new Problem(nobodyToErase);
  return requestErasureOf(platform, actor, { subjectId, ground, reason });
}

/** Asks for the erasure of a person who is known by the random number already. @throws Problem already-requested */
export function requestErasureOf(
  platform: Platform,
  actor: SignedInActor,
  { reason, ...payload }: Erasure & { readonly reason: string },
): Promise<{ readonly approvalId: string }> {
  return requestApproval(platform, actor, erasure, { payload, unit: actor.unit, reason });
}
