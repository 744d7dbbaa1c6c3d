/** What can go wrong with the collection list. */
import { defineProblem } from '../../platform/problem.ts';

export const centreOnly = defineProblem({
  type: 'collection-centre-only',
  status: 403,
  title: { zh: '归集清单由信用中心编制', en: 'The collection list is written by the credit centre' },
  advice: {
    zh: '需要增减本单位的归集事项，请联系信用中心。',
    en: 'To have an item of your unit added or ended, ask the credit centre.',
  },
});

export const notSuppliable = defineProblem({
  type: 'item-not-suppliable',
  status: 409,
  title: { zh: '按目录，该单位不归集这个事项', en: 'By the catalogue this unit does not supply the item' },
  advice: {
    zh: '请核对单位与事项：事项须在现行目录中生效，且该单位所属领域为其归集领域。',
    en: 'Check unit and item: the item must be active in the catalogue in force, and the unit’s sector among those that supply it.',
  },
});

export const contactPersonal = defineProblem({
  type: 'contact-personal',
  status: 400,
  title: { zh: '联系方式里有个人信息', en: 'The contact holds personal data' },
  advice: {
    zh: '请只填科室名称和办公电话，不填个人手机号、身份证号、住址等。',
    en: 'Name the office and its line only; no mobile number, identity number or home address.',
  },
});

export const assignmentOverlaps = defineProblem({
  type: 'assignment-overlaps',
  status: 409,
  title: {
    zh: '该单位的这个事项在这一天已有安排',
    en: 'The unit has an assignment of this item on that day already',
  },
  advice: {
    zh: '变更渠道或联系科室时，生效日期须晚于现有安排的生效日期。',
    en: 'To change channel or contact, let the new row begin after the one that stands.',
  },
});

export const assignmentNotFound = defineProblem({
  type: 'assignment-not-found',
  status: 404,
  title: { zh: '没有这条归集安排', en: 'There is no such assignment' },
  advice: {
    zh: '请检查编号；已经终止的不能再次终止。',
    en: 'Check the number; what has ended cannot be ended again.',
  },
});

export const endTooEarly = defineProblem({
  type: 'assignment-end-too-early',
  status: 409,
  title: { zh: '终止日期早于生效日期', en: 'The end lies before the beginning' },
  advice: { zh: '请选择生效日期当天或之后的日期。', en: 'Choose the day it began or a later one.' },
});

export const notOwed = defineProblem({
  type: 'month-not-owed',
  status: 409,
  title: { zh: '该月本单位不用报送这个事项', en: 'Your unit does not owe this item for that month' },
  advice: {
    zh: '请从归集清单中选择事项和月份；尚未结束的月份不能申报“无数据”。',
    en: 'Choose item and month from the collection list; a month that still runs cannot be declared empty.',
  },
});

export const alreadyDeclaredNil = defineProblem({
  type: 'nil-already-declared',
  status: 409,
  title: { zh: '该月已经申报过“无数据”', en: 'Nothing to report is declared for that month already' },
  advice: {
    zh: '无需再次申报；有误的可以撤回。',
    en: 'There is no need to declare it again; withdraw it if it is wrong.',
  },
});

export const recordsExist = defineProblem({
  type: 'nil-records-exist',
  status: 409,
  title: { zh: '该月已经报送了数据', en: 'Something was handed in for that month' },
  advice: {
    zh: '有数据的月份不能申报“无数据”。报送有误的，请撤回或更正那次报送。',
    en: 'A month with data cannot be declared empty. If what was handed in is wrong, withdraw or correct it.',
  },
});

export const nilNotFound = defineProblem({
  type: 'nil-not-found',
  status: 404,
  title: { zh: '该月没有“无数据”申报', en: 'Nothing to report was not declared for that month' },
  advice: { zh: '请检查事项和月份。', en: 'Check item and month.' },
});

export const deliveryNotFound = defineProblem({
  type: 'delivery-not-found',
  status: 404,
  title: {
    zh: '没有这次报送，或其中没有被接收的数据',
    en: 'There is no such submission, or nothing of it was accepted',
  },
  advice: { zh: '请检查报送编号。', en: 'Check the number of the submission.' },
});
