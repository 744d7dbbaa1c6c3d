-- The books of the transparency log: entries that wait for it or stand in it, what the monitor found, and removals.
create schema transparency;

-- One business act's rows of one protected table. The secret makes its commitment unrecognisable; erasing it makes it so for good.
create table transparency.entry (
  entry_id bigint not null,
  source text not null,
  reference text,
  rows integer not null,
  secret bytea,
  -- Of sources that log a whole state: the hash of it, so that an unchanged state is not logged again.
  digest bytea,
  queued_at timestamptz not null,
  leaf_index bigint,
  root bytea,
  commitment bytea,
  -- Roots of each 256 rows, of entries with more: an inclusion proof of one row then reads 256 rows, not a million.
  blocks bytea,
  constraint entry_pkey primary key (entry_id),
  constraint entry_rows_check check (rows > 0),
  constraint entry_secret_check check (length(secret) = 32),
  constraint entry_leaf_check check (leaf_index is null or commitment is not null)
);

create index entry_queued_idx on transparency.entry (entry_id) where leaf_index is null;
create unique index entry_leaf_key on transparency.entry (leaf_index) where leaf_index is not null;
create index entry_state_idx on transparency.entry (source, entry_id) where digest is not null;

-- Entries whose secret was destroyed with the person they were about; what stays is the commitment in its leaf.
create table transparency.erased_entry (
  entry_id bigint not null,
  erasure_entry_id bigint not null,
  erased_at timestamptz not null,
  constraint erased_entry_pkey primary key (entry_id),
  constraint erased_entry_entry_fkey foreign key (entry_id) references transparency.entry (entry_id)
);

-- What the monitor found and still finds; an alarm that it no longer finds is closed, never deleted.
create table transparency.alarm (
  alarm_id bigint not null,
  kind text not null,
  source text,
  entry_id bigint,
  leaf_index bigint,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  closed_at timestamptz,
  constraint alarm_pkey primary key (alarm_id),
  constraint alarm_kind_check check (kind in ('rows-changed', 'entry-changed', 'rows-without-entry', 'leaf-without-entry',
    'entry-without-leaf', 'tree-broken', 'not-witnessed'))
);

create unique index alarm_open_key on transparency.alarm (kind, coalesce(source, ''), coalesce(entry_id, -1), coalesce(leaf_index, -1))
  where closed_at is null;

create table transparency.monitor_round (
  round_id bigint not null,
  began_at timestamptz not null,
  ended_at timestamptz not null,
  tree_size bigint not null,
  entries bigint not null,
  rows bigint not null,
  alarms integer not null,
  constraint monitor_round_pkey primary key (round_id)
);

-- Acts that took public records off every surface: ground, day and how many; nothing that says which.
create table transparency.removal (
  removal_id bigint not null,
  ground text not null,
  removed_on date not null,
  records integer not null,
  entry_id bigint not null,
  constraint removal_pkey primary key (removal_id),
  constraint removal_records_check check (records > 0)
);

create index removal_entry_idx on transparency.removal (entry_id);

-- Ground and month with counts, once the month is over: counts of a running month would tell each removal by its step.
-- Groups under ten are put together; where even these are under ten, no count is told.
create view published.removal as
select month, ground, case when sum(records) >= 10 then sum(records)::integer end as records
from (
  select month, case when records >= 10 then ground else 'several' end as ground, records
  from (
    select date_trunc('month', removed_on)::date as month, ground, sum(records) as records
    from transparency.removal
    where removed_on < date_trunc('month', platform.today())
    group by 1, 2
  ) counted
) merged
group by month, ground;

grant select on published.removal to gx_portal, gx_app, gx_auditor;

grant usage on schema transparency to gx_app;
grant select on all tables in schema transparency to gx_app;
grant insert on transparency.entry, transparency.erased_entry, transparency.alarm, transparency.monitor_round, transparency.removal to gx_app;
-- An entry gets its place in the log and loses its secret; nothing else of it ever changes.
grant update (secret, reference, leaf_index, root, commitment, blocks) on transparency.entry to gx_app;
grant update (last_seen_at, closed_at) on transparency.alarm to gx_app;
