-- The daily self-check: what it found, whose it is, by when it must be mended; counts are public.
create schema supervision;

-- One finding stays one row while it is found; mended, it is closed by the next round, and never deleted.
create table supervision.finding (
  finding_id bigint not null,
  kind text not null,
  reference text not null,
  unit_code text not null,
  item text,
  facts jsonb not null,
  found_at timestamptz not null,
  found_on date not null,
  due_on date not null,
  due_fixed boolean not null,
  -- The round that found it last.
  seen_in bigint not null,
  closed_at timestamptz,
  constraint finding_pkey primary key (finding_id),
  constraint finding_kind_check check (kind in ('public-past-end', 'public-without-openness', 'release-without-purpose',
    'release-beyond-purpose')),
  constraint finding_unit_fkey foreign key (unit_code) references identity.unit (unit_code)
);

create unique index finding_open_key on supervision.finding (kind, reference) where closed_at is null;
create index finding_unit_idx on supervision.finding (unit_code, finding_id);

create table supervision.check_round (
  round_id bigint not null,
  began_at timestamptz not null,
  ended_at timestamptz not null,
  records bigint not null,
  releases bigint not null,
  opened integer not null,
  closed integer not null,
  still_open integer not null,
  constraint check_round_pkey primary key (round_id)
);

-- What every surface shows of records, C13 subjects' ones too, with what its publicity must be computed from: the check
-- computes the end itself, from the record and not from the view that publishes it.
create view supervision.shown_record as
select p.record_id, p.version, p.item, p.unit_code, r.accepted_on, r.decided_on, r.in_effect, r.valid_until,
  r.misconduct_class, r.conduct_ended_on, r.own_months,
  array(select jsonb_object_keys(p.open_fields)) as fields
from records.public_record p
join records.record r on r.subject_id = p.subject_id and r.record_id = p.record_id and r.version = p.version;

-- Looks at what is not public, with what they showed; no subject, since the check asks about the look.
create view supervision.release as
select a.access_id, min(a.kind) as kind, min(a.purpose) as purpose, min(a.case_no) as case_no, min(a.unit_code) as unit_code,
  min(a.duty) as duty, min(a.accessed_at) as accessed_at, jsonb_agg(s.items) filter (where s.items is not null) as shown
from disclosure.access a
left join disclosure.shown s on s.subject_id = a.subject_id and s.access_id = a.access_id
where a.kind <> 'own-file'
group by a.access_id;

-- The public learns how many of each kind a unit has open, how many past their day, and when it was last looked.
create view published.self_check as
select u.unit_code, u.name_zh, u.name_en, k.kind,
  count(f.finding_id) filter (where f.closed_at is null)::integer as open,
  count(f.finding_id) filter (where f.closed_at is null and f.due_on < platform.today())::integer as overdue,
  count(f.finding_id) filter (where f.closed_at is not null and f.closed_at > now() - interval '1 year')::integer as mended
from identity.unit u
cross join (values ('public-past-end'), ('public-without-openness'), ('release-without-purpose'), ('release-beyond-purpose')) k (kind)
join supervision.finding f on f.unit_code = u.unit_code and f.kind = k.kind
group by u.unit_code, u.name_zh, u.name_en, k.kind;

create view published.self_check_round as
select ended_at, records, releases, still_open from supervision.check_round order by round_id desc limit 1;

grant usage on schema supervision to gx_app, gx_auditor;
grant select on all tables in schema supervision to gx_app;
grant select on supervision.finding, supervision.check_round to gx_auditor;
grant insert on supervision.finding, supervision.check_round to gx_app;
grant update (seen_in, closed_at) on supervision.finding to gx_app;
grant select on published.self_check, published.self_check_round to gx_portal, gx_app, gx_auditor;
