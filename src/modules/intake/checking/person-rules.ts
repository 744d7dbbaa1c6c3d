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
    '请按决定书核对号码。可用的是居民身份证、港澳台居民居住证和外国人永久居留身份证（2023版）的18位号码。',
    'Compare the number with the decision. Numbers of 18 characters can be used: of identity cards, residence permits of Hong Kong, Macao and Taiwan residents, and permanent residence cards of 2023.',
  ),
  'person.document-not-usable': error(
    '“{kind}”的号码没有出生日期，换证后还会改变：不能证明已满十八周岁，也认不出是不是同一个人。本行未保存。',
    'Numbers of {kind} hold no day of birth and change with each renewal: they prove neither age nor that it is the same person. The row was not kept.',
    '当事人有居民身份证、港澳台居民居住证或外国人永久居留身份证（2023版）的，请改填其18位号码；没有的，请从文件中删去本行，决定由本单位保存。不要填别人的号码。',
    'If the person has an identity card, a residence permit or a permanent residence card of 2023, give its 18-character number; if not, take the row out and keep the decision at your unit. Never give somebody else’s number.',
  ),
  'person.document-differs': error(
    '证件号码不是“{kind}”的号码：证件类型和号码对不上。本行未保存。',
    'The number is not one of {kind}: kind and number do not fit together. The row was not kept.',
    '请按决定书核对“证件类型”和“证件号码”。',
    'Compare 证件类型 and 证件号码 with the decision.',
  ),
  'person.document-unknown': error(
    '“证件类型”不在列表中。本行未保存。',
    'The kind of identity document is not in the list. The row was not kept.',
    '请填写：身份证、外国人永久居留身份证，或“其他-港澳台居民居住证”。',
    'Write 身份证, 外国人永久居留身份证 or 其他-港澳台居民居住证.',
  ),
  'person.name-change-half': error(
    '“自然人曾用名”和“更名依据”只填了一项。本行未保存。',
    'Only one of 自然人曾用名 and 更名依据 is filled in. The row was not kept.',
    '当事人更名的，请把两项都填上；没有更名的，两项都留空。',
    'Fill in both where the person changed their name, and neither where not.',
  ),
  'person.name-change-long': error(
    '“自然人曾用名”或“更名依据”超过200个字。本行未保存。',
    '自然人曾用名 or 更名依据 is longer than 200 characters. The row was not kept.',
    '请只写曾用名；更名依据写证明的名称、文号和日期。',
    'Give the former name alone, and the name, number and date of the certificate.',
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
