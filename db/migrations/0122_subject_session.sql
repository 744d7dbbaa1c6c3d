-- Sessions of subjects at their own file, beside those of officers: neither can become the other.
create table identity.subject_session (
  token_hash bytea not null,
  session_id bigint not null,
  subject_id bigint not null,
  as_kind text not null,
  agent_id bigint,
  read_only boolean not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  constraint subject_session_pkey primary key (token_hash),
  constraint subject_session_id_key unique (session_id),
  constraint subject_session_as_check check (as_kind in ('organisation', 'person'))
);

create index subject_session_agent_idx on identity.subject_session (agent_id) where agent_id is not null and ended_at is null;

grant select, insert, update, delete on identity.subject_session to gx_app;
