// The 69 units of the demo city: departments, towns, court and agencies as a county-level city has them, all invented.
import { towns } from './places.ts';

/** A unit in words; its code of GB 32100 is computed where it is used. `mark` is its sign in document numbers. */
export interface UnitWords {
  readonly code: string;
  readonly kind: 'department' | 'town' | 'centre' | 'court' | 'agency';
  readonly sector: string;
  readonly zh: string;
  readonly en: string;
  readonly mark: string;
  /** Nine digits, for towns. */
  readonly areaCode?: string;
  /** Other bodies it hands in for: a brigade with a code of its own, or the body it took over from. */
  readonly actsFor?: readonly { readonly zh: string; readonly mark: string; readonly until?: string }[];
}

type Row = readonly [code: string, sector: string, zh: string, en: string, mark: string];

const departments: readonly Row[] = [
  ['development-reform', 'development-reform', '发展和改革局', 'Development and Reform Bureau', '发改'],
  ['education', 'education', '教育和体育局', 'Education and Sports Bureau', '教体'],
  ['science', 'science', '科学技术局', 'Science and Technology Bureau', '科'],
  ['industry', 'industry', '工业和信息化局', 'Industry and Information Technology Bureau', '工信'],
  ['police', 'police', '公安局', 'Public Security Bureau', '公'],
  ['civil-affairs', 'civil-affairs', '民政局', 'Civil Affairs Bureau', '民'],
  ['justice', 'justice', '司法局', 'Justice Bureau', '司'],
  ['finance', 'finance', '财政局', 'Finance Bureau', '财'],
  [
    'human-resources',
    'human-resources',
    '人力资源和社会保障局',
    'Human Resources and Social Security Bureau',
    '人社',
  ],
  [
    'natural-resources',
    'natural-resources',
    '自然资源和规划局',
    'Natural Resources and Planning Bureau',
    '自然资',
  ],
  ['ecology', 'ecology', '生态环境局', 'Ecology and Environment Bureau', '环'],
  ['housing', 'housing', '住房和城乡建设局', 'Housing and Urban-Rural Development Bureau', '建'],
  ['transport', 'transport', '交通运输局', 'Transport Bureau', '交'],
  ['water', 'water', '水利局', 'Water Resources Bureau', '水'],
  ['agriculture', 'agriculture', '农业农村局', 'Agriculture and Rural Affairs Bureau', '农'],
  ['commerce', 'commerce', '商务局', 'Commerce Bureau', '商'],
  ['culture', 'culture', '文化和旅游局', 'Culture and Tourism Bureau', '文旅'],
  ['health', 'health', '卫生健康局', 'Health Bureau', '卫'],
  ['veterans', 'veterans', '退役军人事务局', 'Veterans Affairs Bureau', '退役'],
  ['emergency', 'emergency', '应急管理局', 'Emergency Management Bureau', '应急'],
  ['audit', 'audit', '审计局', 'Audit Bureau', '审'],
  ['market-supervision', 'market-supervision', '市场监督管理局', 'Market Supervision Bureau', '市监'],
  ['statistics', 'statistics', '统计局', 'Statistics Bureau', '统'],
  ['medical-insurance', 'medical-insurance', '医疗保障局', 'Healthcare Security Bureau', '医保'],
  ['approval', 'administrative-approval', '行政审批服务局', 'Administrative Approval Service Bureau', '审批'],
  ['urban-management', 'urban-management', '综合行政执法局', 'Integrated Law Enforcement Bureau', '综执'],
  ['forestry', 'natural-resources', '林业局', 'Forestry Bureau', '林'],
  ['establishment', 'other', '委机构编制委员会办公室', 'Institutional Establishment Office', '编'],
  ['big-data', 'other', '大数据局', 'Data Bureau', '数'],
  ['local-finance', 'finance', '地方金融管理局', 'Local Financial Administration', '金融'],
];

const agencies: readonly Row[] = [
  ['tax', 'tax', '税务局', 'Tax Bureau', '税'],
  ['fire', 'fire', '消防救援大队', 'Fire and Rescue Brigade', '消'],
  ['tobacco', 'tobacco', '烟草专卖局', 'Tobacco Monopoly Bureau', '烟'],
  ['meteorology', 'meteorology', '气象局', 'Meteorological Bureau', '气'],
  ['post', 'transport', '邮政管理局', 'Postal Administration', '邮'],
  ['survey', 'statistics', '国家统计局清和调查队', 'Survey Office of National Statistics', '调'],
  ['housing-fund', 'housing', '住房公积金管理中心', 'Housing Provident Fund Centre', '公积金'],
  ['social-insurance', 'human-resources', '社会保险事业中心', 'Social Insurance Centre', '社保'],
  ['employment', 'human-resources', '公共就业和人才服务中心', 'Employment and Talent Service Centre', '就业'],
  ['public-resources', 'other', '公共资源交易中心', 'Public Resources Trading Centre', '交易'],
  ['procurement', 'finance', '政府采购中心', 'Government Procurement Centre', '采'],
  ['state-assets', 'finance', '国有资产服务中心', 'State Assets Service Centre', '国资'],
  ['investment', 'commerce', '投资促进中心', 'Investment Promotion Centre', '投促'],
  ['private-economy', 'industry', '民营经济发展中心', 'Private Economy Development Centre', '民营'],
  ['supply-marketing', 'commerce', '供销合作社联合社', 'Supply and Marketing Federation', '供销'],
  ['disabled', 'civil-affairs', '残疾人联合会', 'Disabled Persons’ Federation', '残联'],
  ['trade-union', 'human-resources', '总工会', 'Federation of Trade Unions', '工会'],
  ['youth-league', 'other', '共青团清和市委员会', 'Communist Youth League Committee', '青'],
  ['women', 'other', '妇女联合会', 'Women’s Federation', '妇联'],
  ['industry-commerce', 'commerce', '工商业联合会', 'Federation of Industry and Commerce', '工商联'],
  ['procuratorate', 'justice', '人民检察院', 'People’s Procuratorate', '检'],
];

const parks: readonly Row[] = [
  ['development-zone', 'town', '经济开发区管理委员会', 'Economic Development Zone Committee', '经开'],
];

const actsFor: Readonly<Record<string, UnitWords['actsFor']>> = {
  transport: [{ zh: '清和市交通运输综合行政执法大队', mark: '交执' }],
  agriculture: [{ zh: '清和市农业综合行政执法大队', mark: '农执' }],
  culture: [{ zh: '清和市文化市场综合执法大队', mark: '文执' }],
  health: [{ zh: '清和市卫生健康执法大队', mark: '卫执' }],
  'urban-management': [{ zh: '清和市城市管理局', mark: '城管', until: '2024-07-01' }],
  tax: [{ zh: '国家税务总局清和市税务局稽查局', mark: '税稽' }],
};

const given: Readonly<Record<string, string>> = {
  survey: '国家统计局清和调查队',
  'youth-league': '共青团清和市委员会',
  tax: '国家税务总局清和市税务局',
};

function named(kind: UnitWords['kind'], rows: readonly Row[]): UnitWords[] {
  return rows.map(([code, sector, zh, en, mark]) => {
    const others = actsFor[code];
    const unit = {
      code: `qh-${code}`,
      kind,
      sector,
      zh: given[code] ?? `清和市${zh}`,
      en: `Qinghe ${en}`,
      mark,
    };
    return others ? { ...unit, actsFor: others } : unit;
  });
}

/** All units in a fixed order; the place is part of a unit's code of GB 32100. */
export const unitWords: readonly UnitWords[] = [
  ...named('centre', [
    ['credit-centre', 'centre', '公共信用信息中心', 'Public Credit Information Centre', '信'],
  ]),
  ...named('department', departments),
  ...named('court', [['court', 'court', '人民法院', 'People’s Court', '法']]),
  ...named('agency', agencies),
  ...named('town', parks),
  ...towns.map(
    ({ code, slug, zh, en }): UnitWords => ({
      code: `qh-${slug}`,
      kind: 'town',
      sector: 'town',
      zh: `清和市${zh.endsWith('镇') ? `${zh}人民政府` : `${zh}办事处`}`,
      en: `${en}, Qinghe`,
      mark: zh.slice(0, 2),
      areaCode: code,
    }),
  ),
];
