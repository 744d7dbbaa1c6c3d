/** Why a request about a way in can't be served; each has a page in both languages. */
import { defineProblem } from '../../platform/problem.ts';

export const sourceNotFound = defineProblem({
  type: 'source-not-found',
  status: 404,
  title: { zh: '没有这个数据来源', en: 'There is no such source' },
  advice: {
    zh: '请从“接入渠道”中打开；其他单位的来源不会显示。',
    en: 'Open it from “Ways in”. Sources of other units are not shown.',
  },
});

export const sourceRefused = defineProblem({
  type: 'source-refused',
  status: 422,
  title: { zh: '这个数据来源不能这样设置', en: 'The source can’t be set like this' },
  advice: {
    zh: '请按说明修改后再提交；主机须由平台运维人员列入允许名单。',
    en: 'Change what is named and ask again. A host must be put on the list of allowed ones by the platform’s operator.',
  },
});

export const exchangeRefused = defineProblem({
  type: 'exchange-file-refused',
  status: 422,
  title: { zh: '交换文件与其清单不符', en: 'The exchange file is not what its manifest says' },
  advice: {
    zh: '没有接收任何数据。请按《交换文件》说明重新打包整个文件后再送一次。',
    en: 'None of its data were taken. Pack the whole file again as “Exchange files” describes, and send it once more.',
  },
});

export const exchangeNotFound = defineProblem({
  type: 'exchange-file-not-found',
  status: 404,
  title: { zh: '没有这个交换文件', en: 'There is no such exchange file' },
  advice: {
    zh: '请使用接收时给出的编号；其他单位的交换文件不会显示。',
    en: 'Use the number that was given when it was taken. Those of other units are not shown.',
  },
});
