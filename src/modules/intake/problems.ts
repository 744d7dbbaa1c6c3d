/** Why a request to intake can't be served; each has a page in both languages. */
import { defineProblem } from '../../platform/problem.ts';

export const unknownItem = defineProblem({
  type: 'unknown-item',
  status: 404,
  title: { zh: '目录中没有这个信息事项', en: 'The catalogue has no such item' },
  advice: {
    zh: '请在目录页查看现行信息事项及其代码,例如 administrative-penalty(行政处罚)。',
    en: 'See the catalogue page for the items in force and their codes, for example administrative-penalty.',
  },
});

export const itemNotYours = defineProblem({
  type: 'item-not-yours',
  status: 403,
  title: { zh: '贵单位不是该信息事项的归集责任单位', en: 'Your unit does not supply this item' },
  advice: {
    zh: '请确认选择的信息事项;如职责已调整,请公共信用信息中心在归集清单中登记贵单位。',
    en: 'Check which item you chose. If duties have changed, ask the credit centre to register your unit for it.',
  },
});

export const submissionNotFound = defineProblem({
  type: 'submission-not-found',
  status: 404,
  title: { zh: '没有这个报送批次', en: 'There is no such submission' },
  advice: {
    zh: '请从"我的报送"中打开;其他单位的报送批次不会显示。',
    en: 'Open it from “My submissions”. Submissions of other units are not shown.',
  },
});

export const findingsFileNotReady = defineProblem({
  type: 'findings-file-not-there',
  status: 404,
  title: { zh: '该批次没有问题清单文件', en: 'This submission has no findings file' },
  advice: {
    zh: '只有存在问题的批次才生成问题清单文件;若批次仍在处理,请稍后再试。',
    en: 'Only a submission with findings has one. If it is still being processed, try again in a moment.',
  },
});

export const uploadTooLarge = defineProblem({
  type: 'upload-too-large',
  status: 413,
  title: { zh: '文件太大', en: 'The file is too large' },
  advice: {
    zh: '一个文件最大 2 GiB、1,000,000 行。请按月份或单位拆分后分别报送。',
    en: 'A file may have at most 2 GiB and 1,000,000 rows. Split it by month or by unit.',
  },
});

export const uploadEmpty = defineProblem({
  type: 'upload-empty',
  status: 400,
  title: { zh: '没有收到文件内容', en: 'No file content arrived' },
  advice: {
    zh: '请选择一个有内容的 CSV、XLSX 或 JSON 文件,再报送一次。',
    en: 'Choose a CSV, XLSX or JSON file that has content, and send it again.',
  },
});

export const uploadCutOff = defineProblem({
  type: 'upload-cut-off',
  status: 400,
  title: { zh: '上传中断,文件不完整', en: 'The upload was cut off' },
  advice: {
    zh: '没有保存任何内容。请检查网络后重新上传整个文件。',
    en: 'Nothing was kept. Check the network and send the whole file again.',
  },
});

export const notWithdrawable = defineProblem({
  type: 'submission-not-withdrawable',
  status: 409,
  title: { zh: '该批次现在不能撤回', en: 'This submission can’t be withdrawn now' },
  advice: {
    zh: '只能撤回已处理完成的批次;被整体拒收或已撤回的批次无需再撤回。',
    en: 'Only a submission that has been processed can be withdrawn; a refused or withdrawn one needs no further step.',
  },
});

export const heldRowNotFound = defineProblem({
  type: 'held-row-not-found',
  status: 404,
  title: { zh: '没有这条待核实的数据', en: 'There is no such row waiting' },
  advice: {
    zh: '它可能已由其他人办理。请刷新待核实列表。',
    en: 'Somebody else may have decided it. Reload the list of waiting rows.',
  },
});

export const ownRowNotDecided = defineProblem({
  type: 'own-row-not-decided',
  status: 403,
  title: { zh: '不能核实自己报送的数据', en: 'You can’t decide a row that you handed in yourself' },
  advice: {
    zh: '请由公共信用信息中心的另一位工作人员核实。',
    en: 'Another officer of the credit centre has to decide it.',
  },
});
