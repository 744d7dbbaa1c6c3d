/** `gongxin bench`: runs the benches of bench/, which bring their own server. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { loadConfig } from '../../platform/config.ts';
import type { Verb } from './verb.ts';

export const benchVerb: Verb = {
  summary: {
    zh: '测量速度，结果写入 bench/results',
    en: 'measure speeds; figures go to bench/results',
  },
  usage: { zh: '[名称 …]', en: '[name …]' },
  run(args, { env }) {
    const program = path.join(loadConfig({}).projectFolder, 'bench', 'run.ts');
    const child = spawn(process.execPath, [program, ...args], { stdio: 'inherit', env });
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => resolve(code ?? 1));
    });
  },
};
