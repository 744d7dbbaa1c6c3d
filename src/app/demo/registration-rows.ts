// The registration rows of an organisation: at its beginning, at a change of name, and at its end.
import { getDemoUnit } from './authorities.ts';
import { slashed } from './calendar.ts';
import { type Organisation, registrarOf } from './organisation.ts';
import type { DemoRow, RowValues } from './row.ts';
import { cityAreaCode } from './words/places.ts';
import type { OrganisationKind } from './words/trades.ts';

const TYPES: Readonly<Record<OrganisationKind, string>> = {
  company: '有限责任公司(自然人投资或控股)',
  proprietor: '个人独资企业',
  'sole-trader': '个体工商户',
  cooperative: '农民专业合作社',
  'non-enterprise': '民办非企业单位',
  association: '社会团体',
  institution: '事业单位',
  'law-firm': '律师事务所',
  village: '村民委员会',
  neighbourhood: '居民委员会',
};

const APPROVAL_CLAUSE = '（依法须经批准的项目，经相关部门批准后方可开展经营活动）';
const TRADERS: readonly OrganisationKind[] = ['company', 'proprietor', 'sole-trader', 'cooperative'];

function typeOf({ kind, name }: Organisation): string {
  if (name.endsWith('股份有限公司')) return '股份有限公司(非上市)';
  return name.includes('个人律师事务所') ? '律师事务所（个人）' : TYPES[kind];
}

function values(organisation: Organisation, changes: RowValues): RowValues {
  const { kind, name, formerName, renamed, trade } = organisation;
  const registrar = getDemoUnit(registrarOf(kind));
  const earlier = renamed === undefined && formerName !== undefined ? { DJ_CYM: formerName } : {};
  return {
    DJ_MC: renamed && formerName ? formerName : name,
    DJ_SHXYM: organisation.code,
    ...earlier,
    DJ_ZT: '存续',
    DJ_ZCRQ: slashed(organisation.registered),
    DJ_LX: typeOf(organisation),
    ...(organisation.capital !== '' && { DJ_ZCZB: organisation.capital }),
    DJ_JYFW: TRADERS.includes(kind) ? `${trade.scope}${APPROVAL_CLAUSE}` : trade.scope,
    DJ_SF: '山东省',
    DJ_DQ: '清和市',
    DJ_DZ: organisation.address,
    DJ_QHDM: cityAreaCode,
    DJ_FRDB: organisation.representative,
    DJ_DJJG: registrar.name.zh,
    DJ_DJJGDM: registrar.uscc,
    ...changes,
  };
}

/** One to three rows in the order in which they are handed in. */
export function registrationRows(organisation: Organisation): DemoRow[] {
  const { renamed, formerName, ended, name } = organisation;
  const unit = getDemoUnit(registrarOf(organisation.kind)).code;
  const row = (handedIn: number, changes: RowValues): DemoRow => ({
    item: 'organisation-registration',
    unit,
    handedIn,
    organisation: organisation.index,
    expected: 'accepted',
    values: values(organisation, changes),
  });
  const rows = [row(organisation.registrationHandedIn, {})];
  const newName: RowValues = renamed && formerName ? { DJ_MC: name, DJ_CYM: formerName } : {};
  if (renamed) rows.push(row(renamed.handedIn, newName));
  if (ended) rows.push(row(ended.handedIn, { ...newName, DJ_ZT: ended.status, DJ_ZXRQ: slashed(ended.day) }));
  return rows;
}
