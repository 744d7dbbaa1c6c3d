-- The second factor of officers: a sealed secret for codes by time, the step between password and code, and sessions that can be listed.
alter table identity.account drop column totp_secret;
alter table identity.account
  add column totp_sealed bytea,
  add column totp_step bigint,
  add column password_initial boolean not null default false;

comment on column identity.account.totp_sealed is 'AES-256-GCM under <data>/secrets/second-factor, bound to the account';
comment on column identity.account.totp_step is 'the last half-minute (RFC 6238 T) whose code was taken: no code is taken twice';
comment on column identity.account.password_initial is 'chosen by somebody else: to be replaced at the first sign-in';

-- The password was right; what is missing comes with the ticket. A new secret waits here until its first code.
create table identity.sign_in_step (
  ticket_hash bytea not null,
  account_id bigint not null,
  totp_sealed bytea,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  constraint sign_in_step_pkey primary key (ticket_hash),
  constraint sign_in_step_account_fkey foreign key (account_id) references identity.account (account_id)
);

create index sign_in_step_expires_at_idx on identity.sign_in_step (expires_at);

delete from identity.session;
alter table identity.session
  add column session_id bigint not null,
  add column method text not null,
  add column address text not null,
  add column device text not null,
  add column factor_at timestamptz not null,
  add constraint session_id_key unique (session_id),
  add constraint session_method_check check (method in ('code', 'passkey', 'sign-on'));

comment on column identity.session.factor_at is 'when the second factor was last shown; dangerous acts want it fresh';

create index session_account_id_idx on identity.session (account_id) where ended_at is null;

grant select, insert, update, delete on identity.sign_in_step to gx_app;
