/** SQL about units and the authorities they act for. */
import type { CivilDate } from '../../../kernel/civil-date.ts';
import { type Queryable, sql } from '../../../platform/db/index.ts';
import type { Authority, Unit } from '../unit.ts';

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
    on conflict do nothing
    returning unit_code`);
  return rows.length === 1;
}

export function selectAuthorities(db: Queryable, unitCode: string, on: CivilDate): Promise<Authority[]> {
  return db.query<Authority>(sql`
    select authority_uscc as uscc, authority_name as name from identity.unit_authority
    where unit_code = ${unitCode} and since <= ${on} and (until is null or until > ${on})
    order by authority_uscc`);
}
