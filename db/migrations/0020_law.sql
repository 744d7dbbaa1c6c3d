-- Instruments and articles with their periods, what rests on them, the State Council's calendar, and time limits.
create schema law;

create table law.instrument (
  instrument_id text not null,
  title_zh text not null,
  title_en text not null,
  number text,
  issuing_body text not null,
  level text not null,
  in_force_from date not null,
  in_force_until date,
  succeeded_by text,
  source text not null,
  confidence text not null,
  constraint instrument_pkey primary key (instrument_id),
  constraint instrument_level_check check (level in ('law', 'administrative-regulation', 'state-council-decision',
    'department-rule', 'local-regulation', 'local-rule', 'normative-document', 'standard')),
  constraint instrument_period_check check (in_force_until is null or in_force_until > in_force_from)
);

create table law.article (
  instrument_id text not null,
  article text not null,
  says_zh text not null,
  says_en text not null,
  confidence text not null,
  constraint article_pkey primary key (instrument_id, article),
  constraint article_instrument_fkey foreign key (instrument_id) references law.instrument (instrument_id)
);

-- What rests on what: an item, a publicity rule, a time limit … and the article that carries it.
create table law.basis_use (
  use_kind text not null,
  use_id text not null,
  instrument_id text not null,
  article text not null,
  constraint basis_use_pkey primary key (use_kind, use_id, instrument_id, article),
  constraint basis_use_article_fkey foreign key (instrument_id, article) references law.article (instrument_id, article)
);

create table law.calendar_year (
  year integer not null,
  notice text not null,
  loaded_by text not null,
  loaded_at timestamptz not null,
  constraint calendar_year_pkey primary key (year)
);

-- Days that differ from Monday-to-Friday, as the notice of their year lists them.
create table law.calendar_day (
  day date not null,
  off boolean not null,
  name text not null,
  year integer not null,
  constraint calendar_day_pkey primary key (day),
  constraint calendar_day_year_fkey foreign key (year) references law.calendar_year (year)
);

-- Every day of the published years with the number of working days up to and including it, so that
-- "working days after a until b" is a subtraction.
create table law.working_day (
  day date not null,
  working boolean not null,
  ordinal integer not null,
  constraint working_day_pkey primary key (day)
);

create table law.time_limit (
  limit_id text not null,
  item text not null,
  sector text,
  working_days integer not null,
  starts text not null,
  in_force_from date not null,
  in_force_until date,
  instrument_id text not null,
  article text not null,
  confidence text not null,
  constraint time_limit_pkey primary key (limit_id),
  constraint time_limit_article_fkey foreign key (instrument_id, article) references law.article (instrument_id, article)
);

-- An instrument carries what rests on it while it, or its declared successor, is in force today (charter C1).
create view law.instrument_now as
select i.instrument_id, i.level, i.in_force_from, i.in_force_until,
  case when i.in_force_until is null or i.in_force_until > platform.today() then i.instrument_id else s.instrument_id end as carried_by
from law.instrument i
left join law.instrument s on s.instrument_id = i.succeeded_by
  and s.in_force_from <= platform.today() and (s.in_force_until is null or s.in_force_until > platform.today())
where i.in_force_from <= platform.today()
  and (i.in_force_until is null or i.in_force_until > platform.today() or s.instrument_id is not null);

grant usage on schema law to gx_app;
grant select, insert, update, delete on all tables in schema law to gx_app;
