-- Natural persons in their professional or business role: everything that could tell who somebody is, is sealed.
create schema persons;

-- The subject's number is random; the data key is wrapped by a key that lies in a file outside the database.
create table persons.person (
  subject_id bigint not null,
  created_at timestamptz not null,
  data_key_wrapped bytea not null,
  kek_id text not null,
  -- HMAC of the name under the data key: the same number with another name is not believed.
  name_mark bytea not null,
  constraint person_pkey primary key (subject_id)
);

create index person_kek_idx on persons.person (kek_id, subject_id);

-- HMAC of the identity number under a key in a file: the only link from a number to a subject.
create table persons.person_key (
  blind_index bytea not null,
  subject_id bigint not null,
  constraint person_key_pkey primary key (blind_index),
  constraint person_key_subject_key unique (subject_id),
  constraint person_key_person_fkey foreign key (subject_id) references persons.person (subject_id)
    deferrable initially deferred,
  constraint person_key_length_check check (length(blind_index) = 32)
);

-- Appended versions. Columns hold what periods and retention are computed from; names, numbers and texts are in the payload.
create table persons.record (
  subject_id bigint not null,
  record_id bigint not null,
  version integer not null,
  item text not null,
  edition_id text not null,
  unit_code text not null,
  authority_uscc text not null,
  decided_on date not null,
  valid_from date,
  valid_until date,
  in_effect boolean not null,
  misconduct_class text,
  class_assumed boolean not null,
  conduct_ended_on date,
  conduct_assumed boolean not null,
  own_months integer,
  -- Both are HMACs under the person's data key: without it nobody can tell what they stand for.
  identity bytea not null,
  content bytea not null,
  payload bytea not null,
  submission_id bigint not null,
  handed_in_on date not null,
  accepted_on date not null,
  accepted_at timestamptz not null,
  entry_id bigint not null,
  constraint record_pkey primary key (subject_id, record_id, version),
  constraint record_identity_key unique (subject_id, identity, version),
  constraint record_person_fkey foreign key (subject_id) references persons.person (subject_id),
  constraint record_class_check check (misconduct_class in ('slight', 'general', 'serious'))
);

create index record_submission_idx on persons.record (submission_id);
create unique index record_entry_key on persons.record (entry_id);

-- Versions that ended before their time; the reason stands at the submission.
create table persons.version_end (
  subject_id bigint not null,
  record_id bigint not null,
  version integer not null,
  ground text not null,
  ended_at timestamptz not null,
  entry_id bigint not null,
  constraint version_end_pkey primary key (subject_id, record_id, version),
  constraint version_end_record_fkey foreign key (subject_id, record_id, version)
    references persons.record (subject_id, record_id, version),
  constraint version_end_ground_check check (ground in ('submission-withdrawn'))
);

create unique index version_end_entry_key on persons.version_end (entry_id);

-- That somebody was erased, when and why; nothing that says who.
create table persons.erasure (
  erasure_id bigint not null,
  ground text not null,
  records integer not null,
  erased_at timestamptz not null,
  entry_id bigint not null,
  constraint erasure_pkey primary key (erasure_id),
  constraint erasure_ground_check check (ground in ('request', 'retention-over', 'no-basis', 'copy-put-back'))
);

create unique index erasure_entry_key on persons.erasure (entry_id);

-- The planner's statistics would keep samples of the values outside these tables.
alter table persons.person alter column data_key_wrapped set statistics 0, alter column name_mark set statistics 0;
alter table persons.person_key alter column blind_index set statistics 0;
alter table persons.record alter column identity set statistics 0, alter column content set statistics 0,
  alter column payload set statistics 0;

-- Nobody but through the module, which names what it is about in `gongxin.persons`; a reader needs an access row about
-- the person, written in the same transaction (0121).
alter table persons.person enable row level security;
alter table persons.person_key enable row level security;
alter table persons.record enable row level security;
alter table persons.version_end enable row level security;

create policy person_read on persons.person for select to gx_app using (
  (select current_setting('gongxin.persons', true)) in ('settle', 'erase', 'keys')
  or exists (select from disclosure.access a
    where a.subject_id = person.subject_id and a.transaction_id = pg_current_xact_id_if_assigned() and a.opened_at = now())
);
create policy person_add on persons.person for insert to gx_app
  with check ((select current_setting('gongxin.persons', true)) = 'settle');
-- An erasure only locks the row.
create policy person_rewrap on persons.person for update to gx_app
  using ((select current_setting('gongxin.persons', true)) in ('keys', 'erase'));
create policy person_erase on persons.person for delete to gx_app
  using ((select current_setting('gongxin.persons', true)) = 'erase');

create policy person_key_find on persons.person_key for select to gx_app
  using ((select current_setting('gongxin.persons', true)) in ('settle', 'erase', 'find'));
create policy person_key_add on persons.person_key for insert to gx_app
  with check ((select current_setting('gongxin.persons', true)) = 'settle');
create policy person_key_erase on persons.person_key for delete to gx_app
  using ((select current_setting('gongxin.persons', true)) = 'erase');

create policy record_read on persons.record for select to gx_app using (
  (select current_setting('gongxin.persons', true)) in ('settle', 'erase')
  or (select current_setting('gongxin.duty', true)) = 'log'
  or exists (select from disclosure.access a
    where a.subject_id = record.subject_id and a.transaction_id = pg_current_xact_id_if_assigned() and a.opened_at = now())
);
create policy record_add on persons.record for insert to gx_app
  with check ((select current_setting('gongxin.persons', true)) = 'settle');
create policy record_erase on persons.record for delete to gx_app
  using ((select current_setting('gongxin.persons', true)) = 'erase');

create policy version_end_read on persons.version_end for select to gx_app using (
  (select current_setting('gongxin.persons', true)) in ('settle', 'erase')
  or (select current_setting('gongxin.duty', true)) = 'log'
  or exists (select from disclosure.access a
    where a.subject_id = version_end.subject_id and a.transaction_id = pg_current_xact_id_if_assigned()
      and a.opened_at = now())
);
create policy version_end_add on persons.version_end for insert to gx_app
  with check ((select current_setting('gongxin.persons', true)) = 'settle');
create policy version_end_erase on persons.version_end for delete to gx_app
  using ((select current_setting('gongxin.persons', true)) = 'erase');

grant usage on schema persons to gx_app;
grant select, insert, delete on persons.person, persons.person_key, persons.record, persons.version_end to gx_app;
grant update (data_key_wrapped, kek_id) on persons.person to gx_app;
grant select, insert on persons.erasure to gx_app;
