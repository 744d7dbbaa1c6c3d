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
