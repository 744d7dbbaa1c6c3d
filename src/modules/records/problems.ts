/** Why a request for records can't be served. */
import { defineProblem } from '../../platform/problem.ts';

export const recordNotFound = defineProblem({
  type: 'record-not-found',
  status: 404,
  title: { zh: '没有这条公示信息', en: 'There is no such public record' },
  advice: {
    zh: '请检查网址,或按名称、统一社会信用代码重新查找。已不再公示的信息与从未存在的信息,回答相同。',
    en: 'Check the address, or search by name or unified code. What is no longer public is answered like what never existed.',
  },
});

export const recordFilterNeeded = defineProblem({
  type: 'adverse-records-one-page',
  status: 400,
  title: { zh: '行政处罚等信息每次只显示一页', en: 'Adverse records are shown one page at a time' },
  advice: {
    zh: '请用单位或日期缩小范围;这类信息不提供翻页和批量下载。',
    en: 'Narrow the filter by unit or date; adverse records are neither paged through nor downloaded in bulk.',
  },
});
