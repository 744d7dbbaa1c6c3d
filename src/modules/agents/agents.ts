/** Agents whom an organisation names for its own file: what they may see, until when, and how they come in. */
import type { CivilDate } from '../../kernel/civil-date.ts';
import { addDays, addYears, isCivilDate } from '../../kernel/civil-date.ts';
import type { SubjectActor } from '../../platform/actor.ts';
import { randomToken, sha256 } from '../../platform/crypto.ts';
import { isId, newId } from '../../platform/ids.ts';
import { type Platform, Problem } from '../../platform/index.ts';
import { endSessionsOfAgent } from '../identity/index.ts';
import { tell } from '../notices/index.ts';
import { logRows } from '../transparency/index.ts';
import {
  agentNotFound,
  agentPeriodRefused,
  notWithinAgency,
  organisationsOnly,
  readOnlySession,
} from './problems.ts';
import { type AgentRow, agentById, agentsOf, endAgent, insertAgent } from './queries/agents.ts';

/** What an agent may be allowed; changing anything never is. */
export const agentLimits = ['read', 'download', 'accesses', 'notices'] as const;

export type AgentLimit = (typeof agentLimits)[number];

/** An agent as its subject sees it; `until` is the first day without powers. */
export interface Agent {
  readonly agentId: string;
  readonly label: string;
  readonly limits: readonly AgentLimit[];
  readonly since: string;
  readonly until: string;
  readonly inForce: boolean;
}

const toAgent = (row: AgentRow): Agent => ({
  agentId: row.agent_id,
  label: row.label,
  limits: row.limits as AgentLimit[],
  since: row.since,
  until: row.until,
  inForce: row.in_force,
});

/** Acts that change something need a session of the subject itself. @throws Problem read-only-session */
export function requireFullSession(actor: SubjectActor): void {
  if (actor.readOnly || actor.agentId !== undefined) throw new Problem(readOnlySession);
}

/** Agents and contacts are of organisations; a natural person reads alone. @throws Problem organisations-only */
export function requireOrganisation(actor: SubjectActor): void {
  if (actor.as !== 'organisation') throw new Problem(organisationsOnly);
}

/** An agent's powers are asked at every request, so that their end needs nothing to run. @throws Problem not-within-agency */
export async function requireWithinAgency(
  platform: Platform,
  actor: SubjectActor,
  limit: AgentLimit,
): Promise<void> {
  if (actor.agentId === undefined) return;
  const row = await platform.db.app.maybe<AgentRow>(agentById(actor.subjectId, actor.agentId));
  if (!row?.in_force || !row.limits.includes(limit)) throw new Problem(notWithinAgency);
}

/**
 * Names an agent from today on.
 * @returns the agent and the access code, which is told this once and kept as its hash
 * @throws Problem organisations-only, read-only-session, agent-period-refused
 */
export async function nameAgent(
  platform: Platform,
  actor: SubjectActor,
  agent: { readonly label: string; readonly limits: readonly AgentLimit[]; readonly until: string },
): Promise<{ readonly agentId: string; readonly accessCode: string }> {
  requireOrganisation(actor);
  requireFullSession(actor);
  const since = platform.clock.today();
  const last = addDays(addYears(since, 1), 1);
  if (!isCivilDate(agent.until) || agent.until <= since || agent.until > last) {
    throw new Problem(agentPeriodRefused);
  }
  const [agentId, accessCode] = [newId(), randomToken(16)];
  const at = platform.clock.now();
  await platform.db.app.transaction(async (tx) => {
    await tx.query(
      insertAgent({
        subjectId: actor.subjectId,
        agentId,
        label: agent.label.trim(),
        limits: [...new Set(agent.limits)],
        since,
        until: agent.until as CivilDate,
        codeHash: sha256(accessCode),
        at,
        sessionId: actor.sessionId,
      }),
    );
    await logRows(tx, { source: 'agents.agent', entryId: agentId, rows: 1 });
    const facts = { label: agent.label.trim(), until: agent.until };
    await tell(tx, at, [{ subjectId: actor.subjectId, kind: 'agent-named', reference: agentId, facts }]);
  });
  return { agentId, accessCode };
}

/** Whether somebody acts for the subject today, whatever the limits. */
export async function isAgentInForce(
  platform: Platform,
  subjectId: string,
  agentId: string,
): Promise<boolean> {
  if (!isId(agentId)) return false;
  return (await platform.db.app.maybe<AgentRow>(agentById(subjectId, agentId)))?.in_force === true;
}

/** All agents, newest first, ended ones too. */
export async function listAgents(platform: Platform, subjectIds: readonly string[]): Promise<Agent[]> {
  return (await platform.db.app.query<AgentRow>(agentsOf(subjectIds))).map(toAgent);
}

/** Ends an agent's powers and sessions at once. @throws Problem organisations-only, read-only-session, agent-not-found */
export async function dismissAgent(platform: Platform, actor: SubjectActor, agentId: string): Promise<void> {
  requireOrganisation(actor);
  requireFullSession(actor);
  if (!isId(agentId)) throw new Problem(agentNotFound);
  const at = platform.clock.now();
  await platform.db.app.transaction(async (tx) => {
    const entryId = newId();
    const ended = await tx.maybe(endAgent(actor.subjectId, agentId, at, entryId));
    if (!ended) throw new Problem(agentNotFound);
    await logRows(tx, { source: 'agents.agent_end', entryId, rows: 1 });
    await endSessionsOfAgent(tx, agentId, at);
    await tell(tx, at, [{ subjectId: actor.subjectId, kind: 'agent-ended', reference: agentId }]);
  });
}
