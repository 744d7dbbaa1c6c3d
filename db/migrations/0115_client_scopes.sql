-- What each machine client may do, item by item and purpose by purpose; clients from before keep what their unit supplies.
alter table identity.client
  add column scopes text[] not null default '{}';

update identity.client c
set scopes = array(select 'submit:' || s.item from catalogue.item_unit s where s.unit_code = c.unit_code order by s.item);

comment on column identity.client.scopes is 'submit:<item> and disclose:<purpose>; none: it may read what is its unit''s own and no more';
