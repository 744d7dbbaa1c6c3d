-- Instruments that two people declared ended, with what it ended; and local policy papers with the review by whoever made them.

create table law.instrument_end (
  instrument_id text not null,
  ends_on date not null,
  succeeded_by text,
  effects jsonb not null,
  requested_by text not null,
  approved_by text not null,
  decided_at timestamptz not null,
  constraint instrument_end_pkey primary key (instrument_id),
  constraint instrument_end_instrument_fkey foreign key (instrument_id) references law.instrument (instrument_id),
  constraint instrument_end_successor_fkey foreign key (succeeded_by) references law.instrument (instrument_id),
  constraint instrument_end_hands_check check (requested_by <> approved_by)
);

grant select, insert on law.instrument_end to gx_app;

create view published.instrument_end with (security_barrier) as
select instrument_id, ends_on, succeeded_by, effects, decided_at from law.instrument_end;

-- Whoever made a paper reviews it (谁制定谁整改): keep, revise or repeal, by its due day.
create table law.policy_paper (
  paper_id bigint not null,
  unit_code text not null,
  title text not null,
  number text,
  issued_on date not null,
  review_due_on date not null,
  state text,
  note text,
  entered_by text not null,
  entered_at timestamptz not null,
  reviewed_by text,
  reviewed_at timestamptz,
  constraint policy_paper_pkey primary key (paper_id),
  constraint policy_paper_unit_fkey foreign key (unit_code) references identity.unit (unit_code),
  constraint policy_paper_state_check check (state in ('keep', 'revise', 'repeal')),
  constraint policy_paper_reviewed_check check ((state is null) = (reviewed_by is null) and (state is null) = (reviewed_at is null))
);

create index policy_paper_unit_idx on law.policy_paper (unit_code, review_due_on);

grant select, insert on law.policy_paper to gx_app;
grant update (state, note, reviewed_by, reviewed_at) on law.policy_paper to gx_app;

create view published.policy_paper with (security_barrier) as
select paper_id, unit_code, title, number, issued_on, review_due_on, state, note from law.policy_paper;

grant select on published.instrument_end, published.policy_paper to gx_portal, gx_app, gx_auditor;
