-- Decided requests as protected rows of the log: what was asked, by whom, who decided and what came of it.
alter table identity.approval
  add column entry_id bigint;

update identity.approval set entry_id = approval_id where decision is not null;

insert into transparency.entry (entry_id, source, rows, secret, queued_at)
select entry_id, 'identity.approval', 1,
  sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), now()
from identity.approval where entry_id is not null;

alter table identity.approval
  add constraint approval_entry_check check ((decision is null) = (entry_id is null));

create index approval_entry_idx on identity.approval (entry_id) where decision is not null;

grant update (entry_id) on identity.approval to gx_app;
