-- Machine clients with several credentials that overlap while one replaces the other, networks they come from, and a daily quota.
create table identity.client_credential (
  credential_id bigint not null,
  client_id text not null,
  secret_hash bytea,
  jwk jsonb,
  since timestamptz not null,
  until timestamptz,
  created_by text not null,
  constraint client_credential_pkey primary key (credential_id),
  constraint client_credential_client_fkey foreign key (client_id) references identity.client (client_id),
  constraint client_credential_kind_check check ((secret_hash is null) <> (jwk is null)),
  constraint client_credential_period_check check (until is null or until > since)
);

create index client_credential_client_id_idx on identity.client_credential (client_id);

insert into identity.client_credential (credential_id, client_id, secret_hash, since, created_by)
select row_number() over (order by client_id), client_id, secret_hash, created_at, 'installation' from identity.client;

alter table identity.client
  drop column secret_hash,
  add column networks cidr[] not null default '{}',
  add column quota integer,
  add constraint client_quota_check check (quota > 0);

comment on column identity.client.networks is 'where it may come from; none: from anywhere';
comment on column identity.client.quota is 'requests a day; null: not limited';

create table identity.client_use (
  client_id text not null,
  day date not null,
  requests integer not null,
  constraint client_use_pkey primary key (client_id, day),
  constraint client_use_client_fkey foreign key (client_id) references identity.client (client_id)
);

grant select, insert on identity.client_credential to gx_app;
grant update (until) on identity.client_credential to gx_app;
grant select, insert, update, delete on identity.client_use to gx_app;
