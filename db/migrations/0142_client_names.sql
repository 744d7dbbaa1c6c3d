-- People tell machine clients apart by the name of the system behind them.
alter table identity.client
  add column name text not null default '',
  add constraint client_name_check check (length(name) <= 60);

comment on column identity.client.name is 'the system behind it, as its administrators call it; empty for those of the installation';
