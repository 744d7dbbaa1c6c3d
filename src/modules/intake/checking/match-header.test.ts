/** Headers: codes, names and aliases in every spelling, and what is missing, doubled, unknown or dropped. */
import { describe, expect, test } from 'vitest';
import { headerNames, matchHeader, normaliseHeader } from './match-header.ts';
import { sampleItem } from './testing/context.ts';

const penalty = sampleItem('administrative-penalty');
const required = penalty.fields.filter((field) => field.required === 'yes').map((field) => field.code);
const fieldsOf = (header: string[]) => matchHeader(penalty, header).columns.map((column) => column.field);

describe('headers', () => {
  test.each([
    ['\uFEFFCF_WSH', 'CF_WSH'],
    ['cf_wsh', 'CF_WSH'],
    ['ＣＦ＿ＷＳＨ', 'CF_WSH'],
    [' 行政处罚决定书文号 ', 'CF_WSH'],
    ['决定书文号*', 'CF_WSH'],
    ['罚款金额（万元）', 'CF_NR_FK'],
    ['罚款金额(万元)（必填）', 'CF_NR_FK'],
    ['行政相对人代码_1（统一社会信用代码）', 'CF_XDR_SHXYM'],
    ['CF_LYDW', 'CF_SJLY'],
    ['适用程序', 'procedure'],
    ['处罚机关\n统一社会信用代码', 'CF_CFJGDM'],
  ])('%j is %s', (name, code) => {
    expect(fieldsOf([name])).toEqual([code]);
  });

  test('all Chinese names of the standard', () => {
    expect(fieldsOf(penalty.fields.map((field) => field.name.zh))).toEqual(
      penalty.fields.map((field) => field.code),
    );
  });

  test.each(['organisation-registration', 'administrative-licence', 'administrative-penalty'])(
    'no two fields of %s share a header',
    (item) => {
      const definition = sampleItem(item);
      const names = headerNames(definition);
      for (const { code, name, aliases = [] } of definition.fields) {
        for (const header of [code, name.zh, ...aliases])
          expect([header, names.get(normaliseHeader(header))]).toEqual([header, code]);
      }
    },
  );

  test('missing, doubled, unknown and identity columns are told', () => {
    const header = [...required.filter((code) => code !== 'CF_SY'), '决定书文号', '执法人员', 'CF_FR_SFZH'];
    const { columns, findings } = matchHeader(penalty, header);
    expect(findings.map(({ rule, severity, field }) => [rule, severity, field])).toEqual([
      ['column.doubled', 'error', 'CF_WSH'],
      ['column.unknown', 'warning', undefined],
      ['column.identity-dropped', 'info', 'CF_FR_ZJHM'],
      ['column.missing', 'error', 'CF_SY'],
      ['column.class-assumed', 'info', 'misconductClass'],
      ['column.conduct-assumed', 'info', 'conductEndedOn'],
    ]);
    expect(columns.filter((column) => column.drop).map((column) => column.field)).toEqual(['CF_FR_ZJHM']);
  });

  test('the header of a public register of companies is a registration file', () => {
    const header =
      '企业名称,统一社会信用代码,注册日期,企业类型,注册资金,经营范围,所在省份,地区,注册地址'.split(',');
    const { columns, findings } = matchHeader(sampleItem('organisation-registration'), header);
    expect(findings).toEqual([]);
    expect(columns.map((column) => column.field)).toEqual([
      'DJ_MC',
      'DJ_SHXYM',
      'DJ_ZCRQ',
      'DJ_LX',
      'DJ_ZCZB',
      'DJ_JYFW',
      'DJ_SF',
      'DJ_DQ',
      'DJ_DZ',
    ]);
  });
});
