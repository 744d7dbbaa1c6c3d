-- A natural person's change of name, as the supplying unit proved it: the former name stays known, the person stays one.
create table persons.name_change (
  subject_id bigint not null,
  change_id bigint not null,
  -- HMACs under the person's data key, as of persons.person.
  former_mark bytea not null,
  name_mark bytea not null,
  -- Both names and the evidence, sealed under the person's key.
  payload bytea not null,
  unit_code text not null,
  submission_id bigint not null,
  changed_at timestamptz not null,
  entry_id bigint not null,
  constraint name_change_pkey primary key (subject_id, change_id),
  constraint name_change_person_fkey foreign key (subject_id) references persons.person (subject_id)
);

create unique index name_change_entry_key on persons.name_change (entry_id);

alter table persons.name_change alter column former_mark set statistics 0, alter column name_mark set statistics 0,
  alter column payload set statistics 0;

alter table persons.name_change enable row level security;

create policy name_change_read on persons.name_change for select to gx_app using (
  (select current_setting('gongxin.persons', true)) in ('settle', 'erase')
  or (select current_setting('gongxin.duty', true)) = 'log'
  or exists (select from disclosure.access a
    where a.subject_id = name_change.subject_id and a.transaction_id = pg_current_xact_id_if_assigned()
      and a.opened_at = now())
);
create policy name_change_add on persons.name_change for insert to gx_app
  with check ((select current_setting('gongxin.persons', true)) = 'settle');
create policy name_change_erase on persons.name_change for delete to gx_app
  using ((select current_setting('gongxin.persons', true)) = 'erase');

-- Only the mark of the name may change when decisions are settled, and only the wrapped key when keys rotate.
drop policy person_rewrap on persons.person;
create policy person_change on persons.person for update to gx_app
  using ((select current_setting('gongxin.persons', true)) in ('keys', 'erase', 'settle'));

grant select, insert, delete on persons.name_change to gx_app;
grant update (name_mark) on persons.person to gx_app;
