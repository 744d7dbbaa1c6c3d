/** Words of the coverage page, in both languages. */
import { USCC_CATEGORIES } from '../../../../kernel/uscc.ts';
import type { Language } from '../../../../platform/language.ts';
import type { CoverageState } from '../../coverage/coverage.ts';

const zh = {
  title: '归集情况',
  lead: '目录里的每一类信息由哪些部门报送，报送到哪一天，没有归集到的又是为什么。',
  description: '信息目录各事项的归集单位、归集状态，以及统一社会信用代码覆盖情况。',
  items: '按信息事项',
  item: '信息事项',
  category: '类别',
  units: '责任单位',
  collected: '已归集',
  records: '公示过的条数',
  state: '说明',
  nobody: '归集清单还没有确定责任单位',
  notPublic: '不公开',
  states: {
    collected: '近一年有报送',
    'nothing-to-report': '责任单位申报“无数据”',
    lapsed: '超过一年没有报送',
    'not-sent': '还没有报送过',
  } as Readonly<Record<CoverageState, string>>,
  latest: (day: string) => `最近 ${day}`,
  codes: '统一社会信用代码覆盖',
  codesSay: '按登记管理部门和机构类别（代码前两位）统计；只有旧号码的主体还没有代码。',
  kind: '机构类别',
  subjects: '主体数',
  share: '占比',
  noCode: '只有旧号码，没有统一社会信用代码',
  other: '其他',
  total: '合计',
  keyFields: '国家层面另有“重点领域”清单，其文本尚未取得，取得后按清单增列。',
};

const en: typeof zh = {
  title: 'What is collected',
  lead: 'Which departments hand in each item of the catalogue, until which day they did, and why what is missing is missing.',
  description: 'Units and state of collection of each item, and how many organisations have the unified code.',
  items: 'By item',
  item: 'Item',
  category: 'Class',
  units: 'Units',
  collected: 'Collected from',
  records: 'Records made public',
  state: 'How it stands',
  nobody: 'The collection list names no unit yet',
  notPublic: 'not public',
  states: {
    collected: 'handed in within a year',
    'nothing-to-report': 'the unit says there was nothing',
    lapsed: 'nothing for more than a year',
    'not-sent': 'nothing handed in yet',
  },
  latest: (day) => `last ${day}`,
  codes: 'Unified social credit codes',
  codesSay:
    'By registering department and kind, the first two characters of the code. Those with an old number alone have none yet.',
  kind: 'Kind',
  subjects: 'Organisations',
  share: 'Share',
  noCode: 'Old number alone, no unified code',
  other: 'other',
  total: 'All',
  keyFields: 'A national list of key fields exists; its text is not at hand yet, and its columns follow once it is.',
};

export const dictionaries: Readonly<Record<Language, typeof zh>> = { zh, en };

/** Names of the first two characters of the code (GB 32100-2015), those that occur in a city. */
const categoryNames: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  '11': { zh: '机关', en: 'State bodies' },
  '12': { zh: '事业单位', en: 'Public institutions' },
  '13': { zh: '编办直接管理的群众团体', en: 'Mass organisations kept by the staffing office' },
  '51': { zh: '社会团体', en: 'Associations' },
  '52': { zh: '民办非企业单位', en: 'Private non-enterprise units' },
  '53': { zh: '基金会', en: 'Foundations' },
  '91': { zh: '企业', en: 'Enterprises' },
  '92': { zh: '个体工商户', en: 'Sole traders' },
  '93': { zh: '农民专业合作社', en: 'Farmers’ cooperatives' },
  A1: { zh: '工会', en: 'Trade unions' },
};

/** What the first two characters of a code say; those that no city of the demo has stand in Chinese alone. */
export function nameOf(category: string, language: Language): string {
  const known = categoryNames[category]?.[language];
  return known ?? USCC_CATEGORIES[category] ?? dictionaries[language].other;
}
