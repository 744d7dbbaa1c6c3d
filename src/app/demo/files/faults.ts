// One row for each fault that a department's penalty file may have, with what is wrong in both languages.
import { identityCheckCharacter } from '../../../kernel/identity-number.ts';
import { getDemoUnit } from '../authorities.ts';
import { organisationCode } from '../codes.ts';
import type { RowValues } from '../row.ts';
import type { FreshRow } from './fresh-rows.ts';

/** A fault put into a good row; `other` is another organisation's good row. */
export interface Fault {
  readonly zh: string;
  readonly en: string;
  /** The rule that has to be named; absent where it is matching that stops the row. */
  readonly rule?: string;
  readonly spoil: (row: RowValues, other: FreshRow) => RowValues;
}

const PARTY = 'CF_XDR_SHXYM';

function swapLast(code: string): string {
  return code.slice(0, -1) + (code.endsWith('1') ? '2' : '1');
}

/** Shaped like an identity number with a valid check character, in a division that doesn't exist: nobody's. */
export function nobodysIdentityNumber(bornOn = '19900101', order = 1): string {
  const first17 = `371899${bornOn}${String(order).padStart(3, '0')}`;
  return first17 + identityCheckCharacter(first17);
}

const set = (changes: RowValues) => (row: RowValues) => ({ ...row, ...changes });
const fine: RowValues = {
  CF_CFLB: '罚款',
  CF_NR: '处以罚款人民币5000元。',
  CF_NR_FK: '0.500000',
  CF_NR_WFFF: '',
  CF_NR_ZKDX: '',
};
const withFine = (changes: RowValues) => set({ ...fine, ...changes });

export const faults: readonly Fault[] = [
  {
    zh: '统一社会信用代码有小写字母',
    en: 'lower-case letters in the code',
    rule: 'uscc.lower-case',
    spoil: (row) => ({ ...row, [PARTY]: (row[PARTY] ?? '').toLowerCase() }),
  },
  {
    zh: '统一社会信用代码校验位不符',
    en: 'the check character of the code does not fit',
    rule: 'uscc.check-character',
    spoil: (row) => ({ ...row, [PARTY]: swapLast(row[PARTY] ?? '') }),
  },
  {
    zh: '统一社会信用代码少一位',
    en: 'a character of the code is missing',
    rule: 'uscc.length',
    spoil: (row) => ({ ...row, [PARTY]: (row[PARTY] ?? '').slice(0, 17) }),
  },
  {
    zh: '名称与代码填反',
    en: 'name and code are swapped',
    rule: 'uscc.is-name',
    spoil: (row) => ({ ...row, CF_XDR_MC: row[PARTY] ?? '', [PARTY]: row['CF_XDR_MC'] ?? '' }),
  },
  {
    zh: '日期不存在（2026/2/30）',
    en: 'a day that is in no calendar (2026/2/30)',
    rule: 'date',
    spoil: set({ CF_JDRQ: '2026/2/30' }),
  },
  {
    zh: '决定日期在将来',
    en: 'decided in the future',
    rule: 'date.future',
    spoil: set({ CF_JDRQ: '2098/01/05' }),
  },
  {
    zh: '处罚有效期早于决定日期',
    en: 'valid until a day before the decision',
    rule: 'date.order',
    spoil: set({ CF_YXQ: '2020/01/01' }),
  },
  { zh: '必填项为空', en: 'a required cell is empty', rule: 'required', spoil: set({ CF_WFXW: '' }) },
  {
    zh: '处罚类别含罚款而无罚款金额',
    en: 'a fine without its amount',
    rule: 'required.when',
    spoil: withFine({ CF_NR_FK: '' }),
  },
  {
    zh: '处罚类别不在规定取值中',
    en: 'a kind of penalty that is not listed',
    rule: 'list.value',
    spoil: withFine({ CF_CFLB: '罚金' }),
  },
  {
    zh: '“其他”未注明',
    en: '其他 without saying what',
    rule: 'list.other',
    spoil: withFine({ CF_CFLB: '其他' }),
  },
  { zh: '金额不是数字', en: 'an amount in words', rule: 'amount', spoil: withFine({ CF_NR_FK: '五千元' }) },
  {
    zh: '金额以元填写（应为万元）',
    en: 'an amount in yuan instead of 10,000 yuan',
    rule: 'amount.unit',
    spoil: withFine({ CF_NR_FK: '5000' }),
  },
  {
    zh: '金额与处罚内容不一致（仅提示）',
    en: 'an amount that differs from the text (a warning only)',
    rule: 'amount.differs',
    spoil: withFine({ CF_NR_FK: '0.800000' }),
  },
  {
    zh: '处罚机关不是本单位登记的机关',
    en: 'an authority the unit does not act for',
    rule: 'authority.not-registered',
    spoil: () => ({}),
  },
  {
    zh: '违法事实中有公民身份号码',
    en: 'an identity number in the facts',
    rule: 'text.personal-number',
    spoil: set({ CF_SY: `当事人经营者（身份号码${nobodysIdentityNumber()}）承认上述事实。` }),
  },
  {
    zh: '违法事实中有手机号码',
    en: 'a mobile number in the facts',
    rule: 'text.personal-number',
    spoil: set({ CF_SY: '执法人员拨打预留电话19900000000核实，当事人承认上述事实。' }),
  },
  {
    zh: '单元格是公式',
    en: 'a cell is a formula',
    rule: 'text.formula',
    spoil: set({ CF_WFXW: '=HYPERLINK("http://example.invalid","点此查看")' }),
  },
  {
    zh: '自然人，没有证件号码',
    en: 'a natural person without an identity number',
    rule: 'person.identity-missing',
    spoil: set({ CF_XDR_MC: '张演示', CF_XDR_LB: '自然人', [PARTY]: '', CF_FRDB: '' }),
  },
  {
    zh: '适用简易程序，依法不归集',
    en: 'simple procedure, not collected by law',
    rule: 'penalty.not-collected',
    spoil: set({ procedure: '简易程序' }),
  },
  {
    zh: '代码是另一家企业的',
    en: 'the code is another firm’s',
    spoil: (row, other) => ({ ...row, [PARTY]: other.organisation.code }),
  },
  {
    zh: '代码有效但未登记',
    en: 'a valid code that nobody has',
    spoil: set({ [PARTY]: organisationCode(0, 99_999_999, 'company', false) }),
  },
  {
    zh: '同一决定在文件中出现两次而内容不同',
    en: 'one decision twice with different content',
    spoil: (_row, other) => ({ ...other.values, CF_WFXW: '与前一行同一文号，内容不同' }),
  },
];

/** Spoils a good row in the way of `fault`. */
export function spoil(fault: Fault, row: FreshRow, other: FreshRow): RowValues {
  if (fault.rule !== 'authority.not-registered') return fault.spoil(row.values, other);
  const stranger = getDemoUnit('ecology');
  return { ...row.values, CF_CFJG: stranger.name.zh, CF_CFJGDM: stranger.uscc };
}
