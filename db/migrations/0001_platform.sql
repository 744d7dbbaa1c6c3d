-- The technical ground floor: nobody may do anything unless granted, the civil date, and settings.

create extension if not exists pg_trgm;

-- Functions are executable by everybody unless this is said; every later migration grants by name.
alter default privileges revoke execute on functions from public;

revoke create on schema public from public;

grant usage on schema platform to gx_app, gx_portal, gx_checks, gx_auditor;

create table platform.setting (
  name text constraint setting_pkey primary key,
  value jsonb not null,
  changed_at timestamptz not null,
  changed_by text not null
);

comment on table platform.setting is 'Settings that an administrator may change while the platform runs.';

grant select, insert, update on platform.setting to gx_app;

grant select on platform.setting to gx_auditor;

-- At most one row, and only in tests: the migrator alone may write it, and start-up refuses it outside tests.
create table platform.clock (
  singleton boolean constraint clock_pkey primary key default true constraint clock_one_row_check check (singleton),
  fixed_on date not null
);

comment on table platform.clock is 'The fixed civil date of tests; empty in every real installation.';

grant select on platform.clock to gx_app, gx_portal, gx_checks, gx_auditor;

create function platform.today() returns date
  language sql stable parallel safe
  as $$ select coalesce((select fixed_on from platform.clock), (now() at time zone 'Asia/Shanghai')::date) $$;

comment on function platform.today() is 'The civil date in Asia/Shanghai; every view that depends on a date asks here.';

grant execute on function platform.today() to gx_app, gx_portal, gx_checks, gx_auditor;
