/** Words of uploads under way. */
import type { Bilingual } from '../../language/language.ts';

const zh = {
  sending: (name: string, share: string) => `正在上传 ${name}：${share}`,
  done: (name: string) => `${name} 已上传`,
  same: (name: string) => `${name} 以前已报送过`,
  failed: (name: string) => `${name} 没有上传成功`,
  show: '查看批次',
  dismiss: '关闭提示',
  stop: '停止上传',
  stopped: (name: string) => `已停止上传 ${name}，没有保存任何内容`,
};

export type UploadWords = typeof zh;

const en: UploadWords = {
  sending: (name, share) => `Uploading ${name}: ${share}`,
  done: (name) => `${name} is uploaded`,
  same: (name) => `${name} was handed in before`,
  failed: (name) => `${name} was not uploaded`,
  show: 'Show the submission',
  dismiss: 'Dismiss',
  stop: 'Stop the upload',
  stopped: (name) => `The upload of ${name} was stopped; nothing was kept`,
};

export const words: Bilingual<UploadWords> = { zh, en };
