/** Words of the search results, in Chinese. */

export const zh = {
  title: '查询',
  titleFor: (question: string) => `“${question}”的查询结果`,
  found: (total: number, more: boolean) =>
    more ? `有 ${total} 家以上符合，下面列出前面的。请再多输入几个字。` : `找到 ${total} 家。`,
  similar: (total: number) => `没有名称含有这几个字的单位。下面 ${total} 家名称相近，请核对是不是您要找的。`,
  nothing: '没有找到',
  nothingSays: '这里会列出名称或代码符合的单位，以及登记状态和所在地。可以这样试：',
  tries: [
    '核对有没有错字，或只输入名称里最特别的两三个字，例如字号。',
    '用营业执照上的 18 位统一社会信用代码查。',
    '个体工商户不能按部分名称查，请输入执照上的完整名称或代码。',
    '刚刚登记的单位，登记机关报送后才能查到。',
  ],
  tooShort: '请至少输入两个字。只有一个字时符合的单位太多，无法列出。',
  ask: '输入名称或代码，这里会列出符合的单位。',
  code: '统一社会信用代码',
  noCode: '无统一社会信用代码（旧号登记）',
  formerly: (name: string) => `曾用名：${name}`,
  registered: (date: string) => `${date} 登记`,
  status: { registered: '在册', revoked: '已吊销', deregistered: '已注销', unknown: '登记状态未知' },
  provisional: '暂未见登记',
  provisionalSays: '“暂未见登记”：代码有效，在部门报送的信息里出现过，登记机关还没有报来它的登记。',
  legacy: '旧号',
  order: '结果只按名称与输入的相近程度排列，与信用信息多少无关。',
};

/** What both languages must say. */
export type SearchWords = typeof zh;
