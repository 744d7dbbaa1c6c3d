-- The ways in besides console and API: databases that are read, files that are dropped, exchange files.
create schema channels;

alter table intake.submission drop constraint submission_channel_check;
alter table intake.submission add constraint submission_channel_check
  check (channel in ('console', 'form', 'api', 'cli', 'demo', 'folder', 'pull', 'exchange'));

-- A department's own database: what is read from it is data, set by its administrator and a second eye. No password here.
create table channels.pull_source (
  source_id bigint not null,
  unit_code text not null,
  item text not null,
  name text not null,
  definition jsonb not null,
  defined_at timestamptz not null,
  defined_by text not null,
  approved_by text not null,
  state text not null,
  -- Harmless parameters of the state's sentence: names of columns, the source's code for its error.
  state_params jsonb,
  state_since timestamptz not null,
  -- The types of the columns as they were when last agreed to.
  column_types jsonb,
  -- The last value read, and the marks of the rows that bear it, so that a later one of them is still taken.
  watermark jsonb,
  failures integer not null default 0,
  rows_read bigint not null default 0,
  last_run_at timestamptz,
  next_run_at timestamptz,
  last_submission_id bigint,
  constraint pull_source_pkey primary key (source_id),
  constraint pull_source_unit_fkey foreign key (unit_code) references identity.unit (unit_code),
  constraint pull_source_name_key unique (unit_code, name),
  constraint pull_source_state_check check (state in ('waiting', 'running', 'paused', 'columns-missing', 'columns-changed',
    'view-missing', 'watermark-unfit', 'source-away', 'source-slow', 'credentials-refused', 'secret-missing',
    'host-not-allowed', 'item-not-supplied', 'source-failed'))
);

create index pull_source_due_idx on channels.pull_source (next_run_at) where next_run_at is not null;

-- How a dropped file looked at the last poll: taken once it looks the same for a while.
create table channels.seen_file (
  unit_code text not null,
  item text not null,
  file_name text not null,
  size_bytes bigint not null,
  modified_ms bigint not null,
  seen_at timestamptz not null,
  constraint seen_file_pkey primary key (unit_code, item, file_name)
);

-- A package of manifest and data files; the parts that were handed in, each in the transaction of its submission.
create table channels.exchange_file (
  exchange_id bigint not null,
  unit_code text not null,
  item text not null,
  sha256 bytea not null,
  file_name text not null,
  handed_in_by text not null,
  manifest jsonb not null,
  received_at timestamptz not null,
  constraint exchange_file_pkey primary key (exchange_id),
  constraint exchange_file_unit_fkey foreign key (unit_code) references identity.unit (unit_code)
);

create unique index exchange_file_same_key on channels.exchange_file (unit_code, sha256);
create index exchange_file_unit_idx on channels.exchange_file (unit_code, exchange_id);

create table channels.exchange_part (
  exchange_id bigint not null,
  file_name text not null,
  submission_id bigint not null,
  constraint exchange_part_pkey primary key (exchange_id, file_name),
  constraint exchange_part_file_fkey foreign key (exchange_id) references channels.exchange_file (exchange_id)
);

-- A file that was taken from its folder, by the number that its name begins with from then on.
create table channels.taken_file (
  taken_id bigint not null,
  unit_code text not null,
  item text not null,
  file_name text not null,
  state text not null,
  -- Why it was refused at the door.
  refusal text,
  submission_id bigint,
  exchange_id bigint,
  taken_at timestamptz not null,
  ended_at timestamptz,
  constraint taken_file_pkey primary key (taken_id),
  constraint taken_file_unit_fkey foreign key (unit_code) references identity.unit (unit_code),
  constraint taken_file_state_check check (state in ('handed-in', 'done', 'refused')),
  constraint taken_file_ended_check check ((state = 'handed-in') = (ended_at is null))
);

create index taken_file_open_idx on channels.taken_file (taken_id) where state = 'handed-in';
create index taken_file_unit_idx on channels.taken_file (unit_code, taken_id);

grant usage on schema channels to gx_app;
grant select, insert, update on channels.pull_source, channels.seen_file, channels.taken_file to gx_app;
grant delete on channels.seen_file to gx_app;
grant select, insert on channels.exchange_file, channels.exchange_part to gx_app;
