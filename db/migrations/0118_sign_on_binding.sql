-- The city's sign-on: who was bound to a name at its first use, and steps for proving oneself again.
create table identity.sign_on_binding (
  kind text not null,
  bound_id bigint not null,
  identity_hash bytea not null,
  bound_at timestamptz not null,
  clashed_at timestamptz,
  constraint sign_on_binding_pkey primary key (kind, bound_id),
  constraint sign_on_binding_kind_check check (kind in ('officer', 'agent'))
);

-- An officer has one account; an agent has a number with each organisation, and a new one each year.
create unique index sign_on_binding_identity_key on identity.sign_on_binding (identity_hash) where kind = 'officer';

comment on column identity.sign_on_binding.bound_id is 'the account of an officer, the number of an agent';
comment on column identity.sign_on_binding.identity_hash is 'SHA-256 of issuer and subject identifier (OpenID Connect Core § 2): the pair is never given to anybody else';
comment on column identity.sign_on_binding.clashed_at is 'when somebody else last came under this name, or this officer under another: refused; recovery clears it';

delete from identity.sign_on_step;
alter table identity.sign_on_step
  add column purpose text not null,
  add column started_at timestamptz not null,
  add column account_id bigint,
  add column session_hash bytea,
  add constraint sign_on_step_purpose_check check (purpose in ('sign-in', 'e-licence', 'step-up')),
  add constraint sign_on_step_session_check check
    ((purpose = 'step-up') = (session_hash is not null) and (session_hash is null) = (account_id is null)),
  add constraint sign_on_step_account_fkey foreign key (account_id) references identity.account (account_id);

grant select, insert, delete on identity.sign_on_binding to gx_app;
grant update (clashed_at) on identity.sign_on_binding to gx_app;
