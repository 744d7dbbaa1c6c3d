-- Timeliness figures per unit, item and month of decision, recounted after each submission.
create schema quality;

create table quality.timeliness (
  unit_code text not null,
  item text not null,
  month date not null,
  records integer not null,
  handed_in_on_time integer not null,
  public_on_time integer not null,
  unfixed integer not null,
  working_days_total integer not null,
  counted_at timestamptz not null,
  constraint timeliness_pkey primary key (unit_code, item, month)
);

-- Gaps in a unit's series of document numbers, e.g. 清市监处罚〔2025〕1…40号 with 3 missing.
create table quality.number_series (
  unit_code text not null,
  item text not null,
  series text not null,
  lowest integer not null,
  highest integer not null,
  present integer not null,
  missing integer[] not null,
  counted_at timestamptz not null,
  constraint number_series_pkey primary key (unit_code, item, series)
);

grant usage on schema quality to gx_app;
grant select, insert, update, delete on all tables in schema quality to gx_app;
