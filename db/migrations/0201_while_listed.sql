-- A list with entry and exit: its records are public while their subject is on it, and gone on the day it leaves.
alter table catalogue.item drop constraint item_publicity_check;

alter table catalogue.item add constraint item_publicity_check check (
  publicity in ('adverse', 'while-valid', 'while-listed', 'while-registered', 'none'));

-- The view of 0090 with the further kind; whether a record is on the list today its latest version says (`in_effect`).
create or replace view records.public_version as
select t.subject_id, t.first_decided_on, t.record_id, t.version, t.item, t.edition_id, t.publicity, t.unit_code,
  t.authority_uscc, t.authority_name, t.decision_no, t.decided_on, t.valid_from, t.valid_until, t.in_effect,
  t.misconduct_class, t.class_assumed, t.conduct_ended_on, t.conduct_assumed, t.open_fields,
  t.handed_in_on, t.accepted_on, t.accepted_at, t.repair_from, t.public_until,
  case
    when t.publicity <> 'adverse' then case when t.public_until is null then 'open-ended' else 'valid-until' end
    when t.public_until = t.conduct_until and t.public_until < coalesce(t.own_until, least(t.now_until, t.then_until)) then 'five-years'
    when t.own_until is not null then 'own-period'
    when t.then_until is not null and t.then_until < t.now_until then 'rule-at-decision'
    else 'rule-now'
  end as until_because,
  t.rule_now, t.rule_then, t.uscc, t.subject_name, t.area_code, t.c13
from (
  select r.*, s.uscc, s.name as subject_name, s.area_code, s.c13, i.publicity, n.rule_id as rule_now, d.rule_id as rule_then,
    (r.decided_on + make_interval(months => n.min_months))::date as repair_from,
    (r.decided_on + make_interval(months => n.max_months))::date as now_until,
    (r.decided_on + make_interval(months => d.max_months))::date as then_until,
    (r.decided_on + make_interval(months => r.own_months))::date as own_until,
    (r.conduct_ended_on + interval '5 years')::date as conduct_until,
    case i.publicity
      when 'while-valid' then r.valid_until
      when 'while-listed' then r.valid_until
      when 'adverse' then least(
        coalesce((r.decided_on + make_interval(months => r.own_months))::date,
          least((r.decided_on + make_interval(months => n.max_months))::date,
            (r.decided_on + make_interval(months => d.max_months))::date)),
        (r.conduct_ended_on + interval '5 years')::date)
    end as public_until
  from records.unended r
  join subjects.subject s on s.subject_id = r.subject_id
  join catalogue.item_now i on i.item = r.item and i.openness = 'open'
  left join publicity.rule n on i.publicity = 'adverse' and n.kind = 'penalty' and n.misconduct_class = r.misconduct_class
    and n.in_force_from <= (select platform.today()) and (n.in_force_until is null or n.in_force_until > (select platform.today()))
  left join publicity.rule d on i.publicity = 'adverse' and d.kind = 'penalty' and d.misconduct_class = r.misconduct_class
    and d.in_force_from <= r.decided_on and (d.in_force_until is null or d.in_force_until > r.decided_on)
  where case i.publicity
    when 'adverse' then n.published and coalesce(d.published, true)
    when 'while-valid' then r.in_effect
    when 'while-listed' then r.in_effect
    when 'while-registered' then true
    else false
  end
) t
where t.public_until is null or t.public_until > (select platform.today());
