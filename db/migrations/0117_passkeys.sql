-- Passkeys of officers (WebAuthn Level 3): public keys, and the challenges that were given out, each for one use.
create table identity.passkey (
  passkey_id bigint not null,
  account_id bigint not null,
  credential_id bytea not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  backed_up boolean not null,
  created_at timestamptz not null,
  used_at timestamptz,
  constraint passkey_pkey primary key (passkey_id),
  constraint passkey_credential_id_key unique (credential_id),
  constraint passkey_account_fkey foreign key (account_id) references identity.account (account_id),
  constraint passkey_counter_check check (counter >= 0)
);

comment on column identity.passkey.public_key is 'COSE_Key (RFC 9052); the private one never leaves the authenticator';
comment on column identity.passkey.counter is 'the signature counter last seen; one that goes back tells of a copy and is refused';

create index passkey_account_id_idx on identity.passkey (account_id);

create table identity.passkey_challenge (
  challenge_hash bytea not null,
  purpose text not null,
  account_id bigint,
  expires_at timestamptz not null,
  constraint passkey_challenge_pkey primary key (challenge_hash),
  constraint passkey_challenge_purpose_check check (purpose in ('register', 'sign-in', 'step-up')),
  constraint passkey_challenge_account_check check ((purpose = 'sign-in') = (account_id is null)),
  constraint passkey_challenge_account_fkey foreign key (account_id) references identity.account (account_id)
);

create index passkey_challenge_expires_at_idx on identity.passkey_challenge (expires_at);

grant select, insert, delete on identity.passkey to gx_app;
grant update (counter, backed_up, used_at) on identity.passkey to gx_app;
grant select, insert, delete on identity.passkey_challenge to gx_app;
