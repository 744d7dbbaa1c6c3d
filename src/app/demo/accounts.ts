// The people who can sign in to the demo: a data officer in a handful of units, the centre's officers, an administrator.

/** A demo account; `loginName` is what is typed, `name` what is shown. Passwords are made per installation. */
export interface DemoAccount {
  readonly unit: string;
  readonly role: 'data-officer' | 'case-officer' | 'administrator';
  readonly loginName: string;
  readonly name: string;
}

const officer = (unit: string, loginName: string, name: string): DemoAccount => ({
  unit: `qh-${unit}`,
  role: 'data-officer',
  loginName,
  name: `${name}数据员（演示）`,
});

export const demoAccounts: readonly DemoAccount[] = [
  officer('market-supervision', 'shichang', '市场监管局'),
  officer('approval', 'shenpi', '行政审批局'),
  officer('ecology', 'huanbao', '生态环境局'),
  officer('emergency', 'yingji', '应急管理局'),
  officer('transport', 'jiaotong', '交通运输局'),
  officer('health', 'weijian', '卫生健康局'),
  officer('housing', 'zhujian', '住房城乡建设局'),
  { unit: 'qh-credit-centre', role: 'case-officer', loginName: 'zhongxin', name: '信用中心核实员（演示）' },
  {
    unit: 'qh-credit-centre',
    role: 'administrator',
    loginName: 'guanliyuan',
    name: '信用中心管理员（演示）',
  },
];

/** The sign-in name of the data officer of a unit. Throws RangeError when it has none. */
export function signInOf(unit: string): string {
  const account = demoAccounts.find(
    (candidate) => candidate.unit === unit && candidate.role === 'data-officer',
  );
  if (!account) throw new RangeError(`nobody signs in for ${unit}`);
  return account.loginName;
}
