/** The problems of the catalogue. */
import { defineProblem } from '../../platform/problem.ts';

export const itemNotInCatalogue = defineProblem({
  type: 'item-not-in-catalogue',
  status: 404,
  title: { zh: '目录中没有这个信息事项', en: 'The catalogue has no such item' },
  advice: {
    zh: '全部事项见 /api/v1/public/catalogue。',
    en: 'All items are listed at /api/v1/public/catalogue.',
  },
});
