-- Four eyes: acts that one person asks for and another decides; and the grants of roles as protected rows of the log.
create table identity.approval (
  approval_id bigint not null,
  kind text not null,
  target text not null,
  payload jsonb not null,
  unit_code text not null,
  requested_by text not null,
  reason text not null,
  requested_at timestamptz not null,
  decision text,
  decided_by text,
  decision_reason text,
  decided_at timestamptz,
  outcome jsonb,
  constraint approval_pkey primary key (approval_id),
  constraint approval_unit_fkey foreign key (unit_code) references identity.unit (unit_code),
  constraint approval_decision_check check (decision in ('approved', 'refused', 'cancelled')),
  constraint approval_decided_check check
    ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)),
  -- Whoever asked may take the request back and nothing more.
  constraint approval_second_eye_check check ((decision = 'cancelled') = (decided_by = requested_by))
);

create unique index approval_open_key on identity.approval (kind, target) where decision is null;
create index approval_unit_code_idx on identity.approval (unit_code, approval_id);
create index approval_requested_by_idx on identity.approval (requested_by, approval_id);

grant select, insert on identity.approval to gx_app;
grant update (decision, decided_by, decision_reason, decided_at, outcome) on identity.approval to gx_app;

create index role_grant_entry_idx on identity.role_grant (entry_id);
create index role_grant_end_entry_idx on identity.role_grant (end_entry_id) where ended_at is not null;

insert into transparency.entry (entry_id, source, rows, secret, queued_at)
select entry_id, 'identity.role_grant', 1,
  sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), now()
from identity.role_grant;
