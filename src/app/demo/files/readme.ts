// The page that lies beside the files to try, in Chinese and English.

import { signInOf } from '../accounts.ts';
import { getDemoUnit } from '../authorities.ts';
import type { DemoFile } from './demo-file.ts';
import { faults } from './faults.ts';

/** Markdown that names each file, who hands it in, and what to expect. */
export function demoFilesReadme(files: readonly DemoFile[]): string {
  const rows = files.map(({ name, item, unit, zh, en }) => {
    const { zh: unitName } = getDemoUnit(unit).name;
    return `| \`${name}\` | ${unitName} \`${signInOf(unit)}\` | \`${item}\` | ${zh}<br>${en} |`;
  });
  const list = faults.map(
    ({ zh, en, rule }, at) => `${at + 1}. ${zh} — ${en}${rule ? ` (\`${rule}\`)` : ''}`,
  );
  return [
    '# 演示文件 Files to try',
    '',
    '演示数据：清和市及其单位、企业和人员均为虚构。文件中的证件号码属于不存在的行政区划，不是任何人的号码。',
    'Demo data: Qinghe, its units, firms and people are invented. Identity numbers in these files belong to a division that does not exist, hence to nobody.',
    '',
    '以表中登录名在控制台登录（密码见同目录上一级的 `demo-credentials.json`），选择信息事项，上传文件。',
    'Sign in to the console under the name in the table (passwords: `demo-credentials.json` one folder up), choose the item, upload the file.',
    '',
    '| 文件 File | 单位 Unit | 信息事项 Item | 会怎样 What happens |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
    '## 11 号文件逐行的问题 Row by row in file 11',
    '',
    ...list,
    '',
  ].join('\n');
}
