/** Words of the public page of the self-check, in both languages. */
import type { Language } from '../../platform/language.ts';
import type { FindingKind } from './duties-data.ts';

const zh = {
  title: '每日自查',
  lead: '平台每天凌晨把公开的每一条记录、每一次查看非公开信息都重新核对一遍。发现的问题记到责任单位名下，改好之前一直列在这里。',
  description: '各单位超期公示、无依据公开、无目的或超范围查看的条数。',
  never: '还没有做过自查。',
  last: (records: string, releases: string) =>
    `最近一次核对公开记录 ${records} 条、查看 ${releases} 次，完成于`,
  clean: '各单位都没有未改正的问题。',
  caption: '各单位未改正的问题',
  unit: '单位',
  kind: '问题',
  open: '未改正',
  overdue: '其中逾期',
  mended: '一年内已改正',
  days: '平均用时（工作日）',
  kinds: {
    'public-past-end': '公示期已满仍在公开',
    'public-without-openness': '目录没有列为公开的内容在公开',
    'release-without-purpose': '查看非公开信息没有目的',
    'release-beyond-purpose': '查看的内容超出目的',
    'sources-contradict': '与其他部门报送的内容不一致',
    'below-register': '报送数量少于本单位台账',
  } as Readonly<Record<FindingKind, string>>,
  howHeading: '怎样核对',
  how: [
    '公示期由记录本身的日期和当时、现在的规则重新计算，不采用公示页面的结果。',
    '公开的每一项内容都对照目录的数据标准。',
    '每次查看都对照目的清单：目的是否有效、查看人是否具有、有没有事项编号、内容是否超出。',
    '不同部门对同一家单位的登记状态、地址、行政区划、注册资本说法不一的，由负责登记的部门先核对。',
    '改正的期限按工作日计算：公开类 1 个工作日，查看类 3 个工作日，说法不一 5 个工作日，少于台账 10 个工作日。',
  ],
};

const en: typeof zh = {
  title: 'Daily self-check',
  lead: 'Every night the platform judges each record that is shown, and each look at what is not public, anew. What it finds is put down to the unit concerned and stays here until it is mended.',
  description:
    'How many records each unit shows past their end or without openness, and looks without or beyond a purpose.',
  never: 'There was no self-check yet.',
  last: (records, releases) =>
    `Last time ${records} public records and ${releases} looks were judged, finished at`,
  clean: 'No unit has anything left to mend.',
  caption: 'What units have left to mend',
  unit: 'Unit',
  kind: 'Fault',
  open: 'Open',
  overdue: 'Of these late',
  mended: 'Mended within a year',
  days: 'Working days to mend, on average',
  kinds: {
    'public-past-end': 'Public past its end',
    'public-without-openness': 'Public without being open by the catalogue',
    'release-without-purpose': 'A look without a purpose',
    'release-beyond-purpose': 'A look beyond its purpose',
    'sources-contradict': 'Differs from what another department states',
    'below-register': 'Fewer handed in than its own register holds',
  },
  howHeading: 'How it judges',
  how: [
    'The end of publicity is computed anew from the record’s own dates and the rules of then and now, not taken from the pages.',
    'Every field that is shown is held against the catalogue’s data standard.',
    'Every look is held against the list of purposes: is it in force, did the asker hold it, is there a case number, was more shown than it allows.',
    'Where departments differ on an organisation’s status, address, area or capital, the one that registers it checks first.',
    'The time to mend is in working days: one for what is public, three for looks, five for differences, ten for months short of a register.',
  ],
};

export const words: Readonly<Record<Language, typeof zh>> = { zh, en };
