/** Statements that give agents and the ends of their powers as the transparency log commits to them. */
import { raw } from '../../../platform/db/index.ts';
import { ownEntries } from '../../transparency/index.ts';

// Instants in UTC whatever the session's zone: the text must be the same every time.
export const namings = ownEntries(
  raw(`r.entry_id, '0' as key, '{}' as shown, json_build_object('subject', r.subject_id::text, 'agent', r.agent_id::text,
    'label', r.label, 'limits', r.limits, 'since', r.since, 'until', r.until, 'code', encode(r.code_hash, 'hex'),
    'namedAt', r.named_at at time zone 'UTC', 'session', r.named_in_session::text)::text as kept
  from agents.agent r`),
);

export const endsOfPowers = ownEntries(
  raw(`r.entry_id, '0' as key, '{}' as shown, json_build_object('subject', r.subject_id::text, 'agent', r.agent_id::text,
    'endedAt', r.ended_at at time zone 'UTC')::text as kept
  from (select end_entry_id as entry_id, subject_id, agent_id, ended_at from agents.agent where ended_at is not null) r`),
);
