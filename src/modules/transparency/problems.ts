/** Why a request about the log can't be served. */
import { defineProblem } from '../../platform/problem.ts';

export const logFileNotFound = defineProblem({
  type: 'log-file-not-found',
  status: 404,
  title: { zh: '日志中没有这个文件', en: 'The log has no such file' },
  advice: {
    zh: '请从 /log/checkpoint 读取当前条目数，再按 C2SP tlog-tiles 的规定取用瓦片。',
    en: 'Read the present size from /log/checkpoint and take tiles as C2SP tlog-tiles prescribes.',
  },
});

export const logEntryNotFound = defineProblem({
  type: 'log-entry-not-found',
  status: 404,
  title: { zh: '日志中没有这个条目', en: 'The log has no such entry' },
  advice: {
    zh: '请核对凭证上的证明地址。',
    en: 'Check the address of the proof against the receipt.',
  },
});

export const logProofPending = defineProblem({
  type: 'log-proof-pending',
  status: 503,
  title: { zh: '证明还没有生成', en: 'The proof is not there yet' },
  advice: {
    zh: '条目在下一个检查点公布后即可证明，通常只需几秒。请稍后再取。',
    en: 'An entry can be proved once the next checkpoint is published, usually within seconds. Ask again shortly.',
  },
});
