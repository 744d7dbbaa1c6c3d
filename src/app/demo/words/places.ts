// Places of the invented city 清和市: its area code, streets and towns, roads and village names.

/** No division of GB/T 2260, now or since 1980, has this code (a test compares); 37 is Shandong, 18 nothing there. */
export const cityAreaCode = '371899';

export const cityName = { zh: '清和市', en: 'Qinghe City', short: '清和' } as const;

/** Streets and towns with invented nine-digit codes. */
export const towns = [
  { code: '371899001', slug: 'chengguan', zh: '城关街道', en: 'Chengguan Subdistrict' },
  { code: '371899002', slug: 'fengming', zh: '凤鸣街道', en: 'Fengming Subdistrict' },
  { code: '371899003', slug: 'hedong', zh: '河东街道', en: 'Hedong Subdistrict' },
  { code: '371899004', slug: 'linhe', zh: '临河街道', en: 'Linhe Subdistrict' },
  { code: '371899100', slug: 'yunxi', zh: '云溪镇', en: 'Yunxi Town' },
  { code: '371899101', slug: 'wanghu', zh: '望湖镇', en: 'Wanghu Town' },
  { code: '371899102', slug: 'anping', zh: '安平镇', en: 'Anping Town' },
  { code: '371899103', slug: 'beiling', zh: '北岭镇', en: 'Beiling Town' },
  { code: '371899104', slug: 'gaotai', zh: '高台镇', en: 'Gaotai Town' },
  { code: '371899105', slug: 'sanxi', zh: '三溪镇', en: 'Sanxi Town' },
  { code: '371899106', slug: 'daoxiang', zh: '稻香镇', en: 'Daoxiang Town' },
  { code: '371899107', slug: 'shiyan', zh: '石堰镇', en: 'Shiyan Town' },
  { code: '371899108', slug: 'qingshan', zh: '青山镇', en: 'Qingshan Town' },
  { code: '371899109', slug: 'huaiyin', zh: '槐荫镇', en: 'Huaiyin Town' },
  { code: '371899110', slug: 'nantang', zh: '南塘镇', en: 'Nantang Town' },
] as const;

export const roads = (
  '人民路 和平路 建设路 解放路 文化路 清河路 新华街 府前街 振兴路 迎宾大道 滨河路 工业大道 兴业路 创新路 学府路 ' +
  '凤鸣大街 云溪路 望湖路 青山路 稻香路 幸福街 光明路 友谊街 胜利街 东风路 长安街 锦绣路 物流大道 站前路 环城西路'
).split(' ');

/** Second parts of village names: 王家庄, 李家屯 … */
export const villageEndings = '家庄 家屯 家村 家疃 家夼 家埠 家寨 家沟 家洼 家河 家岭 家台'.split(' ');

/** Fronts that tell villages of one name apart: 东王家庄, 小王家庄 … */
export const villageFronts = ['', '东', '西', '南', '北', '前', '后', '大', '小', '上', '下'];
