/** Shapes of what is not public, as the API gives it. */
import { Type } from 'typebox';

export const orNull = (example: string) => Type.Union([Type.String({ examples: [example] }), Type.Null()]);
export const day = (example: string) => Type.String({ format: 'date', examples: [example] });
export const dayOrNull = (example: string) => Type.Union([day(example), Type.Null()]);
export const words = (zh: string, en: string) =>
  Type.Object({ zh: Type.String({ examples: [zh] }), en: Type.String({ examples: [en] }) });

export const uscc = Type.String({
  pattern: '^[0-9A-Z]{18}$',
  examples: ['91371899MA3C1X2Y5F'],
  description: 'Unified code of the subject.',
});

export const basis = Type.Object({
  instrument: Type.String({ examples: ['shandong-credit-2020'] }),
  article: Type.String({ examples: ['第三十七条'] }),
});

export const purposeShape = Type.Object({
  purpose: Type.String({ examples: ['case-handling'] }),
  name: words('办理案件', 'Handling a case'),
  says: words('办理立案的案件时。', 'To handle an opened case.'),
  basis,
  caseNo: Type.Boolean({ examples: [true], description: 'Whether a matter or case number is required.' }),
  reach: Type.Enum(['in-effect', 'all'], { examples: ['all'] }),
});

export const subjectShape = Type.Object({
  subjectId: Type.String({ examples: ['912345678901234567'] }),
  uscc: orNull('91371899MA3C1X2Y5F'),
  name: Type.String({ examples: ['清和市鑫源建材有限公司'] }),
  formerNames: Type.Array(Type.String({ examples: ['清和县鑫源建材经营部'] })),
  status: Type.String({ examples: ['registered'] }),
  registeredOn: dayOrNull('2019-05-06'),
});

/** A natural person: what may be told of who it is. */
export const personShape = Type.Object({
  name: Type.String({ examples: ['赵**'], description: 'Masked: the first character alone.' }),
  identityNumber: Type.String({
    examples: ['37***************X'],
    description: 'Masked: digits of the province and the last character.',
  }),
});

/** A person's own file begins with this. */
export const ownPersonShape = Type.Object({
  ...personShape.properties,
  nameChanges: Type.Array(
    Type.Object({
      formerName: Type.String({ examples: ['钱**'], description: 'Masked.' }),
      name: Type.String({ examples: ['赵**'], description: 'Masked.' }),
      evidence: Type.String({ examples: ['清公户更〔2026〕12号，2026-05-06'] }),
      unitCode: Type.String({ examples: ['market-supervision'], description: 'Which unit handed it in.' }),
      changedAt: Type.String({ format: 'date-time', examples: ['2026-11-18T02:00:00.000Z'] }),
    }),
    { description: 'Changes of name that units proved, newest first.' },
  ),
});

/** An article with the title of its instrument. */
const citedBasis = Type.Object({
  ...basis.properties,
  title: words('山东省社会信用条例', 'Shandong Province Social Credit Regulation'),
});

/** A field with its name, as the catalogue's data standard has it. */
export const fieldShape = Type.Object({
  code: Type.String({ examples: ['CF_NR_FK'] }),
  name: words('罚款金额（万元）', 'Fine (10,000 yuan)'),
  value: Type.String({ examples: ['2.000000'] }),
  open: Type.Boolean({ examples: [true] }),
});

export const recordShape = Type.Object({
  id: Type.String({ examples: ['1f3k9z0q4m2ab-6xk0v9s2d1pf'] }),
  item: Type.String({ examples: ['administrative-penalty'] }),
  itemName: words('行政处罚', 'Administrative penalties'),
  basis: Type.Union([citedBasis, Type.Null()], { description: 'Why such records are collected.' }),
  unit: Type.String({ examples: ['market-supervision'] }),
  unitName: words('清和市市场监督管理局', 'Qinghe Administration for Market Regulation'),
  authorityName: Type.String({ examples: ['清和市市场监督管理局'] }),
  decisionNo: Type.String({ examples: ['清市监处罚〔2026〕17号'] }),
  decidedOn: day('2026-03-02'),
  version: Type.Integer({ examples: [1] }),
  state: Type.Enum(['standing', 'replaced', 'ended'], { examples: ['standing'] }),
  endReason: orNull('决定被撤销'),
  misconductClass: orNull('general'),
  handedInOn: day('2026-03-06'),
  fields: Type.Array(fieldShape),
  public: Type.Boolean({ examples: [true] }),
  publicFrom: dayOrNull('2026-03-06'),
  publicUntil: dayOrNull('2027-03-02'),
  untilBecause: orNull('rule-now'),
  untilBasis: Type.Union([citedBasis, Type.Null()], {
    description: 'The article that sets the end of publicity.',
  }),
  repairFrom: dayOrNull('2026-06-02'),
});
