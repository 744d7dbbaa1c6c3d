/** What the roles are called. */
import type { Words } from '../../platform/language.ts';
import type { Role } from './account.ts';

export const roleNames: Readonly<Record<Role, Words>> = {
  'data-officer': { zh: '数据专员', en: 'data officer' },
  reviewer: { zh: '复核人员', en: 'reviewer' },
  checker: { zh: '查询人员', en: 'checker' },
  'case-officer': { zh: '核实人员', en: 'case officer' },
  publisher: { zh: '发布人员', en: 'publisher' },
  auditor: { zh: '审计人员', en: 'auditor' },
  administrator: { zh: '管理员', en: 'administrator' },
};
