-- Units, the authorities they act for, accounts with one role, server-side sessions, machine clients and their tokens.
create schema identity;

create table identity.unit (
  unit_code text not null,
  kind text not null,
  sector text not null,
  name_zh text not null,
  name_en text not null,
  uscc text,
  area_code text not null,
  since date not null,
  until date,
  constraint unit_pkey primary key (unit_code),
  constraint unit_uscc_key unique (uscc),
  constraint unit_kind_check check (kind in ('department', 'town', 'centre', 'court', 'agency'))
);

-- A unit hands in only decisions of authorities it is registered to act for.
create table identity.unit_authority (
  unit_code text not null,
  authority_uscc text not null,
  authority_name text not null,
  since date not null,
  until date,
  constraint unit_authority_pkey primary key (unit_code, authority_uscc, since),
  constraint unit_authority_unit_fkey foreign key (unit_code) references identity.unit (unit_code)
);

create table identity.account (
  account_id bigint not null,
  unit_code text not null,
  role text not null,
  login_name text not null,
  display_name text not null,
  password_hash text not null,
  totp_secret text,
  created_at timestamptz not null,
  closed_at timestamptz,
  failed_count integer not null default 0,
  locked_until timestamptz,
  constraint account_pkey primary key (account_id),
  constraint account_login_name_key unique (login_name),
  constraint account_role_check check (role in ('data-officer', 'case-officer', 'administrator')),
  constraint account_unit_fkey foreign key (unit_code) references identity.unit (unit_code)
);

create table identity.session (
  token_hash bytea not null,
  account_id bigint not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  constraint session_pkey primary key (token_hash),
  constraint session_account_fkey foreign key (account_id) references identity.account (account_id)
);

create table identity.client (
  client_id text not null,
  unit_code text not null,
  secret_hash bytea not null,
  created_at timestamptz not null,
  closed_at timestamptz,
  constraint client_pkey primary key (client_id),
  constraint client_unit_fkey foreign key (unit_code) references identity.unit (unit_code)
);

create table identity.token (
  kind text not null,
  token_hash bytea not null,
  payload jsonb not null,
  client_id text,
  expires_at timestamptz,
  constraint token_pkey primary key (kind, token_hash)
);

-- Counted failures of addresses and of names that nobody has; its shape is that of the rate limiter, milliseconds since 1970.
create table identity.rate (
  key varchar(255) not null,
  points integer not null default 0,
  expire bigint,
  constraint rate_pkey primary key (key)
);

create index token_expires_at_idx on identity.token (expires_at);

grant usage on schema identity to gx_app;
grant select on all tables in schema identity to gx_app;
grant insert, update on identity.unit, identity.unit_authority, identity.account, identity.session, identity.client, identity.token, identity.rate to gx_app;
grant delete on identity.token, identity.session, identity.rate to gx_app;
