/** What is said when a request got no answer, or one that nobody can read. */
import type { Bilingual, Language } from '../language/language.ts';
import type { ProblemText } from './problem-error.ts';

const noConnection: Bilingual<{ title: string; advice: string }> = {
  zh: {
    title: '没有连上服务器',
    advice: '请检查网络后重试。填写的内容仍在页面上，没有丢失。',
  },
  en: {
    title: 'The server could not be reached',
    advice: 'Check the network and try again. What you typed is still on the page.',
  },
};

const unreadable: Bilingual<{ title: string; advice: string }> = {
  zh: {
    title: '服务器的回答无法读取',
    advice: '请稍后重试；若仍如此，请告知本单位的网络管理人员，中间设备可能拦截了请求。',
  },
  en: {
    title: 'The answer of the server could not be read',
    advice:
      'Try again in a moment. If it stays so, tell your network staff: something in between may hold the request back.',
  },
};

/** The problem of a request without an answer. */
export function connectionProblem(language: Language): ProblemText {
  return { kind: 'no-connection', status: 0, ...noConnection[language] };
}

/** The problem of an answer that is neither what was asked for nor a problem. */
export function unreadableProblem(language: Language, status: number): ProblemText {
  return { kind: 'unreadable-answer', status, ...unreadable[language] };
}
