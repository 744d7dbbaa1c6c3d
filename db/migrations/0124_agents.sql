-- Agents whom organisations name for their own file, with limits and an end; and one-time codes to the registered contact.
create schema agents;

create table agents.agent (
  subject_id bigint not null,
  agent_id bigint not null,
  label text not null,
  limits text[] not null,
  since date not null,
  until date not null,
  code_hash bytea not null,
  named_at timestamptz not null,
  named_in_session bigint not null,
  ended_at timestamptz,
  constraint agent_pkey primary key (subject_id, agent_id),
  constraint agent_code_key unique (subject_id, code_hash),
  constraint agent_limits_check check (limits <> '{}' and limits <@ array['read', 'download', 'accesses', 'notices']),
  constraint agent_period_check check (until > since and until <= since + 366)
);

create table agents.one_time_code (
  subject_id bigint not null,
  code_id bigint not null,
  code_hash bytea not null,
  sent_at timestamptz not null,
  expires_at timestamptz not null,
  tries integer not null default 0,
  used_at timestamptz,
  constraint one_time_code_pkey primary key (subject_id, code_id)
);

grant usage on schema agents to gx_app;
grant select, insert on agents.agent, agents.one_time_code to gx_app;
grant update (ended_at) on agents.agent to gx_app;
grant update (tries, used_at) on agents.one_time_code to gx_app;
