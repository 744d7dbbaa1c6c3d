-- Two departments state different things of one organisation: who checks, and since when; no value is kept here.
create table quality.contradiction (
  contradiction_id bigint not null,
  subject_id bigint not null,
  kind text not null,
  owner_unit text not null,
  item text not null,
  -- Record number and version of each department's statement, the owner's first.
  record_refs text[] not null,
  found_on date not null,
  closed_on date,
  constraint contradiction_pkey primary key (contradiction_id)
);

create unique index contradiction_open_key on quality.contradiction (subject_id, kind) where closed_on is null;

-- Through which day submissions were compared.
create table quality.comparison (
  compared_on date not null,
  subjects integer not null,
  opened integer not null,
  closed integer not null,
  constraint comparison_pkey primary key (compared_on)
);

grant select, insert on quality.contradiction to gx_app;
grant update (owner_unit, item, record_refs, closed_on) on quality.contradiction to gx_app;
grant select, insert, update on quality.comparison to gx_app;

-- The book of what must be mended takes in the departments' data: contradictions, and registers that hold more than came.
alter table supervision.finding drop constraint finding_kind_check;
alter table supervision.finding add constraint finding_kind_check check (kind in ('public-past-end', 'public-without-openness',
  'release-without-purpose', 'release-beyond-purpose', 'sources-contradict', 'below-register'));
-- Working days from the first day to the one on which it was found mended; null while open or past the calendar.
alter table supervision.finding add column days_taken integer;
grant update (days_taken) on supervision.finding to gx_app;

-- What people did about a finding, in order; it closes by itself when a round no longer finds it.
create table supervision.finding_step (
  finding_id bigint not null,
  step_no integer not null,
  step text not null,
  done_by text not null,
  done_at timestamptz not null,
  -- Whom it was given to, by account number.
  assigned_to bigint,
  -- The submission by which it was mended, where there is one.
  submission_id bigint,
  note text not null,
  constraint finding_step_pkey primary key (finding_id, step_no),
  constraint finding_step_finding_fkey foreign key (finding_id) references supervision.finding (finding_id),
  constraint finding_step_step_check check (step in ('assigned', 'answered')),
  constraint finding_step_assigned_check check ((step = 'assigned') = (assigned_to is not null))
);

grant select, insert on supervision.finding_step to gx_app;

create or replace view published.self_check as
select u.unit_code, u.name_zh, u.name_en, k.kind,
  count(f.finding_id) filter (where f.closed_at is null)::integer as open,
  count(f.finding_id) filter (where f.closed_at is null and f.due_on < platform.today())::integer as overdue,
  count(f.finding_id) filter (where f.closed_at is not null and f.closed_at > now() - interval '1 year')::integer as mended,
  (avg(f.days_taken) filter (where f.closed_at > now() - interval '1 year'))::float8 as days_taken
from identity.unit u
cross join (values ('public-past-end'), ('public-without-openness'), ('release-without-purpose'), ('release-beyond-purpose'),
  ('sources-contradict'), ('below-register')) k (kind)
join supervision.finding f on f.unit_code = u.unit_code and f.kind = k.kind
group by u.unit_code, u.name_zh, u.name_en, k.kind;
