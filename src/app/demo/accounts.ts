// The people who can sign in to the demo: data officers in a handful of units, and one person for each other role.
import type { Role } from '../../modules/identity/index.ts';

/** A demo account; `loginName` is what is typed, `name` what is shown. Passwords are made per installation. */
export interface DemoAccount {
  readonly unit: string;
  readonly role: Role;
  readonly loginName: string;
  readonly name: string;
}

const officer = (unit: string, loginName: string, name: string): DemoAccount => ({
  unit: `qh-${unit}`,
  role: 'data-officer',
  loginName,
  name: `${name}数据员（演示）`,
});

const centre = (role: Role, loginName: string, name: string): DemoAccount => ({
  unit: 'qh-credit-centre',
  role,
  loginName,
  name: `信用中心${name}（演示）`,
});

export const demoAccounts: readonly DemoAccount[] = [
  officer('market-supervision', 'shichang', '市场监管局'),
  officer('approval', 'shenpi', '行政审批局'),
  officer('ecology', 'huanbao', '生态环境局'),
  officer('emergency', 'yingji', '应急管理局'),
  officer('transport', 'jiaotong', '交通运输局'),
  officer('health', 'weijian', '卫生健康局'),
  officer('housing', 'zhujian', '住房城乡建设局'),
  {
    unit: 'qh-market-supervision',
    role: 'reviewer',
    loginName: 'shichang-fuhe',
    name: '市场监管局复核员（演示）',
  },
  {
    unit: 'qh-market-supervision',
    role: 'administrator',
    loginName: 'shichang-guanli',
    name: '市场监管局管理员（演示）',
  },
  { unit: 'qh-approval', role: 'checker', loginName: 'shenpi-hecha', name: '行政审批局查询员（演示）' },
  centre('case-officer', 'zhongxin', '核实员'),
  centre('reviewer', 'fuhe', '复核员'),
  centre('publisher', 'fabu', '发布员'),
  centre('auditor', 'shenji', '审计员'),
  centre('administrator', 'guanliyuan', '管理员'),
];

/** The sign-in name of the data officer of a unit. Throws RangeError when it has none. */
export function signInOf(unit: string): string {
  const account = demoAccounts.find(
    (candidate) => candidate.unit === unit && candidate.role === 'data-officer',
  );
  if (!account) throw new RangeError(`nobody signs in for ${unit}`);
  return account.loginName;
}
