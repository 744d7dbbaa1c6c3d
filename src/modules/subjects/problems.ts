/** The problems that this module answers. */
import { defineProblem } from '../../platform/problem.ts';

export const subjectNotFound = defineProblem({
  type: 'subject-not-found',
  status: 404,
  title: { zh: '没有此统一社会信用代码的主体', en: 'No subject has this unified social credit code' },
  advice: {
    zh: '请核对 18 位代码（字母大写），或用名称查询。',
    en: 'Check the 18 characters (letters in upper case), or search by name.',
  },
});

export const mergeRefused = defineProblem({
  type: 'merge-refused',
  status: 409,
  title: { zh: '这两个主体不能合并', en: 'These two subjects cannot be merged' },
  advice: {
    zh: '一个主体不能并入自身；已并入他处的，或有其他主体并入其中的，请先拆分。',
    en: 'A subject is not merged into itself; one that is merged already, or that others are merged into, must be split first.',
  },
});

export const notMerged = defineProblem({
  type: 'not-merged',
  status: 409,
  title: { zh: '该主体目前没有并入其他主体', en: 'This subject is not merged into another' },
  advice: {
    zh: '请刷新页面查看现状：可能已有人拆分。',
    en: 'Reload the page to see how things stand: somebody may have split it already.',
  },
});

export const reasonMissing = defineProblem({
  type: 'reason-missing',
  status: 400,
  title: { zh: '缺少理由', en: 'The reason is missing' },
  advice: {
    zh: '合并与拆分都须写明依据，例如登记机关的变更通知及其文号；至少 4 个字。',
    en: 'A merge or split states what it rests on, such as a notice of the register and its number; at least 4 characters.',
  },
});
