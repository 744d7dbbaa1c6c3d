-- The city's sign-on: what a browser that was sent there must bring back, once and within ten minutes.
create table identity.sign_on_step (
  ticket_hash bytea not null,
  state text not null,
  nonce text not null,
  verifier text not null,
  expires_at timestamptz not null,
  constraint sign_on_step_pkey primary key (ticket_hash)
);

create index sign_on_step_expires_at_idx on identity.sign_on_step (expires_at);

grant select, insert, delete on identity.sign_on_step to gx_app;
