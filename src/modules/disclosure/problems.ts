/** Why something that is not public can't be shown. */
import { defineProblem } from '../../platform/problem.ts';

export const nothingToDisclose = defineProblem({
  type: 'nothing-to-disclose',
  status: 404,
  title: { zh: '没有可以提供的信息', en: 'There is nothing to show' },
  advice: {
    zh: '请核对统一社会信用代码和查询目的；您可以使用的目的见 /api/v1/purposes。没有这个主体和无权知晓，回答相同。',
    en: 'Check the unified code and the purpose; the purposes you hold are at /api/v1/purposes. No such subject and no right to know are answered alike.',
  },
});

export const caseNoNeeded = defineProblem({
  type: 'case-number-needed',
  status: 400,
  title: { zh: '请填写本单位的事项或案件编号', en: 'Give your unit’s matter or case number' },
  advice: {
    zh: '每次查看非公开信息都要有办理中的事项。请填写受理号、案号或任务编号，被查看的主体会看到它。',
    en: 'Every look at what is not public belongs to a matter at hand. Give its number; the subject will see it.',
  },
});

export const accessNotWritable = defineProblem({
  type: 'access-not-writable',
  status: 503,
  title: { zh: '现在不能提供非公开信息', en: 'What is not public can’t be shown for the moment' },
  advice: {
    zh: '每次查看都要先记入访问记录，而访问记录暂时写不进去，所以没有给出任何内容。请稍后再试。',
    en: 'Every look is written down first, and that could not be done, so nothing was shown. Try again in a moment.',
  },
});

export const nothingHeldAboutYou = defineProblem({
  type: 'nothing-held-about-you',
  status: 404,
  title: { zh: '本平台没有关于您的信息', en: 'Nothing is held here about you' },
  advice: {
    zh: '没有单位向本平台报送过关于您的信息，或者已经删除。没有档案可看，您也不需要做什么。',
    en: 'No unit has handed in anything about you, or it was erased. There is no file to see and nothing to do.',
  },
});

export const purposeNotInBulk = defineProblem({
  type: 'purpose-not-in-bulk',
  status: 422,
  title: { zh: '这个目的不能批量导出', en: 'Nothing is exported in bulk for this purpose' },
  advice: {
    zh: '批量导出只用于监督检查（本单位报送的信息）和办理案件，由核实人员申请。其他目的请逐个查看主体。',
    en: 'Bulk exports are for supervision and inspection (records of the own unit) and for handling a case, asked for by a case officer. For other purposes look into one subject at a time.',
  },
});

export const personsNotInBulk = defineProblem({
  type: 'persons-not-in-bulk',
  status: 422,
  title: { zh: '自然人信息不能批量导出', en: 'Natural persons are not exported in bulk' },
  advice: {
    zh: '自然人的信息只能凭证件号码逐人查看，每次写明目的和案号；个体工商户同样对待。请只申请组织的信息。',
    en: 'Natural persons are looked at one by one, by identity number, each for a purpose and a case; so are sole traders. Ask for organisations alone.',
  },
});

export const exportRefused = defineProblem({
  type: 'export-refused',
  status: 422,
  title: { zh: '不能这样申请批量导出', en: 'The export cannot be asked for like this' },
  advice: {
    zh: '请按说明改正后再申请。',
    en: 'Mend what is said below and ask again.',
  },
});

export const nothingToExport = defineProblem({
  type: 'nothing-to-export',
  status: 422,
  title: { zh: '没有符合条件的信息', en: 'Nothing matches' },
  advice: {
    zh: '请选“不批准”，由申请人放宽期间或地区，或改选信息事项后重新申请。自然人、个体工商户和尚未登记的主体不在其内。',
    en: 'Refuse it, and let it be asked for anew with a wider period or area, or other items. Natural persons, sole traders and subjects that are not registered yet are left out.',
  },
});

export const exportTooLarge = defineProblem({
  type: 'export-too-large',
  status: 422,
  title: { zh: '一次导出的主体太多', en: 'There are too many subjects for one export' },
  advice: {
    zh: '请缩小期间或地区，只导出办理这件事需要的主体。',
    en: 'Narrow the period or the area to the subjects that the matter needs.',
  },
});

export const exportRequestStale = defineProblem({
  type: 'export-request-stale',
  status: 409,
  title: { zh: '申请已超过 7 天', en: 'The request is more than 7 days old' },
  advice: {
    zh: '当时的数量已经过时，不能再批准。请选“不批准”，由申请人重新申请。',
    en: 'What it counted is out of date. Refuse it, and let it be asked for anew.',
  },
});

export const exportGrown = defineProblem({
  type: 'export-grown',
  status: 409,
  title: { zh: '符合条件的主体比申请时多', en: 'More subjects match than when it was asked for' },
  advice: {
    zh: '批准的数量不能超过申请时看到的数量。请选“不批准”，由申请人重新统计后再申请。',
    en: 'No more may be approved than was counted. Refuse it, and let it be counted and asked for anew.',
  },
});

/** Another's, not made yet, fetched too often, and over are one answer. */
export const exportNotThere = defineProblem({
  type: 'export-not-there',
  status: 404,
  title: { zh: '没有可以下载的文件', en: 'There is no file to fetch' },
  advice: {
    zh: '文件只由申请人本人下载，最多三次，到期即销毁。请在“批量导出”查看状态；仍然需要的，请重新申请。',
    en: 'Whoever asked for it fetches it, three times at most, until its time is over and it is destroyed. See “Bulk export” for how it stands; if it is still needed, ask anew.',
  },
});

export const personsAlone = defineProblem({
  type: 'natural-persons-only',
  status: 403,
  title: { zh: '只有自然人可以提出', en: 'For natural persons only' },
  advice: {
    zh: '单位的信息有误，可以提出异议；符合条件的，可以申请修复。',
    en: 'Organisations object to what is wrong, and apply for repair where its conditions are met.',
  },
});
