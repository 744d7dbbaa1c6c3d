/** Statements on agents and one-time codes. */
import { type Sql, sql } from '../../../platform/db/index.ts';

/** An agent as its subject sees it. */
export interface AgentRow {
  agent_id: string;
  label: string;
  limits: string[];
  since: string;
  until: string;
  ended_at: Date | null;
  in_force: boolean;
}

export const insertAgent = (agent: {
  subjectId: string;
  agentId: string;
  label: string;
  limits: readonly string[];
  since: string;
  until: string;
  codeHash: string;
  at: Date;
  sessionId: string;
}): Sql => sql`
  insert into agents.agent (subject_id, agent_id, label, limits, since, until, code_hash, named_at, named_in_session,
    entry_id)
  values (${agent.subjectId}, ${agent.agentId}, ${agent.label}, ${agent.limits}::text[], ${agent.since}, ${agent.until},
    decode(${agent.codeHash}, 'hex'), ${agent.at}, ${agent.sessionId}, ${agent.agentId})`;

const columns = sql`agent_id, label, limits, since, until, ended_at,
  ended_at is null and since <= platform.today() and until > platform.today() as in_force`;

export const agentsOf = (subjectIds: readonly string[]): Sql => sql`
  select ${columns} from agents.agent where subject_id = any (${subjectIds}::bigint[]) order by agent_id desc limit 100`;

export const agentById = (subjectId: string, agentId: string): Sql => sql`
  select ${columns} from agents.agent where subject_id = ${subjectId} and agent_id = ${agentId}`;

/** The agent in force whose access code this is. */
export const agentByCode = (subjectId: string, codeHash: string): Sql => sql`
  select ${columns} from agents.agent where subject_id = ${subjectId} and code_hash = decode(${codeHash}, 'hex')
    and ended_at is null and since <= platform.today() and until > platform.today()`;

export const endAgent = (subjectId: string, agentId: string, at: Date, entryId: string): Sql => sql`
  update agents.agent set ended_at = ${at}, end_entry_id = ${entryId}::bigint where subject_id = ${subjectId} and agent_id = ${agentId} and ended_at is null
  returning agent_id`;

export const insertCode = (code: {
  subjectId: string;
  codeId: string;
  codeHash: string;
  at: Date;
  expiresAt: Date;
}): Sql => sql`
  insert into agents.one_time_code (subject_id, code_id, code_hash, sent_at, expires_at)
  values (${code.subjectId}, ${code.codeId}, decode(${code.codeHash}, 'hex'), ${code.at}, ${code.expiresAt})`;

/** How many codes were sent since. */
export const codesSince = (subjectId: string, since: Date): Sql => sql`
  select count(*)::integer as codes from agents.one_time_code where subject_id = ${subjectId} and sent_at > ${since}`;

/** Counts a try on the newest code before it is compared, so that tries in parallel can't exceed the limit. */
export const tryCode = (subjectId: string, at: Date, most: number): Sql => sql`
  update agents.one_time_code set tries = tries + 1
  where subject_id = ${subjectId} and tries < ${most} and used_at is null and expires_at > ${at}
    and code_id = (select max(code_id) from agents.one_time_code where subject_id = ${subjectId})
  returning code_id, encode(code_hash, 'hex') as code_hash`;

export const useCode = (subjectId: string, codeId: string, at: Date): Sql => sql`
  update agents.one_time_code set used_at = ${at} where subject_id = ${subjectId} and code_id = ${codeId} and used_at is null
  returning code_id`;
