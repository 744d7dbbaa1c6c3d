/** The rules about rows on natural persons with their words; nothing of a rejected row is kept, whatever it breaks. */

const error = (zh: string, en: string, adviceZh: string, adviceEn: string) => ({
  severity: 'error' as const,
  title: { zh, en },
  advice: { zh: adviceZh, en: adviceEn },
});

/** Charter C3: formal decisions, of age, by a valid number, in a professional or business capacity. */
export const PERSON_RULES = {
  'person.identity-missing': error(
    '自然人的行没有居民身份证号码：不能确定是谁，也不能证明已满十八周岁。本行未保存。',
    'A row about a natural person has no identity number: nobody can tell who is meant, nor that they are of age. It was not kept.',
    '请在“证件号码”列填写18位居民身份证号码；没有号码的，请从文件中删去本行。号码在保存前即换成标记并加密，任何界面都不显示。',
    'Fill in the 18-digit identity number in 证件号码, or take the row out. The number is replaced by a mark and sealed before anything is stored, and shown on no screen.',
  ),
  'person.identity-invalid': error(
    '居民身份证号码不正确（位数、出生日期或校验码）。本行未保存。',
    'The identity number is not valid: its length, date of birth or check character. The row was not kept.',
    '请按决定书核对号码。护照等其他证件目前不能使用。',
    'Compare the number with the decision. Passports and other documents can’t be used yet.',
  ),
  'person.under-age': error(
    '按居民身份证号码的出生日期，行为或决定当日未满十八周岁，依法不归集。本行未保存。',
    'By the date of birth in the number, the person was not eighteen on the day of the conduct or decision: not collected. The row was not kept.',
    '请从文件中删去本行。',
    'Take the row out of the file.',
  ),
  'person.not-professional': error(
    '与经营和职业无关的个人行为不归集。本行未保存。',
    'Private conduct of a natural person is not collected. The row was not kept.',
    '只有针对经营活动、职业活动或执业资格的决定才归集；请核对“自然人行为性质”，或从文件中删去本行。',
    'Only decisions about business, professional conduct or a qualification are taken: see 自然人行为性质, or take the row out.',
  ),
  'person.has-code': error(
    '自然人的行填写了统一社会信用代码。本行未保存。',
    'A row about a natural person gives a unified code. It was not kept.',
    '当事人是个体工商户或单位的，请改正“行政相对人类别”；是自然人的，请删去代码。',
    'For a sole trader or an organisation mend the class of the party; for a natural person take the code out.',
  ),
} as const;
