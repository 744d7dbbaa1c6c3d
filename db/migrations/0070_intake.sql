-- Submissions, their progress, findings, rows that wait for an officer, and the schema of staging tables.
create schema intake;
create schema intake_staging;

create table intake.submission (
  submission_id bigint not null,
  unit_code text not null,
  item text not null,
  edition_id text not null,
  channel text not null,
  handed_in_by text not null,
  file_id text,
  file_name text not null,
  content_type text,
  language text not null default 'zh',
  size_bytes bigint not null,
  sha256 bytea not null,
  state text not null,
  refusal jsonb,
  received_at timestamptz not null,
  settled_at timestamptz,
  row_count integer,
  accepted_count integer,
  rejected_count integer,
  duplicate_count integer,
  held_count integer,
  refused_count integer,
  findings_file_id text,
  findings_file_type text,
  closed_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawal_reason text,
  constraint submission_pkey primary key (submission_id),
  constraint submission_channel_check check (channel in ('console', 'form', 'api', 'cli', 'demo')),
  constraint submission_language_check check (language in ('zh', 'en')),
  constraint submission_state_check check (state in ('received', 'settled', 'refused', 'withdrawn')),
  constraint submission_settled_check check (state = 'received' or settled_at is not null),
  constraint submission_withdrawn_check check ((state = 'withdrawn') = (withdrawn_at is not null and withdrawal_reason is not null))
);

-- The same file twice from one unit for one item is told so (a refused or withdrawn one may come again). Of a page that
-- was read from a source, sha256 is of the bytes' hash, the source and its place: the same bytes later are another page.
create unique index submission_same_file_key on intake.submission (unit_code, item, sha256) where state in ('received', 'settled');
create index submission_unit_idx on intake.submission (unit_code, submission_id desc);

create unlogged table intake.progress (
  submission_id bigint not null,
  attempt integer not null,
  step text not null,
  rows_done integer not null,
  updated_at timestamptz not null,
  constraint progress_pkey primary key (submission_id)
);

-- Findings carry no value of the row: rule, place and harmless parameters only.
create table intake.finding (
  submission_id bigint not null,
  finding_no integer not null,
  row_no integer,
  column_name text,
  field text,
  rule text not null,
  severity text not null,
  params jsonb,
  constraint finding_pkey primary key (submission_id, finding_no),
  constraint finding_severity_check check (severity in ('error', 'warning', 'held', 'info'))
);

-- Rows that may not be published before a person looked: whose code is it, which class, a number in free text.
create table intake.held_row (
  held_row_id bigint not null,
  submission_id bigint not null,
  row_no integer not null,
  unit_code text not null,
  assigned_to text not null,
  rule text not null,
  params jsonb,
  staged jsonb not null,
  held_at timestamptz not null,
  decision text,
  reason text,
  decided_by text,
  decided_at timestamptz,
  constraint held_row_pkey primary key (held_row_id),
  constraint held_row_submission_fkey foreign key (submission_id) references intake.submission (submission_id),
  constraint held_row_assigned_check check (assigned_to in ('centre', 'unit')),
  constraint held_row_decision_check check (decision in ('accept', 'return')),
  constraint held_row_decided_check check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)
    and (decision is null) = (reason is null))
);

create index held_row_open_idx on intake.held_row (assigned_to, held_row_id) where decision is null;
create index held_row_submission_idx on intake.held_row (submission_id);

grant usage on schema intake to gx_app;
grant select, insert, update on intake.submission, intake.progress, intake.held_row to gx_app;
grant select, insert, delete on intake.finding to gx_app;
grant delete on intake.progress to gx_app;
-- A submission's rows are staged in an unlogged table of its own, dropped when it settles.
grant usage, create on schema intake_staging to gx_app;
