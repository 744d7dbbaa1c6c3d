-- For what purposes what is not public may be read, and who read what: one row a look and subject, appended and never changed.
create schema disclosure;

-- The closed list of charter C11; basis_* makes C1 hold for purposes too.
create table disclosure.purpose (
  purpose text not null,
  name_zh text not null,
  name_en text not null,
  holders text not null,
  reach text not null,
  in_force_from date not null,
  in_force_until date,
  instrument_id text not null,
  article text not null,
  definition jsonb not null,
  constraint purpose_pkey primary key (purpose, in_force_from),
  constraint purpose_basis_fkey foreign key (instrument_id, article) references law.article (instrument_id, article),
  constraint purpose_closed_list_check check (purpose in ('own-file', 'licensing', 'procurement-tender', 'public-funds',
    'honours', 'supervision-inspection', 'case-handling', 'list-execution', 'court-order', 'audit', 'statistics')),
  constraint purpose_holders_check check (holders in ('subject', 'officer', 'nobody')),
  constraint purpose_reach_check check (reach in ('in-effect', 'all'))
);

-- Distributed by subject_id, append-only, kept five years and longer. While its transaction is open, a row opens the
-- subject's records to it (0121); the instant of the server's clock beside the number keeps a restored table from
-- opening anything when numbers of transactions begin anew.
create table disclosure.access (
  subject_id bigint not null,
  access_id bigint not null,
  kind text not null,
  purpose text,
  case_no text,
  unit_code text,
  duty text,
  account_id bigint,
  client_id text,
  agent_id bigint,
  accessed_at timestamptz not null,
  transaction_id xid8 not null,
  opened_at timestamptz not null,
  entry_id bigint not null,
  constraint access_pkey primary key (subject_id, access_id),
  constraint access_kind_check check (kind in ('look', 'own-unit', 'held-row', 'own-file')),
  constraint access_purpose_check check ((kind in ('look', 'own-file')) = (purpose is not null)),
  constraint access_case_check check (kind <> 'look' or case_no is not null),
  constraint access_by_check check (case kind when 'own-file' then unit_code is null and account_id is null and client_id is null
    else unit_code is not null and agent_id is null and (account_id is null) <> (client_id is null) end)
);

create index access_open_idx on disclosure.access (subject_id, transaction_id);
create index access_account_idx on disclosure.access (account_id, subject_id, accessed_at) where account_id is not null;

-- What the look showed, written in the same transaction: per item the records and the codes of the fields.
create table disclosure.shown (
  subject_id bigint not null,
  access_id bigint not null,
  items jsonb not null,
  constraint shown_pkey primary key (subject_id, access_id),
  constraint shown_access_fkey foreign key (subject_id, access_id) references disclosure.access (subject_id, access_id)
);

create view published.purpose as
select purpose, name_zh, name_en, holders, reach, in_force_from, in_force_until, instrument_id, article, definition
from disclosure.purpose;

grant usage on schema disclosure to gx_app, gx_auditor;
grant select, insert, update, delete on disclosure.purpose to gx_app;
grant select, insert on disclosure.access, disclosure.shown to gx_app;
grant select on disclosure.access, disclosure.shown to gx_auditor;
grant select on published.purpose to gx_portal, gx_app, gx_auditor;
