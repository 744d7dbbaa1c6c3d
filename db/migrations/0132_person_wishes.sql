-- A natural person's own request for erasure: its clock, and the answer of the centre; it goes with the person.
create table persons.erasure_wish (
  subject_id bigint not null,
  wish_id bigint not null,
  ground text not null,
  asked_at timestamptz not null,
  due_on date not null,
  due_fixed boolean not null,
  entry_id bigint not null,
  -- What the person is told where it is refused; no name and no number.
  refused_at timestamptz,
  says text,
  refusal_entry_id bigint,
  constraint erasure_wish_pkey primary key (subject_id, wish_id),
  constraint erasure_wish_person_fkey foreign key (subject_id) references persons.person (subject_id),
  constraint erasure_wish_ground_check check (ground in ('purpose-over', 'retention-over', 'no-basis')),
  constraint erasure_wish_refusal_check check ((refused_at is null) = (says is null)
    and (refused_at is null) = (refusal_entry_id is null))
);

create unique index erasure_wish_open_key on persons.erasure_wish (subject_id) where refused_at is null;
create unique index erasure_wish_entry_key on persons.erasure_wish (entry_id);
create unique index erasure_wish_refusal_entry_key on persons.erasure_wish (refusal_entry_id) where refusal_entry_id is not null;

alter table persons.erasure_wish enable row level security;

create policy erasure_wish_read on persons.erasure_wish for select to gx_app using (
  (select current_setting('gongxin.persons', true)) in ('wish', 'erase')
  or (select current_setting('gongxin.duty', true)) = 'log'
);
create policy erasure_wish_add on persons.erasure_wish for insert to gx_app
  with check ((select current_setting('gongxin.persons', true)) = 'wish');
create policy erasure_wish_answer on persons.erasure_wish for update to gx_app
  using ((select current_setting('gongxin.persons', true)) = 'wish');
create policy erasure_wish_erase on persons.erasure_wish for delete to gx_app
  using ((select current_setting('gongxin.persons', true)) = 'erase');

grant select, insert, delete on persons.erasure_wish to gx_app;
grant update (refused_at, says, refusal_entry_id) on persons.erasure_wish to gx_app;
