-- Credit records as appended versions, their identity, and the ends of versions.
create schema records;

-- Partitioned by the year of first_decided_on, which version 1 fixes for good (a corrected date is a column).
create table records.record (
  subject_id bigint not null,
  first_decided_on date not null,
  record_id bigint not null,
  version integer not null,
  item text not null,
  edition_id text not null,
  unit_code text not null,
  authority_uscc text not null,
  authority_name text not null,
  decision_no text not null,
  decided_on date not null,
  valid_from date,
  valid_until date,
  in_effect boolean not null,
  misconduct_class text,
  class_assumed boolean not null,
  conduct_ended_on date,
  conduct_assumed boolean not null,
  own_months integer,
  open_fields jsonb not null,
  closed_fields jsonb,
  content uuid not null,
  identity uuid not null,
  submission_id bigint not null,
  source_row integer not null,
  handed_in_on date not null,
  accepted_on date not null,
  accepted_at timestamptz not null,
  constraint record_pkey primary key (subject_id, first_decided_on, record_id, version),
  constraint record_class_check check (misconduct_class in ('slight', 'general', 'serious'))
) partition by range (first_decided_on);

create table records.record_before_2015 partition of records.record for values from (minvalue) to ('2015-01-01');
create table records.record_2015 partition of records.record for values from ('2015-01-01') to ('2016-01-01');
create table records.record_2016 partition of records.record for values from ('2016-01-01') to ('2017-01-01');
create table records.record_2017 partition of records.record for values from ('2017-01-01') to ('2018-01-01');
create table records.record_2018 partition of records.record for values from ('2018-01-01') to ('2019-01-01');
create table records.record_2019 partition of records.record for values from ('2019-01-01') to ('2020-01-01');
create table records.record_2020 partition of records.record for values from ('2020-01-01') to ('2021-01-01');
create table records.record_2021 partition of records.record for values from ('2021-01-01') to ('2022-01-01');
create table records.record_2022 partition of records.record for values from ('2022-01-01') to ('2023-01-01');
create table records.record_2023 partition of records.record for values from ('2023-01-01') to ('2024-01-01');
create table records.record_2024 partition of records.record for values from ('2024-01-01') to ('2025-01-01');
create table records.record_2025 partition of records.record for values from ('2025-01-01') to ('2026-01-01');
create table records.record_2026 partition of records.record for values from ('2026-01-01') to ('2027-01-01');
create table records.record_2027 partition of records.record for values from ('2027-01-01') to ('2028-01-01');
create table records.record_2028 partition of records.record for values from ('2028-01-01') to ('2029-01-01');
create table records.record_2029 partition of records.record for values from ('2029-01-01') to ('2030-01-01');
create table records.record_from_2030 partition of records.record for values from ('2030-01-01') to (maxvalue);

create index record_submission_idx on records.record (submission_id, source_row);
create index record_item_idx on records.record (item, decided_on, record_id);
create index record_unit_idx on records.record (unit_code, item, decided_on, record_id);

-- item + authority + document number + the item's own discriminator, hashed to 128 bits, within a subject.
create table records.record_identity (
  subject_id bigint not null,
  identity uuid not null,
  record_id bigint not null,
  first_decided_on date not null,
  constraint record_identity_pkey primary key (subject_id, identity)
);

-- An ended version is on no surface; a version that it had replaced stands again; history keeps both.
create table records.version_end (
  subject_id bigint not null,
  record_id bigint not null,
  version integer not null,
  ground text not null,
  reason text not null,
  ended_by text not null,
  ended_at timestamptz not null,
  constraint version_end_pkey primary key (subject_id, record_id, version),
  constraint version_end_ground_check check (ground in ('submission-withdrawn'))
);

-- Versions that nobody ended, replaced ones among them.
create view records.unended as
select r.*
from records.record r
where not exists (select 1 from records.version_end e
    where e.subject_id = r.subject_id and e.record_id = r.record_id and e.version = r.version);

-- The version that stands for each record: neither ended nor replaced by a later one that stands.
create view records.standing as
select r.*
from records.unended r
where not exists (select 1 from records.unended n
    where n.subject_id = r.subject_id and n.first_decided_on = r.first_decided_on and n.record_id = r.record_id
      and n.version > r.version);

grant usage on schema records to gx_app;
-- Append-only: the application may add, never change or delete (design § 4).
grant select, insert on records.record, records.record_identity, records.version_end to gx_app;
grant select on records.unended, records.standing to gx_app;
