/** For tests and benches: organisations in number, the real reference file where it is, invented ones anywhere. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import papa from 'papaparse';
import { type TestRow, testUscc } from './staged.ts';

/** Where the reference file lies (design § 5); its licence forbids a copy in the project. */
export const referenceFile = path.join(
  process.env['GONGXIN_REFERENCE'] ?? path.join(import.meta.dirname, '../../../../../shared'),
  'data/organisations-shandong.csv.gz',
);

/** The 54,627 real organisations as registration rows; undefined where the file is not here. */
export function referenceOrganisations(): TestRow[] | undefined {
  if (!existsSync(referenceFile)) return undefined;
  const text = gunzipSync(readFileSync(referenceFile)).toString('utf8');
  const { data } = papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  return data.map((row) => {
    // 20 of the codes have a lower-case letter.
    const uscc = (row['统一社会信用代码'] ?? '').toUpperCase();
    return {
      name: row['企业名称'] ?? '',
      uscc,
      status: 'registered',
      registeredOn: row['注册日期'] ?? '',
      areaCode: uscc.slice(2, 8),
    };
  });
}

const places = ['清和市', '清和市东湖区', '清和', '山东', '山东省', '云川县', ''];
const first = [...'鑫瑞恒盛华宏德信永泰福金安广东海天龙嘉诚润丰凯源百世中远新雅博正立志明顺亿佳康利'];
const trades = [
  ...[
    '建材',
    '商贸',
    '机械制造',
    '食品',
    '物流',
    '化工',
    '电子科技',
    '纺织',
    '农业发展',
    '餐饮服务',
    '环保设备',
  ],
  ...['装饰工程', '医疗器械', '汽车销售', '房地产开发', '信息技术', '文化传媒', '劳务派遣', '渔业', '包装'],
];
const forms = [
  '有限公司',
  '有限公司',
  '有限责任公司',
  '股份有限公司',
  '集团有限公司',
  '厂',
  '经营部',
  '专业合作社',
];

const third = ['', ...first];
const combinations = first.length ** 2 * third.length * trades.length * forms.length * places.length;

/** Invented organisations with valid codes, always the same; no two names are alike. */
export function inventedOrganisations(count: number, from = 0): TestRow[] {
  return Array.from({ length: count }, (_, index) => {
    // A step prime to every length walks through the combinations without falling into a rhythm.
    let rest = ((index + from) * 7_368_787) % combinations;
    const pick = (list: readonly string[]) => {
      const item = list[rest % list.length] ?? '';
      rest = Math.floor(rest / list.length);
      return item;
    };
    const name = `${pick(places)}${pick(first)}${pick(first)}${pick(third)}${pick(trades)}${pick(forms)}`;
    return {
      name,
      uscc: testUscc(index + from),
      status: 'registered',
      registeredOn: '2015-06-01',
      areaCode: '370983',
    };
  });
}
