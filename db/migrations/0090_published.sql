-- What the public may see, as views computed from dates, status and openness; the portal's role reads these alone.
create schema published;

create view published.unit with (security_barrier) as
select unit_code, kind, sector, name_zh, name_en, uscc, area_code from identity.unit
where until is null or until > platform.today();

-- C13 subjects and provisional ones (known from a department's file alone) are in no view: the public finds them by
-- exact code or full name, which the functions at the end ask for.
create view published.subject with (security_barrier) as
select s.subject_id, s.kind, s.c13, s.uscc, s.name, s.status, s.registered_on, s.area_code, s.provisional, s.legacy
from subjects.subject s where not s.c13 and not s.provisional;

create view published.subject_total as
select count(*)::integer as subjects from subjects.subject where not provisional;

-- Whom a name that can be searched leads to; null where that must not be told from a part of a name.
create view published.alias with (security_barrier) as
select a.subject_id, case when not t.c13 and not t.provisional then a.stands_for end as stands_for
from subjects.alias a
join subjects.subject s on s.subject_id = a.subject_id and not s.c13 and not s.provisional
join subjects.subject t on t.subject_id = a.stands_for
where a.ended_at is null;

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

create view published.item with (security_barrier) as
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

-- A record is public from its first acceptance until the earliest end that any rule sets. For an adverse record: the rule
-- in force when it is read and the rule in force when it was decided (the transition is unsettled: the earlier end
-- wins), or a law's own period in their place, and never longer than five years from the end of the conduct
-- (Shandong Regulation art. 38). A licence is public while it is valid and in effect.
-- The two clocks ran out with the first handing in and the first publication; a later version does not start them again.
-- C13 subjects' records are here: the portal's role reads the view and the functions below, not this.
--
-- Every version that nobody ended, as public as it would be if it stood; today is asked once a statement, not once a row.
create view records.public_version as
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
    when 'while-registered' then true
    else false
  end
) t
where t.public_until is null or t.public_until > (select platform.today());

-- When the first version that stands was handed in and accepted, and the first that an adverse record could be public by.
create view records.first_version as
select f.subject_id, f.first_decided_on, f.record_id, min(f.handed_in_on) as handed_in_on, min(f.accepted_on) as accepted_on,
  min(f.accepted_on) filter (where f.misconduct_class in ('general', 'serious')) as adverse_accepted_on
from records.unended f
group by f.subject_id, f.first_decided_on, f.record_id;

create view records.public_record as
select t.subject_id, t.record_id, t.version, t.item, t.edition_id, t.publicity, t.unit_code,
  t.authority_uscc, t.authority_name, t.decision_no, t.decided_on, t.valid_from, t.valid_until, t.in_effect,
  t.misconduct_class, t.class_assumed, t.conduct_ended_on, t.conduct_assumed, t.open_fields,
  case when t.version = 1 then t.handed_in_on else
    (select f.handed_in_on from records.first_version f
      where f.subject_id = t.subject_id and f.first_decided_on = t.first_decided_on and f.record_id = t.record_id)
  end as handed_in_on,
  t.accepted_on, t.accepted_at,
  case when t.version = 1 then t.accepted_on else
    (select case when t.publicity = 'adverse' then f.adverse_accepted_on else f.accepted_on end from records.first_version f
      where f.subject_id = t.subject_id and f.first_decided_on = t.first_decided_on and f.record_id = t.record_id)
  end as public_from,
  t.repair_from, t.public_until, t.until_because, t.rule_now, t.rule_then, t.uscc, t.subject_name, t.area_code, t.c13
from records.public_version t
where not exists (select 1 from records.unended n
    where n.subject_id = t.subject_id and n.first_decided_on = t.first_decided_on and n.record_id = t.record_id
      and n.version > t.version);

grant select on records.public_record to gx_app;

-- A barrier, since an error message of somebody's own condition would otherwise tell what stands in rows that are left out.
create view published.record with (security_barrier) as
select * from records.public_record where not c13;

create view published.record_total as
select item, count(*)::integer as records, max(accepted_at) as latest from records.public_record group by item;

-- What is found by exact argument alone, C13 and provisional subjects too, and the lists, whose order a barrier would
-- not let the index give. Each keeps its plan, which for a partitioned table is most of the work. They run as their
-- owner, so that the portal's role needs no right on what lies below, here and on the workers of a cluster.

-- What is asked of one subject never gains by parallel workers: starting them took 40 of 42 ms.

-- The subject that stands for this one; null for a provisional subject of which no record is public (any more): it is
-- answered like one that never was.
create function published.shown_subject(wanted_id bigint) returns bigint
  language plpgsql stable as $$
declare
  standing bigint;
  is_provisional boolean;
begin
  select s.subject_id, s.provisional into standing, is_provisional from subjects.subject s where s.subject_id = coalesce(
    (select a.stands_for from subjects.alias a where a.subject_id = wanted_id and a.ended_at is null), wanted_id);
  -- A statement of its own: as part of one condition its plan would be opened for every subject (100 of 110 us).
  if is_provisional then
    if not exists (
      select from records.public_record r where r.subject_id = any (array(
        select standing union all select a.subject_id from subjects.alias a where a.stands_for = standing and a.ended_at is null)))
    then return null; end if;
  end if;
  return standing;
end $$;

-- Tax numbers are closed fields of the data standard: nobody is found by them here.
create function published.subjects_by_key(wanted_values text[], wanted_kind text) returns setof bigint
  language plpgsql stable security definer rows 1
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return query select distinct f.shown from (
    select published.shown_subject(k.subject_id) as shown from subjects.subject_key k
    where k.key_value = any (wanted_values) and k.key_kind <> 'tax-no' and (wanted_kind is null or k.key_kind = wanted_kind)
  ) f where f.shown is not null;
end $$;

create function published.subjects_by_name(wanted_norm text, most integer)
  returns table (subject_id bigint, name text, name_norm text)
  language plpgsql stable security definer rows 1
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return query select f.shown, f.name, f.name_norm from (
    select published.shown_subject(n.subject_id) as shown, n.name, n.name_norm from subjects.subject_name n
    where n.name_norm = wanted_norm order by n.subject_id limit most
  ) f where f.shown is not null;
end $$;

-- Merges are followed; `ids` are all whose records are the subject's own, itself first, `former_names` newest first.
create function published.subjects_by_id(wanted_ids bigint[])
  returns table (subject_id bigint, kind text, c13 boolean, uscc text, name text, status text, registered_on date,
    area_code text, provisional boolean, legacy boolean, ids bigint[], former_names text[])
  language plpgsql stable security definer rows 20
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
begin
  return query select s.subject_id, s.kind, s.c13, s.uscc, s.name, s.status, s.registered_on, s.area_code, s.provisional, s.legacy,
    array(select s.subject_id union all
      select a.subject_id from subjects.alias a where a.stands_for = s.subject_id and a.ended_at is null),
    array(select n.name from subjects.subject_name n where n.subject_id = s.subject_id and n.until is not null
      order by n.until desc, n.name)
  from (select distinct published.shown_subject(w.id) as id from unnest(wanted_ids) w (id)) f
  join subjects.subject s on s.subject_id = f.id;
end $$;

-- Records of subjects or one of them, newest decision first. What is asked of `records.public_record` opens the plan of every
-- year's partition four times over; here the years between the subjects' first and last record are opened, and what
-- corrected records need besides is asked for those alone (2.2 and 0.66 ms became 0.26 and 0.16).
create function records.public_records(wanted_subjects bigint[], wanted_record bigint, wanted_item text, most integer, skipped integer)
  returns setof published.record
  language plpgsql stable rows 20 as $$
declare
  first_on date;
  last_on date;
  found records.public_version;
  begun records.first_version;
begin
  select min(i.first_decided_on), max(i.first_decided_on) into first_on, last_on from records.record_identity i
  where i.subject_id = any (wanted_subjects) and (wanted_record is null or i.record_id = wanted_record);
  if first_on is null then return; end if;
  for found in
    select v.* from records.public_version v
    join (
      select u.subject_id, u.first_decided_on, u.record_id, max(u.version) as version from records.unended u
      where u.subject_id = any (wanted_subjects) and u.first_decided_on between first_on and last_on
        and (wanted_record is null or u.record_id = wanted_record)
      group by u.subject_id, u.first_decided_on, u.record_id
    ) l on l.subject_id = v.subject_id and l.first_decided_on = v.first_decided_on and l.record_id = v.record_id
      and l.version = v.version
    where v.subject_id = any (wanted_subjects) and v.first_decided_on between first_on and last_on
      and (wanted_record is null or v.record_id = wanted_record) and (wanted_item is null or v.item = wanted_item)
    order by v.decided_on desc, v.record_id desc limit most offset skipped
  loop
    begun := null;
    if found.version > 1 then
      select f.* into begun from records.first_version f where f.subject_id = found.subject_id
        and f.first_decided_on = found.first_decided_on and f.record_id = found.record_id;
    end if;
    return next (found.subject_id, found.record_id, found.version, found.item, found.edition_id, found.publicity, found.unit_code,
      found.authority_uscc, found.authority_name, found.decision_no, found.decided_on, found.valid_from, found.valid_until,
      found.in_effect, found.misconduct_class, found.class_assumed, found.conduct_ended_on, found.conduct_assumed,
      found.open_fields, coalesce(begun.handed_in_on, found.handed_in_on), found.accepted_on, found.accepted_at,
      case when found.version = 1 then found.accepted_on
        when found.publicity = 'adverse' then begun.adverse_accepted_on else begun.accepted_on end,
      found.repair_from, found.public_until, found.until_because, found.rule_now, found.rule_then, found.uscc,
      found.subject_name, found.area_code, found.c13)::published.record;
  end loop;
end $$;

create function published.record_of(wanted_subject bigint, wanted_record bigint) returns setof published.record
  language plpgsql stable security definer rows 1
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan
  set max_parallel_workers_per_gather = 0 as $$
begin
  return query select r.* from records.public_records(array[wanted_subject], wanted_record, null, 1, 0) r;
end $$;

create function published.records_of(wanted_subjects bigint[], wanted_item text, most integer, skipped integer)
  returns setof published.record
  language plpgsql stable security definer rows 20
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan
  set max_parallel_workers_per_gather = 0 as $$
begin
  return query select r.* from records.public_records(wanted_subjects, null, wanted_item, most, skipped) r;
end $$;

create function published.record_counts_of(wanted_subjects bigint[]) returns table (item text, records integer)
  language plpgsql stable security definer rows 3
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan
  set max_parallel_workers_per_gather = 0 as $$
begin
  return query select r.item, count(*)::integer from records.public_record r
    where r.subject_id = any (wanted_subjects) group by r.item order by r.item;
end $$;

-- Never C13 subjects. Of adverse items one page of twenty and no further one, whoever asks (issue of bulk, charter C10).
create function published.records_of_item(wanted_item text, wanted_unit text, decided_from date, decided_until date,
    wanted_area text, kind_field text, kind_value text, before_on date, before_id bigint, most integer)
  returns setof published.record
  language plpgsql stable security definer rows 20
  set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  is_adverse boolean := exists (select from catalogue.item_now i where i.item = wanted_item and i.adverse);
  least_on date := coalesce(decided_from, '-infinity');
  first_on date := coalesce(decided_until - 1, 'infinity');
begin
  if is_adverse and before_on is not null then return; end if;
  most := least(most, case when is_adverse then 20 else 1000 end);
  -- The order of the index ends where the page before did.
  if before_on < first_on then first_on := before_on; end if;
  -- The fixed limit inside lets the planner know how few rows are wanted; the rows are read one by one.
  if wanted_unit is null then
    return query select f.* from (
      select r.* from records.public_record r
      where r.item = wanted_item and r.decided_on between least_on and first_on and not r.c13
        and (before_on is null or r.decided_on < before_on or r.record_id < before_id)
        and (wanted_area is null or r.area_code = wanted_area)
        and (kind_value is null or position(kind_value in r.open_fields ->> kind_field) > 0)
      order by r.decided_on desc, r.record_id desc limit 1000) f limit most;
  else
    return query select f.* from (
      select r.* from records.public_record r
      where r.item = wanted_item and r.unit_code = wanted_unit and r.decided_on between least_on and first_on and not r.c13
        and (before_on is null or r.decided_on < before_on or r.record_id < before_id)
        and (wanted_area is null or r.area_code = wanted_area)
        and (kind_value is null or position(kind_value in r.open_fields ->> kind_field) > 0)
      order by r.decided_on desc, r.record_id desc limit 1000) f limit most;
  end if;
end $$;

grant usage on schema published to gx_portal, gx_app, gx_auditor;
grant select on all tables in schema published to gx_portal, gx_app, gx_auditor;
grant execute on function published.subjects_by_key, published.subjects_by_name, published.subjects_by_id, published.record_of,
  published.records_of, published.record_counts_of, published.records_of_item to gx_portal, gx_app;
