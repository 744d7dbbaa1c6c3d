-- The register of security incidents and of drills: what happened, which duties follow by when, and what was done.
create table supervision.incident (
  incident_id bigint not null,
  drill boolean not null,
  severity text not null,
  personal_data boolean not null,
  what text not null,
  units text[] not null,
  subject_ids bigint[] not null,
  detected_at timestamptz not null,
  opened_by text not null,
  opened_at timestamptz not null,
  closed_by text,
  closed_at timestamptz,
  lessons text,
  constraint incident_pkey primary key (incident_id),
  constraint incident_severity_check check (severity in ('general', 'considerable', 'major', 'extreme')),
  constraint incident_times_check check (opened_at >= detected_at),
  constraint incident_closed_check check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (lessons is null))
);

-- The duties that the law sets for such an incident, each with its day; done once, with what was done.
create table supervision.incident_step (
  incident_id bigint not null,
  step text not null,
  due_at timestamptz not null,
  by_law boolean not null,
  instrument text not null,
  article text not null,
  done_at timestamptz,
  done_by text,
  note text,
  constraint incident_step_pkey primary key (incident_id, step),
  constraint incident_step_incident_fkey foreign key (incident_id) references supervision.incident (incident_id),
  constraint incident_step_check check (step in ('contain', 'notify-authority', 'notify-subjects', 'final-report')),
  constraint incident_step_done_check check ((done_at is null) = (done_by is null) and (done_at is null) = (note is null))
);

grant select, insert on supervision.incident, supervision.incident_step to gx_app;
grant update (closed_by, closed_at, lessons) on supervision.incident to gx_app;
grant update (done_at, done_by, note) on supervision.incident_step to gx_app;
grant select on supervision.incident, supervision.incident_step to gx_auditor;

-- Subjects are told of an incident like of anything else that happened to their file.
alter table notices.notice drop constraint notice_kind_check;
alter table notices.notice add constraint notice_kind_check check (kind in ('adverse-record', 'publicity-ended', 'looked-at',
  'agent-named', 'agent-ended', 'code-used', 'contact-changed', 'incident'));
