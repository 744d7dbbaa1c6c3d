-- Exports of many subjects under four eyes: what was approved, the subjects that are still to be looked at, and the parts of the file.
create table disclosure.bulk_export (
  export_id bigint not null,
  unit_code text not null,
  account_id bigint not null,
  duty text not null,
  purpose text not null,
  case_no text not null,
  reason text not null,
  definition jsonb not null,
  approved_by text not null,
  approved_at timestamptz not null,
  state text not null,
  ready_at timestamptz,
  expires_at timestamptz,
  downloads integer not null default 0,
  constraint bulk_export_pkey primary key (export_id),
  constraint bulk_export_state_check check (state in ('making', 'ready', 'failed', 'destroyed')),
  constraint bulk_export_second_eye_check check (approved_by <> 'account:' || account_id),
  constraint bulk_export_ready_check check ((ready_at is null) = (expires_at is null) and (state <> 'ready' or ready_at is not null))
);

create index bulk_export_account_idx on disclosure.bulk_export (account_id, export_id);

-- A part's file is known only by this row, which is written in the transaction of its access rows.
create table disclosure.bulk_export_part (
  export_id bigint not null,
  part integer not null,
  file_id text,
  rows integer not null,
  constraint bulk_export_part_pkey primary key (export_id, part),
  constraint bulk_export_part_export_fkey foreign key (export_id) references disclosure.bulk_export (export_id)
);

-- Whom the export is about, chosen when it was approved. A subject is looked at once: its access row is named here. One of
-- whom nothing was left to show when its part was made is in no line and has no look.
create table disclosure.bulk_export_subject (
  export_id bigint not null,
  subject_id bigint not null,
  part integer,
  access_id bigint,
  constraint bulk_export_subject_pkey primary key (export_id, subject_id),
  constraint bulk_export_subject_part_fkey foreign key (export_id, part) references disclosure.bulk_export_part (export_id, part),
  constraint bulk_export_subject_look_check check (part is not null or access_id is null),
  constraint bulk_export_subject_access_fkey foreign key (subject_id, access_id) references disclosure.access (subject_id, access_id)
);

create index bulk_export_subject_open_idx on disclosure.bulk_export_subject (export_id, subject_id) where part is null;
create unique index bulk_export_subject_access_key on disclosure.bulk_export_subject (subject_id, access_id)
  where access_id is not null;

grant select, insert on disclosure.bulk_export, disclosure.bulk_export_part, disclosure.bulk_export_subject to gx_app;
grant update (state, ready_at, expires_at, downloads) on disclosure.bulk_export to gx_app;
grant update (file_id) on disclosure.bulk_export_part to gx_app;
grant update (part, access_id) on disclosure.bulk_export_subject to gx_app;

-- Counting and choosing whom an export will be about shows nobody anything; what is shown is opened by access rows alone.
create policy record_bulk_export on records.record for select to gx_app
  using ((select current_setting('gongxin.duty', true)) = 'bulk-export');

-- Each count of whom an export would be about, written before anything is counted: it shows nobody, yet one who counts often
-- and narrowly may learn something. Appended, never changed.
create table disclosure.bulk_count (
  count_id bigint not null,
  unit_code text not null,
  account_id bigint not null,
  duty text not null,
  purpose text not null,
  case_no text not null,
  definition jsonb not null,
  counted_at timestamptz not null,
  constraint bulk_count_pkey primary key (count_id)
);

create index bulk_count_account_idx on disclosure.bulk_count (account_id, counted_at);

grant insert on disclosure.bulk_count to gx_app;
grant select on disclosure.bulk_count to gx_auditor;
