// Rows of the items beyond registrations, licences and penalties, for a few organisations: their pages show several classes.
import { addMonths, toEpochDay } from '../../kernel/civil-date.ts';
import { getDemoUnit } from './authorities.ts';
import type { DemoBatch } from './batches.ts';
import { dateOf, slashed } from './calendar.ts';
import type { City } from './generate-city.ts';
import type { Organisation } from './organisation.ts';
import type { RowValues } from './row.ts';
import type { FurtherItem } from './supply.ts';

/** How many organisations have such rows, and how many days before the city's last one the first is decided. */
const ORGANISATIONS = 24;
const DAYS = 60;

interface Kind {
  readonly item: FurtherItem;
  /** Unit code without `qh-`. */
  readonly unit: string;
  /** Every so-manieth of the organisations has a row. */
  readonly every: number;
  readonly values: (about: {
    readonly organisation: Organisation;
    readonly day: number;
    readonly place: number;
  }) => RowValues;
}

const yearOf = (day: number) => dateOf(day).slice(0, 4);
const monthsAfter = (day: number, months: number) => slashed(toEpochDay(addMonths(dateOf(day), months)) - 1);

const KINDS: readonly Kind[] = [
  {
    item: 'credit-commitment',
    unit: 'market-supervision',
    every: 1,
    values: ({ day, place }) => ({
      GX_CN_WSH: `清市监诺〔${yearOf(day)}〕${place + 1}号`,
      GX_CN_CNLX: place % 3 === 0 ? '审批替代' : '主动公开',
      GX_CN_CNSY: place % 3 === 0 ? '申请经营许可' : '日常经营',
      GX_CN_CNNR: '承诺所提供的材料真实、合法、有效，依法诚信经营，自觉接受社会监督。',
      GX_CN_JDRQ: slashed(day),
      GX_CN_YXQZI: monthsAfter(day, 36),
      // What its maker did not make public is not shown.
      GX_CN_GK: place % 5 === 4 ? '不公开' : '向社会公开',
    }),
  },
  {
    item: 'honour',
    unit: 'market-supervision',
    every: 3,
    values: ({ day }) => ({
      GX_RY_WSH: `清政表〔${yearOf(day)}〕7号`,
      GX_RY_RYMC: '守合同重信用企业',
      GX_RY_JB: '县级',
      GX_RY_SY: '连续三年按约履行合同',
      GX_RY_JDRQ: slashed(day),
      GX_RY_YXQZI: monthsAfter(day, 24),
      GX_RY_ZT: '有效',
    }),
  },
  {
    item: 'abnormal-operation-list',
    unit: 'market-supervision',
    every: 4,
    values: ({ day, place }) => ({
      GX_YC_WSH: `清市监异列〔${yearOf(day)}〕${place + 1}号`,
      GX_YC_LRYY: '通过登记的住所或者经营场所无法联系',
      GX_YC_JDRQ: slashed(day),
      GX_YC_YJ: '《企业信息公示暂行条例》第十七条',
      ...(place % 8 === 0
        ? { GX_YC_ZT: '移出', GX_YC_YCRQ: slashed(day + 1), GX_YC_YCYY: '已变更住所登记' }
        : { GX_YC_ZT: '列入' }),
    }),
  },
  {
    item: 'court-enforcement',
    unit: 'court',
    every: 6,
    values: ({ organisation, day, place }) => ({
      GX_FY_WSH: `（${yearOf(day)}）清01执${300 + place}号`,
      GX_FY_YJWH: `（${yearOf(day - 365)}）清01民初${80 + place}号`,
      GX_FY_YJDW: getDemoUnit('court').name.zh,
      GX_FY_YW: '给付货款及逾期利息。',
      GX_FY_LXQK: '全部未履行',
      GX_FY_XWQX: '违反财产报告制度',
      GX_FY_LARQ: slashed(day - 30),
      GX_FY_JDRQ: slashed(day),
      GX_FY_YXQZI: monthsAfter(day, 24),
      GX_FY_ZT: '列入',
      GX_FY_FRDB: organisation.representative,
    }),
  },
];

/** Who hands in which of these items (unit codes without `qh-`). */
export const furtherSupply: readonly { readonly unit: string; readonly item: FurtherItem }[] = KINDS;

const PREFIX: Readonly<Record<FurtherItem, string>> = {
  'credit-commitment': 'GX_CN_',
  honour: 'GX_RY_',
  'abnormal-operation-list': 'GX_YC_',
  'court-enforcement': 'GX_FY_',
};

/** Companies that stand and were registered before the first of these days. */
function* chosen(city: City, before: number): Generator<Organisation> {
  let found = 0;
  for (const organisation of city.organisations()) {
    const { kind, ended, renamed, registered, registrationHandedIn } = organisation;
    if (kind !== 'company' || ended || renamed || Math.max(registered, registrationHandedIn) >= before)
      continue;
    yield organisation;
    if (++found === ORGANISATIONS) return;
  }
}

/** One file an item, handed in on the city's last day. */
export function furtherBatches(city: City): DemoBatch[] {
  const until = toEpochDay(city.options.until);
  const organisations = [...chosen(city, until - DAYS)];
  return KINDS.map(({ item, unit, every, values }, at) => {
    const { code, name, uscc } = getDemoUnit(unit);
    const prefix = PREFIX[item];
    const rows = organisations
      .filter((_, place) => place % every === 0)
      .map((organisation, place) => ({
        [`${prefix}MC`]: organisation.name,
        [`${prefix}SHXYM`]: organisation.code,
        [`${prefix}JG`]: name.zh,
        [`${prefix}JGDM`]: uscc,
        ...values({ organisation, day: until - DAYS + 2 * place, place }),
      }));
    const day = dateOf(until);
    return {
      unit: code,
      item,
      at: new Date(`${day}T16:0${at}:00+08:00`),
      fileName: `${item}-${day}.csv`,
      rows,
    };
  });
}
