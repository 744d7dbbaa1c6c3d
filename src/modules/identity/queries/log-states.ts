/** Statements that give units and machine clients as they stand, as the transparency log commits to them. */
import { type Sql, sql } from '../../../platform/db/index.ts';

/** Units, who followed them, and the authorities they act for, with a key each row, in order. */
export const stateOfUnits = (): Sql => sql`
  select key, state::text as shown from (
    select 'unit/' || unit_code as key, to_jsonb(u) as state from identity.unit u
    union all
    select 'authority/' || unit_code || '/' || authority_uscc || '/' || since, to_jsonb(a) from identity.unit_authority a
    union all select 'successor/' || unit_code, to_jsonb(s) from identity.unit_successor s
    union all
    select 'successor/' || unit_code, to_jsonb(n) from identity.unit_successor n
  ) entry order by key collate "C"`;

/** Clients and their credentials; instants in UTC whatever the session's zone, so that the text is the same every time. */
export const stateOfClients = (): Sql => sql`
  select key, state::text as shown from (
    select 'client/' || client_id as key, to_jsonb(c) || jsonb_build_object('created_at', c.created_at at time zone 'UTC',
      'closed_at', c.closed_at at time zone 'UTC') as state from identity.client c
    union all
    select 'credential/' || credential_id, to_jsonb(d) || jsonb_build_object('since', d.since at time zone 'UTC',
      'until', d.until at time zone 'UTC') from identity.client_credential d
  ) entry order by key collate "C"`;
