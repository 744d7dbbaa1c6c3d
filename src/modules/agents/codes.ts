/** Coming in by a code: a one-time code sent to the registered contact, or an agent's access code; both read only. */
import { randomInt } from 'node:crypto';
import { sameSecret, sha256 } from '../../platform/crypto.ts';
import { newId } from '../../platform/ids.ts';
import { type Platform, Problem } from '../../platform/index.ts';
import { openSubjectSession } from '../identity/index.ts';
import { findContact, sendToContact, tell } from '../notices/index.ts';
import { findKnownSubject } from '../subjects/index.ts';
import { codeNotAccepted } from './problems.ts';
import { type AgentRow, agentByCode, codesSince, insertCode, tryCode, useCode } from './queries/agents.ts';

const MINUTE = 60_000;
const GOOD_FOR = 10 * MINUTE;
const MOST_TRIES = 5;
const MOST_CODES_A_DAY = 5;
/** One contact for more subjects than these is an agency's, not the subject's own: it opens none of them. */
const MOST_SUBJECTS_A_CONTACT = 5;

const hashOf = (subjectId: string, code: string): string => sha256(`${subjectId} ${code}`);

/** Sends a code to the registered contact where there is one; whether it did is not told, so that nobody can probe. */
export async function requestCode(platform: Platform, uscc: string): Promise<void> {
  const subject = await findKnownSubject(platform.db.app, uscc);
  if (!subject) return;
  const contact = await findContact(platform, subject.ids);
  if (!contact || contact.subjects > MOST_SUBJECTS_A_CONTACT) return;
  const at = platform.clock.now();
  const since = new Date(at.getTime() - 24 * 60 * MINUTE);
  const { codes } = await platform.db.app.one<{ codes: number }>(codesSince(subject.subjectId, since));
  if (codes >= MOST_CODES_A_DAY) return;
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const expiresAt = new Date(at.getTime() + GOOD_FOR);
  const { subjectId } = subject;
  await platform.db.app.query(
    insertCode({ subjectId, codeId: newId(), codeHash: hashOf(subjectId, code), at, expiresAt }),
  );
  await sendToContact(
    platform,
    subject.ids,
    `【公信】验证码 ${code}，十分钟内有效，只能查看信用档案。工作人员不会向您索要。Your code for reading your credit file: ${code}.`,
  );
}

/**
 * Opens a session that may only read, by the code just sent or by an agent's access code.
 * @throws Problem file-code-not-accepted, the same for whatever is wrong
 */
export async function openByCode(
  platform: Platform,
  { uscc, code }: { readonly uscc: string; readonly code: string },
): Promise<{ readonly token: string; readonly expiresAt: Date }> {
  const subject = await findKnownSubject(platform.db.app, uscc);
  if (!subject) throw new Problem(codeNotAccepted);
  const { subjectId } = subject;
  const agent = await platform.db.app.maybe<AgentRow>(agentByCode(subjectId, sha256(code)));
  if (agent) {
    return openSubjectSession(platform, {
      subjectId,
      as: 'organisation',
      agentId: agent.agent_id,
      readOnly: true,
    });
  }
  const at = platform.clock.now();
  const tried = await platform.db.app.maybe<{ code_id: string; code_hash: string }>(
    tryCode(subjectId, at, MOST_TRIES),
  );
  if (!tried || !sameSecret(tried.code_hash, hashOf(subjectId, code))) throw new Problem(codeNotAccepted);
  await platform.db.app.transaction(async (tx) => {
    if (!(await tx.maybe(useCode(subjectId, tried.code_id, at)))) throw new Problem(codeNotAccepted);
    await tell(tx, at, [{ subjectId, kind: 'code-used', reference: tried.code_id }]);
  });
  return openSubjectSession(platform, { subjectId, as: 'organisation', readOnly: true });
}
