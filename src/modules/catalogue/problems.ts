/** The problems of the catalogue. */
import { defineProblem } from '../../platform/problem.ts';

export const basisNotInForce = defineProblem({
  type: 'basis-not-in-force',
  status: 409,
  title: { zh: '没有现行有效的法律依据', en: 'There is no legal basis in force' },
  advice: {
    zh: '请为该事项注明现行有效的文件和条款，再启用。',
    en: 'Cite an instrument and article in force for the item, then activate it.',
  },
});

export const itemNotInCatalogue = defineProblem({
  type: 'item-not-in-catalogue',
  status: 404,
  title: { zh: '目录中没有这个信息事项', en: 'The catalogue has no such item' },
  advice: {
    zh: '全部事项见 /api/v1/public/catalogue。',
    en: 'All items are listed at /api/v1/public/catalogue.',
  },
});
