-- The second line behind the disclosure gate: the database itself shows a record only to its own unit, to a named
-- background duty, or to a transaction that wrote an access row about its subject. What is public is read through the
-- views of `published`, which run as their owner.
alter table records.record enable row level security;

create policy record_append on records.record for insert to gx_app with check (true);

create policy record_scope on records.record for select to gx_app using (
  (select current_setting('gongxin.duty', true)) in ('intake', 'quality', 'log', 'notices')
  or unit_code = (select current_setting('gongxin.unit', true))
  or exists (select from disclosure.access a
    where a.subject_id = record.subject_id and a.transaction_id = pg_current_xact_id_if_assigned() and a.opened_at = now())
);

-- Numbers of the versions that nobody ended, for all who ask: a version that another unit replaced must not seem to stand.
create view records.unended_version as
select subject_id, first_decided_on, record_id, version from records.unended;

-- The same two views as `unended` and `standing` for whoever asks under a scope: these apply the policy to the reader,
-- where those, on which the public views stand, read as their owner.
create view records.scoped_unended with (security_invoker) as
select r.*
from records.record r
where not exists (select 1 from records.version_end e
    where e.subject_id = r.subject_id and e.record_id = r.record_id and e.version = r.version);

create view records.scoped_standing with (security_invoker) as
select r.*
from records.scoped_unended r
where not exists (select 1 from records.unended_version n
    where n.subject_id = r.subject_id and n.first_decided_on = r.first_decided_on and n.record_id = r.record_id
      and n.version > r.version);

grant select on records.unended_version, records.scoped_unended, records.scoped_standing to gx_app;
revoke select on records.unended, records.standing, records.public_record from gx_app;
