-- Agents, and notices as proof that subjects were told, as protected rows of the log; a person's notices go with an erasure.
alter table agents.agent
  add column entry_id bigint,
  add column end_entry_id bigint;

update agents.agent set entry_id = agent_id, end_entry_id = case when ended_at is not null then agent_id + 1 end;

alter table agents.agent
  alter column entry_id set not null,
  add constraint agent_end_check check ((ended_at is null) = (end_entry_id is null));

create unique index agent_entry_key on agents.agent (entry_id);
create unique index agent_end_entry_key on agents.agent (end_entry_id) where end_entry_id is not null;

grant update (end_entry_id) on agents.agent to gx_app;

-- Notices of one act share an entry; those to natural persons have one each, so that it can be forgotten alone.
alter table notices.notice
  add column erasable boolean not null default false,
  add column entry_id bigint;

update notices.notice set entry_id = notice_id;

alter table notices.notice alter column entry_id set not null;
alter table notices.notice alter column erasable drop default;

create index notice_entry_idx on notices.notice (entry_id, notice_id);

alter table notices.delivery
  add column entry_id bigint;

update notices.delivery set entry_id = notice_id + 1;

alter table notices.delivery alter column entry_id set not null;

create unique index delivery_entry_key on notices.delivery (entry_id);

insert into transparency.entry (entry_id, source, rows, secret, queued_at)
select was.entry_id, was.source, 1,
  sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), now()
from (
  select entry_id, 'agents.agent' as source from agents.agent
  union all select end_entry_id, 'agents.agent_end' from agents.agent where end_entry_id is not null
  union all select entry_id, 'notices.notice' from notices.notice
  union all select entry_id, 'notices.delivery' from notices.delivery
) was;

-- What a subject was told is never taken back, but for a natural person who is erased.
alter table notices.notice enable row level security;
alter table notices.seen enable row level security;

create policy notice_read on notices.notice for select to gx_app using (true);
create policy notice_add on notices.notice for insert to gx_app with check (true);
create policy notice_erase on notices.notice for delete to gx_app
  using (erasable and (select current_setting('gongxin.persons', true)) = 'erase');

create policy seen_read on notices.seen for select to gx_app using (true);
create policy seen_add on notices.seen for insert to gx_app with check (true);
create policy seen_erase on notices.seen for delete to gx_app
  using ((select current_setting('gongxin.persons', true)) = 'erase' and exists (select from notices.notice n
    where n.subject_id = seen.subject_id and n.notice_id = seen.notice_id and n.erasable));

grant delete on notices.notice, notices.seen to gx_app;
