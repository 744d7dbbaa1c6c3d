-- A session's token changes when the second factor is shown again; the one before it is good for half a minute more.
alter table identity.session
  add column former_hash bytea,
  add column former_until timestamptz,
  add constraint session_former_key unique (former_hash),
  add constraint session_former_check check ((former_hash is null) = (former_until is null));

comment on column identity.session.former_hash is 'SHA-256 of the token before this one, for requests of the same page that were under way when it changed';
comment on column identity.session.former_until is 'from then on the former token opens nothing';
