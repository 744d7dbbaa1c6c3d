-- The collection list: which unit owes which item, how and since when; what came of each month; nothing to report.
create schema collection;

-- Dated rows: a change of channel or contact ends one row and begins the next.
create table collection.assignment (
  assignment_id bigint not null,
  unit_code text not null,
  item text not null,
  frequency text not null,
  channel text not null,
  -- An office, perhaps with its line; never a person's number.
  contact text not null,
  since date not null,
  until date,
  assigned_by text not null,
  assigned_at timestamptz not null,
  ended_by text,
  ended_at timestamptz,
  constraint assignment_pkey primary key (assignment_id),
  constraint assignment_unit_fkey foreign key (unit_code) references identity.unit (unit_code),
  constraint assignment_frequency_check check (frequency in ('per-decision', 'monthly')),
  constraint assignment_channel_check check (channel in ('console', 'form', 'api', 'cli', 'folder', 'pull', 'exchange')),
  constraint assignment_until_check check (until is null or until >= since),
  constraint assignment_ended_check check ((until is null) = (ended_at is null) and (until is null) = (ended_by is null)),
  constraint assignment_overlap_excl exclude using gist (unit_code with =, item with =, daterange(since, until) with &&)
);

-- What came of a month, counted anew after each submission and every day.
create table collection.delivery (
  unit_code text not null,
  item text not null,
  month date not null,
  records integer not null,
  -- Records handed in after their own due day.
  late_records integer not null,
  first_on date not null,
  last_on date not null,
  counted_at timestamptz not null,
  constraint delivery_pkey primary key (unit_code, item, month),
  constraint delivery_month_check check (extract(day from month) = 1)
);

-- "Nothing to report": said by an officer of the unit, withdrawn by one, never deleted.
create table collection.nil_report (
  nil_report_id bigint not null,
  unit_code text not null,
  item text not null,
  month date not null,
  declared_by text not null,
  declared_at timestamptz not null,
  withdrawn_by text,
  withdrawn_at timestamptz,
  constraint nil_report_pkey primary key (nil_report_id),
  constraint nil_report_unit_fkey foreign key (unit_code) references identity.unit (unit_code),
  constraint nil_report_month_check check (extract(day from month) = 1),
  constraint nil_report_withdrawn_check check ((withdrawn_at is null) = (withdrawn_by is null))
);

create unique index nil_report_standing_key on collection.nil_report (unit_code, item, month) where withdrawn_at is null;

-- The month that a file is for, where its day of arrival does not say so.
create table collection.declared_delivery (
  submission_id bigint not null,
  unit_code text not null,
  item text not null,
  month date not null,
  declared_by text not null,
  declared_at timestamptz not null,
  constraint declared_delivery_pkey primary key (submission_id),
  constraint declared_delivery_month_check check (extract(day from month) = 1)
);

create index declared_delivery_scope_idx on collection.declared_delivery (unit_code, item, month);

-- What officers of a unit are told, by duty; the same news once.
create table notices.unit_notice (
  unit_notice_id bigint not null,
  unit_code text not null,
  role text not null,
  kind text not null,
  reference text not null,
  facts jsonb not null,
  created_at timestamptz not null,
  constraint unit_notice_pkey primary key (unit_notice_id),
  constraint unit_notice_unit_fkey foreign key (unit_code) references identity.unit (unit_code),
  constraint unit_notice_reference_key unique (unit_code, role, kind, reference),
  constraint unit_notice_kind_check check (kind in ('collection-due', 'collection-overdue', 'collection-escalated',
    'collection-contradicted'))
);

create index unit_notice_newest_idx on notices.unit_notice (unit_code, unit_notice_id desc);

grant usage on schema collection to gx_app;
grant select on all tables in schema collection to gx_app;
grant insert on all tables in schema collection to gx_app;
grant update (until, ended_by, ended_at) on collection.assignment to gx_app;
grant update (withdrawn_by, withdrawn_at) on collection.nil_report to gx_app;
grant update (month, declared_by, declared_at) on collection.declared_delivery to gx_app;
grant delete on collection.delivery to gx_app;
grant select, insert on notices.unit_notice to gx_app;
