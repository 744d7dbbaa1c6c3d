-- Protected rows say which entry of the log covers them; what was there before the log becomes its first entries.

-- Null: the entry of the row's submission, so that appending a million rows writes nothing more.
alter table records.record add column entry_id bigint;
create index record_entry_idx on records.record (entry_id, source_row) where entry_id is not null;

alter table records.version_end add column entry_id bigint;
create index version_end_entry_idx on records.version_end (entry_id, subject_id, record_id, version);

alter table subjects.alias add column entry_id bigint, add column end_entry_id bigint;
create index alias_entry_idx on subjects.alias (entry_id);
create index alias_end_entry_idx on subjects.alias (end_entry_id) where ended_at is not null;

insert into transparency.entry (entry_id, source, reference, rows, secret, queued_at)
select submission_id, 'records.record', submission_id::text, count(*),
  sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), now()
from records.record group by submission_id;

-- Ids of the application are far above 1, 2 and 3.
update records.version_end set entry_id = 1;
insert into transparency.entry (entry_id, source, rows, secret, queued_at)
select 1, 'records.version_end', count(*),
  sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), now()
from records.version_end having count(*) > 0;

update subjects.alias set entry_id = 2;
update subjects.alias set end_entry_id = 3 where ended_at is not null;
insert into transparency.entry (entry_id, source, rows, secret, queued_at)
select 2, 'subjects.alias', count(*),
  sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), now()
from subjects.alias having count(*) > 0;
insert into transparency.entry (entry_id, source, rows, secret, queued_at)
select 3, 'subjects.alias_end', count(*),
  sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), now()
from subjects.alias where ended_at is not null having count(*) > 0;
