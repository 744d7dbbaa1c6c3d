-- Roles by dated grants in place of one role an account; publisher, auditor and administrator never in one hand.
create table identity.role_grant (
  grant_id bigint not null,
  account_id bigint not null,
  role text not null,
  since date not null,
  until date,
  delegated_by bigint,
  granted_by text not null,
  approved_by text,
  granted_at timestamptz not null,
  entry_id bigint not null,
  ended_at timestamptz,
  ended_by text,
  end_reason text,
  end_entry_id bigint,
  constraint role_grant_pkey primary key (grant_id),
  constraint role_grant_account_fkey foreign key (account_id) references identity.account (account_id),
  constraint role_grant_delegated_by_fkey foreign key (delegated_by) references identity.account (account_id),
  constraint role_grant_role_check check (role in
    ('data-officer', 'reviewer', 'checker', 'case-officer', 'publisher', 'auditor', 'administrator')),
  constraint role_grant_period_check check (until is null or until > since),
  constraint role_grant_second_eye_check check (approved_by is null or approved_by <> granted_by),
  constraint role_grant_delegation_check check
    (delegated_by is null or (delegated_by <> account_id and until is not null and role <> 'administrator')),
  constraint role_grant_end_check check
    ((ended_at is null) = (ended_by is null) and (ended_at is null) = (end_entry_id is null)),
  -- An account is a range of one number, which GiST knows without an extension. Two grants of the same of the three
  -- roles may not overlap either: the second says nothing that the first does not.
  constraint role_grant_separate_duties_excl exclude using gist
    (int8range(account_id, account_id, '[]') with &&, daterange(since, until) with &&)
    where (ended_at is null and role in ('publisher', 'auditor', 'administrator'))
);

create index role_grant_account_id_idx on identity.role_grant (account_id) where ended_at is null;

insert into identity.role_grant (grant_id, account_id, role, since, granted_by, granted_at, entry_id)
select account_id, account_id, role, (created_at at time zone 'Asia/Shanghai')::date, 'installation', created_at, account_id
from identity.account where closed_at is null;

alter table identity.account drop column role;

grant select, insert on identity.role_grant to gx_app;
grant update (ended_at, ended_by, end_reason, end_entry_id) on identity.role_grant to gx_app;
