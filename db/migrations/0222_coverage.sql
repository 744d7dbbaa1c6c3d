-- What is collected of the catalogue and what is not, how many organisations have the unified code, and what nation and
-- province say of the city's double publicity.
create view published.assignment as
select a.item, a.unit_code, a.since,
  (select (s.settled_at at time zone 'Asia/Shanghai')::date from intake.submission s
    where s.unit_code = a.unit_code and s.item = a.item and s.state = 'settled' and s.accepted_count > 0
    order by s.settled_at desc limit 1) as latest_on,
  (select count(*)::integer from collection.nil_report n
    where n.unit_code = a.unit_code and n.item = a.item and n.withdrawn_at is null
      and n.month >= date_trunc('month', platform.today() - interval '12 months')) as nil_months
from collection.assignment a
where a.until is null or a.until > platform.today();

-- The first two characters of the code tell the registering department and the kind; without a code only the old number is known.
create view published.code_coverage as
select s.kind, case when s.uscc is not null then left(s.uscc, 2) end as category, count(*)::integer as subjects
from subjects.subject s
where not s.provisional
group by 1, 2;

create table quality.notice_from_above (
  notice_id bigint not null,
  kind text not null,
  period_from date not null,
  period_until date not null,
  figure text not null,
  -- Ten-thousandths, as our own shares.
  share integer not null,
  document text not null,
  issued_on date not null,
  entered_by text not null,
  approved_by text not null,
  entered_at timestamptz not null,
  constraint notice_from_above_pkey primary key (notice_id),
  constraint notice_from_above_kind_check check (kind in ('monthly-notice', 'quarterly-evaluation')),
  constraint notice_from_above_figure_check check (figure in ('completeness', 'compliance', 'timeliness', 'reported', 'storage', 'accuracy')),
  constraint notice_from_above_share_check check (share between 0 and 10000),
  constraint notice_from_above_period_check check (period_from < period_until)
);

create unique index notice_from_above_key on quality.notice_from_above (kind, period_from, period_until, figure, document);

create view published.notice_from_above as
select notice_id, kind, period_from, period_until, figure, share, document, issued_on from quality.notice_from_above;

grant select, insert on quality.notice_from_above to gx_app;
grant select on published.assignment, published.code_coverage, published.notice_from_above to gx_portal, gx_app, gx_auditor;
