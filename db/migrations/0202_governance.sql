-- What the rules in data/ and local drafts become here: versions that wait, come into force by two people, and are superseded; drafts of items with their consultation.

-- One row the founding of this installation; until it is there, what data/ holds comes into force by itself.
create table law.founding (
  founded boolean not null,
  founded_at timestamptz not null,
  constraint founding_pkey primary key (founded),
  constraint founding_once_check check (founded)
);

-- One version of one rule set (the law's, an item, an edition …), whole; of each one is in force at most.
create table law.rule_version (
  version_id bigint not null,
  kind text not null,
  key text not null,
  origin text not null,
  digest text not null,
  content jsonb not null,
  state text not null,
  found_at timestamptz not null,
  active_since timestamptz,
  requested_by text,
  approved_by text,
  ended_at timestamptz,
  constraint rule_version_pkey primary key (version_id),
  constraint rule_version_origin_check check (origin in ('data', 'draft')),
  constraint rule_version_state_check check (state in ('waiting', 'active', 'superseded', 'withdrawn')),
  -- Both pairs of eyes, or the founding.
  constraint rule_version_hands_check check ((requested_by is null) = (approved_by is null) and requested_by <> approved_by),
  constraint rule_version_since_check check ((state in ('active', 'superseded')) = (active_since is not null)),
  constraint rule_version_ended_check check ((state in ('superseded', 'withdrawn')) = (ended_at is not null))
);

create unique index rule_version_active_key on law.rule_version (kind, key) where state = 'active';
create unique index rule_version_waiting_key on law.rule_version (kind, key, origin) where state = 'waiting';
create index rule_version_key_idx on law.rule_version (kind, key, version_id);

grant select, insert on law.founding, law.rule_version to gx_app;
grant update (state, active_since, requested_by, approved_by, ended_at) on law.rule_version to gx_app;

-- What was in force and what is, for everybody (charter C12); what waits is the centre's until it is consulted on.
create view published.rule_version with (security_barrier) as
select version_id, kind, key, origin, content, state, active_since, ended_at, requested_by is null as founding
from law.rule_version where state in ('active', 'superseded');

-- A local draft of an item: written by one, reviewed by another, laid out for comment, then waiting like any other rule.
create table catalogue.draft (
  draft_id bigint not null,
  item text not null,
  edition_id text not null,
  definition jsonb not null,
  reason text not null,
  state text not null,
  author text not null,
  created_at timestamptz not null,
  reviewed_by text,
  reviewed_at timestamptz,
  review text,
  consultation_from date,
  consultation_until date,
  outcome text,
  version_id bigint,
  closed_at timestamptz,
  constraint draft_pkey primary key (draft_id),
  constraint draft_edition_fkey foreign key (edition_id) references catalogue.edition (edition_id),
  constraint draft_state_check check (state in ('draft', 'refused', 'consultation', 'waiting', 'withdrawn')),
  constraint draft_second_eye_check check (reviewed_by <> author),
  constraint draft_reviewed_check check ((reviewed_by is null) = (reviewed_at is null)),
  constraint draft_consultation_check check ((consultation_from is null) = (consultation_until is null)
    and consultation_until > consultation_from)
);

create index draft_item_idx on catalogue.draft (item, draft_id);

-- What people say about a draft: without account and without a name; shown once the centre has looked at it.
create table catalogue.comment (
  comment_id bigint not null,
  draft_id bigint not null,
  body text not null,
  sent_at timestamptz not null,
  shown boolean,
  moderated_by text,
  moderated_at timestamptz,
  moderation text,
  constraint comment_pkey primary key (comment_id),
  constraint comment_draft_fkey foreign key (draft_id) references catalogue.draft (draft_id),
  constraint comment_moderated_check check ((shown is null) = (moderated_by is null) and (shown is null) = (moderated_at is null))
);

create index comment_draft_idx on catalogue.comment (draft_id, comment_id);

grant select, insert on catalogue.draft, catalogue.comment to gx_app;
revoke delete on catalogue.draft, catalogue.comment from gx_app;
grant update on catalogue.draft to gx_app;
grant update (shown, moderated_by, moderated_at, moderation) on catalogue.comment to gx_app;

-- Drafts from the first day of their consultation on; the reviewed text, never who wrote it.
create view published.consultation with (security_barrier) as
select draft_id, item, edition_id, definition, reason, state, consultation_from, consultation_until, outcome, version_id
from catalogue.draft where consultation_from is not null;

create view published.comment with (security_barrier) as
select comment_id, draft_id, case when shown then body end as body, sent_at, shown,
  case when not shown then moderation end as withheld_because
from catalogue.comment where shown is not null;

grant select on published.rule_version, published.consultation, published.comment to gx_portal, gx_app, gx_auditor;

-- Who made an edition, and the one above it that a supplement may narrow and never widen (charter C7).
alter table catalogue.edition
  add column legislature text not null default 'national',
  add column under text,
  add constraint edition_legislature_check check (legislature in ('national', 'province', 'districtedCity', 'county')),
  add constraint edition_under_fkey foreign key (under) references catalogue.edition (edition_id);

create or replace view published.edition as
select edition_id, title_zh, title_en, in_force_from, in_force_until, instrument_id, legislature, under from catalogue.edition;
