/** SQL about units and the authorities they act for. */
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { type Queryable, sql } from '../../../platform/db/index.ts';
import type { Authority, AuthorityPeriod, RegisteredUnit, Unit } from '../unit.ts';

const columns = sql`unit_code as code, kind, sector, name_zh, name_en, uscc, area_code, since, until`;

type UnitRow = Omit<Unit, 'name' | 'areaCode'> & { name_zh: string; name_en: string; area_code: string };

function toUnit({ name_zh, name_en, area_code, ...row }: UnitRow): Unit {
  return { ...row, name: { zh: name_zh, en: name_en }, areaCode: area_code };
}

/** @returns false when the code or the USCC is taken */
export async function insertUnit(db: Queryable, unit: Unit): Promise<boolean> {
  const rows = await db.query(sql`
    insert into identity.unit (unit_code, kind, sector, name_zh, name_en, uscc, area_code, since, until)
    values (${unit.code}, ${unit.kind}, ${unit.sector}, ${unit.name.zh}, ${unit.name.en}, ${unit.uscc},
            ${unit.areaCode}, ${unit.since}, ${unit.until})
    on conflict do nothing
    returning unit_code`);
  return rows.length === 1;
}

export async function selectUnits(db: Queryable, on: CivilDate): Promise<Unit[]> {
  const rows = await db.query<UnitRow>(sql`
    select ${columns} from identity.unit
    where since <= ${on} and (until is null or until > ${on})
    order by unit_code`);
  return rows.map(toUnit);
}

export async function selectUnit(db: Queryable, code: string): Promise<Unit | undefined> {
  const row = await db.maybe<UnitRow>(sql`select ${columns} from identity.unit where unit_code = ${code}`);
  return row && toUnit(row);
}

/** An authority ended on its first day leaves a period without days: another that begins then takes its place. */
const overEmpty = sql`
    on conflict on constraint unit_authority_pkey do update
      set authority_name = excluded.authority_name, until = excluded.until
      where unit_authority.until = unit_authority.since`;

/** @returns false when the unit already acts for the authority at some time of the period */
export async function insertAuthority(
  db: Queryable,
  unitCode: string,
  authority: Authority & { since: CivilDate; until: CivilDate | null },
): Promise<boolean> {
  const rows = await db.query(sql`
    insert into identity.unit_authority (unit_code, authority_uscc, authority_name, since, until)
    select ${unitCode}, ${authority.uscc}, ${authority.name}, ${authority.since}::date, ${authority.until}::date
    where not exists (
      select from identity.unit_authority
      where unit_code = ${unitCode} and authority_uscc = ${authority.uscc}
        and daterange(since, until) && daterange(${authority.since}::date, ${authority.until}::date))
    ${overEmpty}
    returning unit_code`);
  return rows.length === 1;
}

export function selectAuthorities(db: Queryable, unitCode: string, on: CivilDate): Promise<Authority[]> {
  return db.query<Authority>(sql`
    select authority_uscc as uscc, authority_name as name from identity.unit_authority
    where unit_code = ${unitCode} and since <= ${on} and (until is null or until > ${on})
    order by authority_uscc`);
}

/** All units, those that exist first, by code. */
export async function selectAllUnits(db: Queryable): Promise<RegisteredUnit[]> {
  const rows = await db.query<UnitRow & { successor: string | null }>(sql`
    select ${columns}, (select s.successor from identity.unit_successor s where s.unit_code = u.unit_code) as successor
    from identity.unit u order by until is not null, unit_code`);
  return rows.map(({ successor, ...row }) => ({ ...toUnit(row), successor }));
}

/** All periods, past ones too, newest first. */
export function selectAuthorityPeriods(db: Queryable, unitCode: string): Promise<AuthorityPeriod[]> {
  return db.query(sql`
    select authority_uscc as uscc, authority_name as name, since, until from identity.unit_authority
    where unit_code = ${unitCode} order by until is not null, since desc, authority_uscc`);
}

/** @returns false when the unit is not there or has ended */
export async function setUnitEnded(db: Queryable, unitCode: string, on: CivilDate): Promise<boolean> {
  const rows = await db.query(sql`
    update identity.unit set until = ${on} where unit_code = ${unitCode} and (until is null or until > ${on})
    returning unit_code`);
  return rows.length === 1;
}

export async function insertSuccessor(
  db: Queryable,
  unitCode: string,
  successor: string,
  on: CivilDate,
): Promise<void> {
  await db.query(sql`
    insert into identity.unit_successor (unit_code, successor, since) values (${unitCode}, ${successor}, ${on})`);
}

/** The other unit acts from that day on for the authorities that this one acts for; of days it has already nothing changes. */
export async function passAuthorities(
  db: Queryable,
  { from, to, on }: { readonly from: string; readonly to: string; readonly on: CivilDate },
): Promise<void> {
  await db.query(sql`
    insert into identity.unit_authority (unit_code, authority_uscc, authority_name, since, until)
    select ${to}, a.authority_uscc, a.authority_name, lower(rest), upper(rest)
    from identity.unit_authority a,
      unnest(datemultirange(daterange(greatest(a.since, ${on}::date), a.until)) - coalesce(
        (select range_agg(daterange(o.since, o.until)) from identity.unit_authority o
          where o.unit_code = ${to} and o.authority_uscc = a.authority_uscc), '{}'::datemultirange)) as rest
    where a.unit_code = ${from} and (a.until is null or a.until > ${on}::date)
    ${overEmpty}`);
}

/** Ends all that have not ended. */
export async function closeAuthorities(db: Queryable, unitCode: string, on: CivilDate): Promise<void> {
  await db.query(sql`
    update identity.unit_authority set until = greatest(since, ${on}::date)
    where unit_code = ${unitCode} and (until is null or until > ${on}::date)`);
}

/** @returns false when it has ended */
export async function setAuthorityEnded(
  db: Queryable,
  which: { readonly unit: string; readonly uscc: string; readonly since: CivilDate },
  on: CivilDate,
): Promise<boolean> {
  const rows = await db.query(sql`
    update identity.unit_authority set until = greatest(since, ${on}::date)
    where unit_code = ${which.unit} and authority_uscc = ${which.uscc} and since = ${which.since}
      and (until is null or until > ${on}::date) returning unit_code`);
  return rows.length === 1;
}

export async function openClientsOf(db: Queryable, unitCode: string): Promise<string[]> {
  const rows = await db.query<{ id: string }>(sql`
    select client_id as id from identity.client where unit_code = ${unitCode} and closed_at is null order by 1`);
  return rows.map(({ id }) => id);
}

/** What of a unit is in force on that day. */
export function countOfUnit(
  db: Queryable,
  unitCode: string,
  on: CivilDate,
): Promise<{ accounts: number; roles: number; clients: number; authorities: number; approvals: number }> {
  return db.one(sql`select
    (select count(*)::integer from identity.account where unit_code = ${unitCode} and closed_at is null) as accounts,
    (select count(*)::integer from identity.role_grant g join identity.account a on a.account_id = g.account_id
      where a.unit_code = ${unitCode} and g.ended_at is null and (g.until is null or g.until > ${on})) as roles,
    (select count(*)::integer from identity.client where unit_code = ${unitCode} and closed_at is null) as clients,
    (select count(*)::integer from identity.unit_authority
      where unit_code = ${unitCode} and (until is null or until > ${on})) as authorities,
    (select count(*)::integer from identity.approval where unit_code = ${unitCode} and decision is null) as approvals`);
}
