-- What a subject is told, whether it was seen, the contact it may be told at, and messages that went there.
create schema notices;

-- `reference` names what the notice is about, so that the same news is told once.
create table notices.notice (
  subject_id bigint not null,
  notice_id bigint not null,
  kind text not null,
  reference text not null,
  facts jsonb not null,
  created_at timestamptz not null,
  constraint notice_pkey primary key (subject_id, notice_id),
  constraint notice_reference_key unique (subject_id, kind, reference),
  constraint notice_kind_check check (kind in ('adverse-record', 'publicity-ended', 'looked-at', 'agent-named', 'agent-ended',
    'code-used', 'contact-changed'))
);

create index notice_ends_idx on notices.notice ((facts ->> 'publicUntil')) where kind = 'adverse-record';

create table notices.seen (
  subject_id bigint not null,
  notice_id bigint not null,
  seen_at timestamptz not null,
  constraint seen_pkey primary key (subject_id, notice_id),
  constraint seen_notice_fkey foreign key (subject_id, notice_id) references notices.notice (subject_id, notice_id)
);

-- The address is sealed; the keyed hash says how many subjects one contact serves; the hint is what pages show.
create table notices.contact (
  subject_id bigint not null,
  contact_id bigint not null,
  channel text not null,
  address_sealed bytea not null,
  address_hash bytea not null,
  hint text not null,
  since timestamptz not null,
  ended_at timestamptz,
  constraint contact_pkey primary key (subject_id, contact_id),
  constraint contact_channel_check check (channel in ('email', 'sms'))
);

create unique index contact_current_key on notices.contact (subject_id) where ended_at is null;
create index contact_address_idx on notices.contact (address_hash) where ended_at is null;

create table notices.delivery (
  subject_id bigint not null,
  notice_id bigint not null,
  channel text not null,
  sent_at timestamptz not null,
  constraint delivery_pkey primary key (subject_id, notice_id),
  constraint delivery_notice_fkey foreign key (subject_id, notice_id) references notices.notice (subject_id, notice_id)
);

grant usage on schema notices to gx_app;
grant select, insert on notices.notice, notices.seen, notices.delivery, notices.contact to gx_app;
grant update (ended_at) on notices.contact to gx_app;
