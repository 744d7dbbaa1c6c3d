-- Subjects, the keys and names they are known by, merges, and the searchable names of organisations.
create schema subjects;
create extension if not exists pg_trgm;

create table subjects.subject (
  subject_id bigint not null,
  kind text not null,
  c13 boolean not null,
  uscc text,
  name text not null,
  status text not null,
  registered_on date,
  area_code text,
  provisional boolean not null,
  legacy boolean not null,
  created_at timestamptz not null,
  constraint subject_pkey primary key (subject_id),
  constraint subject_kind_check check (kind in ('organisation', 'sole-trader')),
  constraint subject_c13_check check (kind <> 'sole-trader' or c13),
  constraint subject_status_check check (status in ('registered', 'revoked', 'deregistered', 'unknown'))
);

-- Looked up first; holds uniqueness. Kinds: uscc, organisation-code, registration-no, tax-no, institution-no, social-organisation-no.
create table subjects.subject_key (
  key_kind text not null,
  key_value text not null,
  subject_id bigint not null,
  added_at timestamptz not null,
  constraint subject_key_pkey primary key (key_value, key_kind)
);

create index subject_key_subject_id_idx on subjects.subject_key (subject_id);

-- Registered names, current (until is null) and former.
create table subjects.subject_name (
  subject_id bigint not null,
  name_norm text not null,
  name text not null,
  since date,
  until date,
  constraint subject_name_pkey primary key (subject_id, name_norm)
);

create index subject_name_norm_idx on subjects.subject_name (name_norm);

-- A merge is a row with its author; resolved when reading; reversible by ending it.
create table subjects.alias (
  alias_id bigint not null,
  subject_id bigint not null,
  stands_for bigint not null,
  reason text not null,
  decided_by text not null,
  decided_at timestamptz not null,
  ended_by text,
  end_reason text,
  ended_at timestamptz,
  constraint alias_pkey primary key (subject_id, alias_id),
  constraint alias_other_check check (subject_id <> stands_for),
  constraint alias_end_check check ((ended_at is null) = (ended_by is null))
);

create unique index alias_active_key on subjects.alias (subject_id) where ended_at is null;
create index alias_stands_for_idx on subjects.alias (stands_for);

-- Only what anybody may search: organisations that are not C13 subjects. No row-level security (design § 4).
create table subjects.public_name (
  subject_id bigint not null,
  uscc text,
  name text not null,
  name_norm text not null,
  name_bigram text[] not null,
  name_initials text not null,
  former boolean not null,
  area_code text,
  constraint public_name_pkey primary key (subject_id, name_norm)
);

-- A search reads the pending list of a GIN index whole: the default of 4 MB makes it 7 times slower until the next vacuum,
-- none at all makes registering 7 times slower (54,000 names; 256 kB: 1.6 and 1.3 times).
create index public_name_trgm_idx on subjects.public_name using gin (name_norm gin_trgm_ops) with (gin_pending_list_limit = 256);
create index public_name_bigram_idx on subjects.public_name using gin (name_bigram) with (gin_pending_list_limit = 256);
-- Names while typing: by trigrams a beginning takes 100 times as long where most names begin with the city.
create index public_name_norm_idx on subjects.public_name (name_norm text_pattern_ops);
create index public_name_initials_idx on subjects.public_name (name_initials text_pattern_ops);

grant usage on schema subjects to gx_app;
grant select, insert, update on all tables in schema subjects to gx_app;
grant delete on subjects.public_name to gx_app;
