-- What quality is counted from: cells of each submission, dates of records, declared registers; and the release guard.

-- Cells that the data standard asks for in the rows handed in, and how many were empty; of all cells read, how many were empty.
alter table intake.submission add column cells_due bigint, add column cells_missing bigint,
  add column cells_read bigint, add column cells_blank bigint,
  -- Held rows that a person returned to the unit.
  add column returned_count integer not null default 0;

-- A file far outside the habit of its unit and item waits here for a second person before anything of it is published.
create table intake.release_guard (
  submission_id bigint not null,
  reasons jsonb not null,
  raised_at timestamptz not null,
  released_at timestamptz,
  constraint release_guard_pkey primary key (submission_id),
  constraint release_guard_submission_fkey foreign key (submission_id) references intake.submission (submission_id)
);

grant select, insert on intake.release_guard to gx_app;
grant update (released_at) on intake.release_guard to gx_app;

create index submission_settled_idx on intake.submission (unit_code, item, settled_at desc) where state = 'settled';
create index submission_received_on_idx on intake.submission (((received_at at time zone 'Asia/Shanghai')::date));
create index submission_settled_at_idx on intake.submission (settled_at) where state = 'settled';
create index held_row_decided_at_idx on intake.held_row (decided_at) where decided_at is not null;

-- A record's clock facts, grouped: how many records of a unit and item were decided, handed in and public on these days.
-- Of records that are not public the day of decision is shown to nobody: public_on is null, and views give the month.
create table quality.record_dates (
  unit_code text not null,
  item text not null,
  -- Numbers the rows of a unit and item, which are replaced as a whole.
  line integer not null,
  decided_on date not null,
  handed_in_on date not null,
  public_on date,
  records integer not null,
  -- Records of which a later version of the same unit stands: the unit corrected what it had handed in.
  corrected integer not null,
  constraint record_dates_pkey primary key (unit_code, item, line)
);

create index record_dates_scope_idx on quality.record_dates (unit_code, item, decided_on);
create index record_dates_month_idx on quality.record_dates (decided_on);

-- How many decisions a unit's own register holds for a month, as the unit declares it; a later declaration replaces an earlier one.
create table quality.declared_register (
  declaration_id bigint not null,
  unit_code text not null,
  item text not null,
  month date not null,
  decisions integer not null,
  declared_by text not null,
  declared_at timestamptz not null,
  constraint declared_register_pkey primary key (declaration_id),
  constraint declared_register_month_check check (extract(day from month) = 1),
  constraint declared_register_decisions_check check (decisions >= 0)
);

create index declared_register_scope_idx on quality.declared_register (unit_code, item, month, declaration_id desc);

grant select, insert, update, delete on quality.record_dates to gx_app;
grant select, insert on quality.declared_register to gx_app;

-- Only items that are open to everybody are in public figures: of the others even a count may tell of somebody.
create view quality.open_item as
select distinct item from catalogue.item where state = 'active' and openness = 'open' and publicity <> 'none';

create or replace view published.timeliness as
select unit_code, item, month, records, handed_in_on_time, public_on_time, unfixed, working_days_total, counted_at
from quality.timeliness where item in (select o.item from quality.open_item o);

create or replace view published.number_series as
select unit_code, item, series, lowest, highest, present, missing, counted_at
from quality.number_series where item in (select o.item from quality.open_item o);

-- A submission in numbers, without names of files or people: one line of the download, one input of the figures.
create view published.submission_figures as
select s.submission_id, s.unit_code, s.item, s.channel, (s.received_at at time zone 'Asia/Shanghai')::date as received_on,
  s.row_count as rows, s.accepted_count as accepted, s.duplicate_count as duplicate, s.held_count as held,
  s.refused_count as refused, s.rejected_count as rejected,
  coalesce(s.cells_due, 0)::bigint as cells_due, coalesce(s.cells_missing, 0)::bigint as cells_missing,
  s.returned_count as returned
from intake.submission s
where s.state in ('settled', 'refused') and s.item in (select o.item from quality.open_item o);

create view published.record_dates as
select unit_code, item, date_trunc('month', decided_on)::date as month,
  case when public_on is not null then decided_on end as decided_on,
  case when public_on is not null then handed_in_on end as handed_in_on,
  public_on, sum(records)::integer as records, sum(corrected)::integer as corrected
from quality.record_dates
where item in (select o.item from quality.open_item o)
group by 1, 2, 3, 4, 5, 6;

create view published.declared_register as
select distinct on (unit_code, item, month) unit_code, item, month, decisions, declared_at
from quality.declared_register
where item in (select o.item from quality.open_item o)
order by unit_code, item, month, declaration_id desc;

-- Submissions by the day on which the last of their rows could have become a record.
create view quality.settled_submission as
select submission_id, settled_at as changed_at from intake.submission where state = 'settled'
union all
select h.submission_id, h.decided_at from intake.held_row h where h.decided_at is not null;

grant select on quality.open_item, quality.settled_submission to gx_app;
grant select on published.submission_figures, published.record_dates, published.declared_register to gx_portal, gx_app, gx_auditor;
