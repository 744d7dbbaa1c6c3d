-- What the public may see, as views computed from dates, status and openness; the portal's role reads these alone.
create schema published;

create view published.unit as
select unit_code, kind, sector, name_zh, name_en, uscc, area_code from identity.unit
where until is null or until > platform.today();

create view published.subject as
select s.subject_id, s.kind, s.c13, s.uscc, s.name, s.status, s.registered_on, s.area_code, s.provisional, s.legacy
from subjects.subject s;

create view published.subject_key as
select key_kind, key_value, subject_id from subjects.subject_key;

create view published.subject_name as
select subject_id, name_norm, name, since, until from subjects.subject_name;

create view published.alias as
select subject_id, stands_for from subjects.alias where ended_at is null;

create view published.public_name as
select subject_id, uscc, name, name_norm, name_bigram, name_initials, former, area_code from subjects.public_name;

create view published.instrument as
select i.instrument_id, i.title_zh, i.title_en, i.number, i.issuing_body, i.level, i.in_force_from, i.in_force_until,
  i.succeeded_by, i.source, i.confidence
from law.instrument i;

create view published.article as
select instrument_id, article, says_zh, says_en, confidence from law.article;

create view published.basis_use as
select use_kind, use_id, instrument_id, article from law.basis_use;

create view published.calendar_year as
select year, notice from law.calendar_year;

create view published.working_day as
select day, working, ordinal from law.working_day;

create view published.calendar_day as
select day, off, name, year from law.calendar_day;

create view published.time_limit as
select limit_id, item, sector, working_days, starts, in_force_from, in_force_until, instrument_id, article, confidence
from law.time_limit;

create view published.edition as
select edition_id, title_zh, title_en, in_force_from, in_force_until, instrument_id from catalogue.edition;

create view published.item as
select item, edition_id, name_zh, name_en, category, adverse, openness, natural_person, publicity, basis_instrument,
  basis_article, state, definition
from catalogue.item where state <> 'draft';

create view published.item_unit as
select item, unit_code from catalogue.item_unit;

create view published.publicity_rule as
select rule_id, kind, misconduct_class, in_force_from, in_force_until, published, min_months, max_months, clock,
  instrument_id, article, confidence
from publicity.rule;

create view published.penalty_kind_class as
select penalty_kind, misconduct_class, in_force_from, in_force_until, instrument_id, article, confidence
from publicity.penalty_kind_class;

create view published.own_period as
select own_period_id, item, sector, misconduct_class, months, in_force_from, in_force_until, instrument_id, article
from publicity.own_period;

create view published.timeliness as
select unit_code, item, month, records, handed_in_on_time, public_on_time, unfixed, working_days_total, counted_at
from quality.timeliness;

create view published.number_series as
select unit_code, item, series, lowest, highest, present, missing, counted_at from quality.number_series;

-- A record is public from its acceptance until the earliest end that any rule sets. For an adverse record: the rule
-- in force when it is read and the rule in force when it was decided (the transition is unsettled: the earlier end
-- wins), or a law's own period in their place, and never longer than five years from the end of the conduct
-- (Shandong Regulation art. 38). A licence is public while it is valid and in effect.
create view published.record as
select t.subject_id, t.first_decided_on, t.record_id, t.version, t.item, t.edition_id, t.publicity, t.unit_code,
  t.authority_uscc, t.authority_name, t.decision_no, t.decided_on, t.valid_from, t.valid_until, t.in_effect,
  t.misconduct_class, t.class_assumed, t.conduct_ended_on, t.conduct_assumed, t.open_fields, t.handed_in_on,
  t.accepted_on, t.accepted_at, t.accepted_on as public_from, t.repair_from, t.public_until,
  case
    when t.publicity <> 'adverse' then case when t.public_until is null then 'open-ended' else 'valid-until' end
    when t.public_until = t.conduct_until and t.public_until < coalesce(t.own_until, least(t.now_until, t.then_until)) then 'five-years'
    when t.own_until is not null then 'own-period'
    when t.then_until is not null and t.then_until < t.now_until then 'rule-at-decision'
    else 'rule-now'
  end as until_because,
  t.rule_now, t.rule_then
from (
  select r.*, i.publicity, n.rule_id as rule_now, d.rule_id as rule_then,
    (r.decided_on + make_interval(months => n.min_months))::date as repair_from,
    (r.decided_on + make_interval(months => n.max_months))::date as now_until,
    (r.decided_on + make_interval(months => d.max_months))::date as then_until,
    (r.decided_on + make_interval(months => r.own_months))::date as own_until,
    (r.conduct_ended_on + interval '5 years')::date as conduct_until,
    case i.publicity
      when 'while-valid' then r.valid_until
      when 'adverse' then least(
        coalesce((r.decided_on + make_interval(months => r.own_months))::date,
          least((r.decided_on + make_interval(months => n.max_months))::date,
            (r.decided_on + make_interval(months => d.max_months))::date)),
        (r.conduct_ended_on + interval '5 years')::date)
    end as public_until
  from records.standing r
  join catalogue.item_now i on i.item = r.item and i.openness = 'open'
  left join publicity.rule n on i.publicity = 'adverse' and n.kind = 'penalty' and n.misconduct_class = r.misconduct_class
    and n.in_force_from <= platform.today() and (n.in_force_until is null or n.in_force_until > platform.today())
  left join publicity.rule d on i.publicity = 'adverse' and d.kind = 'penalty' and d.misconduct_class = r.misconduct_class
    and d.in_force_from <= r.decided_on and (d.in_force_until is null or d.in_force_until > r.decided_on)
  where case i.publicity
    when 'adverse' then n.published and coalesce(d.published, true)
    when 'while-valid' then r.in_effect
    when 'while-registered' then true
    else false
  end
) t
where t.public_until is null or t.public_until > platform.today();

grant usage on schema published to gx_portal, gx_app, gx_auditor;
grant select on all tables in schema published to gx_portal, gx_app, gx_auditor;
