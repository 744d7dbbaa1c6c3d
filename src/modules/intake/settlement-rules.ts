/** The rules about a submission as a whole, and those that need the registry and the records: with their words. */
import type { RuleText } from './checking/rules.ts';

const rule = (
  severity: RuleText['severity'],
  zh: string,
  en: string,
  adviceZh: string,
  adviceEn: string,
): RuleText => ({
  severity,
  title: { zh, en },
  advice: { zh: adviceZh, en: adviceEn },
});

/** Whose the row is, and whether it stands already. */
export const SETTLEMENT_RULES = {
  'subject.name-mismatch': rule(
    'held',
    '代码与名称不一致：该代码登记的名称是“{holder}”。本行暂不公示，等待信用中心核实。',
    'Code and name do not agree: the code is registered to “{holder}”. The row is held, not published, until the credit centre has looked.',
    '请核对决定书。填错了代码或名称的，撤回后改正重报；确是同一主体的，由信用中心确认。',
    'Check the decision. If code or name is wrong, mend the row and send it again; if it is the same organisation, the credit centre will confirm it.',
  ),
  'subject.name-mismatch-unnamed': rule(
    'held',
    '代码与名称不一致：该代码登记在另一个体工商户或同类主体名下，其名称不在此显示。本行暂不公示，等待信用中心核实。',
    'Code and name do not agree: the code belongs to another sole trader or the like, whose name is not shown here. The row is held, not published, until the credit centre has looked.',
    '请核对决定书；可按完整代码查询登记的名称。填错了的，撤回后改正重报；确是同一主体的，由信用中心确认。',
    'Check the decision; the registered name can be looked up by the whole code. If code or name is wrong, mend the row and send it again; if it is the same subject, the credit centre will confirm it.',
  ),
  'subject.unregistered': rule(
    'held',
    '登记库中没有这个统一社会信用代码。本行暂不公示，等待信用中心核实。',
    'The registry does not know this unified code. The row is held, not published, until the credit centre has looked.',
    '请核对代码；新登记的主体，待登记信息入库后由信用中心确认。',
    'Check the code. For a newly registered organisation the credit centre confirms the row once the registration has arrived.',
  ),
  'subject.name-only': rule(
    'held',
    '没有代码，只有名称：仅凭名称不能确定主体。本行暂不公示。',
    'There is a name but no code: a name alone never decides who is meant. The row is held.',
    '请补上统一社会信用代码后重新提交。',
    'Add the unified code and submit the row again.',
  ),
  'subject.legacy-no-evidence': rule(
    'error',
    '登记库中没有这个旧代码，不能确定主体。',
    'The registry does not know this older number, so nobody can tell who is meant.',
    '请填写统一社会信用代码后重新提交。',
    'Give the unified code and submit the row again.',
  ),
  'subject.no-code': rule(
    'error',
    '没有可用的代码，名称也不在登记库中。',
    'There is no usable code, and the registry does not know the name.',
    '请填写统一社会信用代码后重新提交。',
    'Give the unified code and submit the row again.',
  ),
  'person.name-differs': rule(
    'error',
    '这个居民身份证号码此前对应的是另一个姓名。本行未保存。',
    'This identity number came with another name before. The row was not kept.',
    '请核对号码和姓名；本人确已更名的，请填写“自然人曾用名”（平台上此前的姓名）和“更名依据”后重新报送。',
    'Check number and name. If the person changed their name, fill in 自然人曾用名 (the name on file so far) and 更名依据 and hand the row in again.',
  ),
  'row.duplicate': rule(
    'info',
    '这条信息已入库，内容完全相同，没有重复保存。',
    'This very record stands already; nothing was stored a second time.',
    '无需处理。',
    'Nothing needs to be done.',
  ),
  'row.repeated': rule(
    'info',
    '与本文件前面的一行完全相同，只保存一次。',
    'The same row stands earlier in this file; it was stored once.',
    '无需处理。',
    'Nothing needs to be done.',
  ),
  'row.contradicts': rule(
    'error',
    '与本文件前面的一行文号、主体相同而内容不同，无法判断以哪一行为准。',
    'An earlier row of this file has the same number and party but other content: nobody can tell which is right.',
    '请只保留正确的一行后重新提交。同一文书确有多项决定的，请填写各自的许可编号或序号。',
    'Keep the right one and submit it again. If one document holds several decisions, give each its own number.',
  ),
  'findings.file-only': rule(
    'info',
    '另有 {count} 条问题未在此列出。',
    'There are {count} more findings, which are not listed here.',
    '全部问题见可下载的问题清单文件。',
    'The findings file, which you can download, has them all.',
  ),
  'file.has-errors': rule(
    'error',
    '该信息事项要求整个文件无误才入库，本文件有问题，没有保存任何一行。',
    'This item is taken only as a whole: the file has errors, so none of its rows was stored.',
    '请改正全部问题后重新提交整个文件。',
    'Mend all findings and submit the whole file again.',
  ),
  'file.not-released': rule(
    'error',
    '该文件与平时报送情况差别很大，复核人员未予放行，没有保存任何内容。',
    'The file differs much from what is usual and the second person did not release it, so nothing of it was stored.',
    '请核对文件是否完整、列是否对应，改正后重新提交；确认无误的，请联系复核人员。',
    'Check that the file is whole and its columns are right, mend it and submit it again; if it is right, speak to the reviewer.',
  ),
  'file.item-ended': rule(
    'error',
    '该信息事项的法律依据在文件处理前已经终止，没有保存任何内容。',
    'The legal basis of this item ended before the file was processed, so nothing of it was stored.',
    '请在信息目录查看现行事项；依据失效的信息不再归集。',
    'See the catalogue for the items in force; what has lost its basis is collected no more.',
  ),
} as const satisfies Record<string, RuleText>;

/** The code of a settlement rule. */
export type SettlementRule = keyof typeof SETTLEMENT_RULES;
