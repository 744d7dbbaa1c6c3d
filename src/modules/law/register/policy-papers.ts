/** Local policy papers: entered by the unit that made them, which also says whether they are kept, revised or repealed. */
import { actorName, type SignedInActor } from '../../../platform/actor.ts';
import { isId, newId } from '../../../platform/ids.ts';
import type { Platform } from '../../../platform/index.ts';
import { Problem } from '../../../platform/problem.ts';
import { paperNotFound } from '../problems.ts';
import { insertPaper, type PolicyPaper, reviewPaper, selectPapers } from '../queries/register.ts';
import { isOfTheCentre } from '../rule-versions/activate-rules.ts';

/** Those of the actor's unit; at the centre those of all units. */
export async function listPapers(platform: Platform, actor: SignedInActor): Promise<PolicyPaper[]> {
  const isCentre = await isOfTheCentre(platform, actor);
  return platform.db.app.query<PolicyPaper>(selectPapers(isCentre ? undefined : actor.unit));
}

/** Enters a paper of the actor's unit. */
export async function enterPaper(
  platform: Platform,
  actor: SignedInActor,
  paper: {
    readonly title: string;
    readonly number?: string | undefined;
    readonly issuedOn: string;
    readonly reviewDueOn: string;
  },
): Promise<{ readonly paperId: string }> {
  const paperId = newId();
  const [by, at] = [actorName(actor), platform.clock.now()];
  await platform.db.app.query(
    insertPaper({ ...paper, number: paper.number ?? null, paperId, unit: actor.unit, by, at }),
  );
  return { paperId };
}

/** Whoever made the paper mends it (谁制定谁整改). @throws Problem paper-not-found, also for another unit's */
export async function reviewPolicyPaper(
  platform: Platform,
  actor: SignedInActor,
  paperId: string,
  given: { readonly state: 'keep' | 'revise' | 'repeal'; readonly note: string },
): Promise<void> {
  const [by, at] = [actorName(actor), platform.clock.now()];
  const done = isId(paperId)
    ? await platform.db.app.maybe(reviewPaper(paperId, actor.unit, { ...given, by, at }))
    : undefined;
  if (done === undefined) throw new Problem(paperNotFound);
}
