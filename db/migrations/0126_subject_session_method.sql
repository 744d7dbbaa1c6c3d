-- How a subject proved who it is: a one-time code, the city's sign-on, or an organisation's e-licence shown there.
alter table identity.subject_session add column method text not null default 'code';
alter table identity.subject_session alter column method drop default;
alter table identity.subject_session
  add constraint subject_session_method_check check (method in ('code', 'sign-on', 'e-licence'));
