// The files to try in the demo: good ones, and one for each thing that goes wrong with real files.
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { City } from '../generate-city.ts';
import { aboutPerson } from '../invented-person.ts';
import { registrationRows } from '../registration-rows.ts';
import type { RowValues } from '../row.ts';
import type { DemoItem } from '../supply.ts';
import { cellsOf, columnsOf, headerOf } from './columns.ts';
import { csvLine, writeCsv } from './csv.ts';
import type { DemoFile } from './demo-file.ts';
import { faults, nobodysIdentityNumber, spoil } from './faults.ts';
import { type FreshRow, freshLicences, freshPenalties } from './fresh-rows.ts';
import { encodeGb18030 } from './gb18030.ts';
import { demoFilesReadme } from './readme.ts';
import { writeXlsx } from './xlsx.ts';

const PENALTY = { item: 'administrative-penalty', unit: 'qh-market-supervision' } as const;
const LICENCE = { item: 'administrative-licence', unit: 'qh-approval' } as const;
const REGISTRATION = { item: 'organisation-registration', unit: 'qh-approval' } as const;
const BOM = '\ufeff';

function csv(item: DemoItem, rows: readonly RowValues[], header: 'names' | 'codes' = 'names'): Buffer {
  return Buffer.from(BOM + [...writeCsv(item, rows, { header })].join(''));
}

const valuesOf = (rows: readonly FreshRow[]) => rows.map(({ values }) => values);

/** Codes swapped between neighbours: every code is valid, and every one is the wrong firm's. */
function swapped(rows: readonly FreshRow[]): RowValues[] {
  return rows.map(({ values }, at) => ({
    ...values,
    CF_XDR_SHXYM: rows[at % 2 === 0 ? at + 1 : at - 1]?.organisation.code ?? '',
  }));
}

function bad(rows: readonly FreshRow[]): RowValues[] {
  const hasLetters = ({ organisation }: FreshRow) => /[A-Z]/.test(organisation.code);
  // The first fault is a code in lower case, which a code of digits alone can't have.
  const first = rows.findIndex(hasLetters);
  const ordered = [...rows.slice(first), ...rows.slice(0, first)];
  return faults.flatMap((fault, at) => {
    const [row, other] = [ordered[at], ordered[ordered.length - 1 - at]];
    return row && other ? [spoil(fault, row, other)] : [];
  });
}

/** One cell too many near the front: everything behind it stands in the wrong column. */
function shifted(rows: readonly FreshRow[]): Buffer {
  const columns = columnsOf('administrative-penalty');
  const lines = rows.map(({ values }) => {
    const cells = cellsOf(columns, values);
    return csvLine([cells[0] ?? '', '', ...cells.slice(1, -1)]);
  });
  return Buffer.from(BOM + csvLine(headerOf(columns, 'names')) + lines.join(''));
}

function withIdentityColumns(rows: readonly FreshRow[]): Buffer {
  const columns = columnsOf('administrative-penalty', true);
  const filled = rows.map(({ values }) => ({
    ...values,
    CF_FR_ZJLX: '身份证',
    CF_FR_ZJHM: nobodysIdentityNumber(),
  }));
  return Buffer.from(BOM + [...writeCsv('administrative-penalty', filled, { columns })].join(''));
}

/** Rows about people who do not exist, as they are accepted: of age, a number of nobody's, and in what capacity. */
function naturalPersons(rows: readonly FreshRow[]): Buffer {
  const columns = columnsOf('administrative-penalty', true);
  const filled = rows.map(({ values }, at) => {
    const name = `${'赵钱孙李周吴郑王'.charAt(at)}演示`;
    const identityNumber = nobodysIdentityNumber(`${1966 + 4 * at}0315`, 11 + at);
    return aboutPerson(values, { name, identityNumber }, at % 2 === 0 ? '经营活动' : '职业活动');
  });
  return Buffer.from(BOM + [...writeCsv('administrative-penalty', filled, { columns })].join(''));
}

function newFirms(city: City): Buffer {
  const rows: RowValues[] = [];
  for (let index = city.options.organisations; rows.length < 12; index++) {
    const organisation = city.organisation(index);
    const [row] = registrationRows(organisation);
    if (row?.unit === REGISTRATION.unit) rows.push(row.values);
  }
  return csv(REGISTRATION.item, rows);
}

/** All files of a city; the same city gives the same bytes. */
export async function demoFiles(city: City): Promise<DemoFile[]> {
  const last = Math.floor(city.options.organisations / 2);
  const good = freshPenalties(city, 0, 30, 1);
  const licences = freshLicences(city, last, 40, 1);
  const columns = columnsOf('administrative-licence');
  const sheet = [headerOf(columns, 'names'), ...licences.map(({ values }) => cellsOf(columns, values))];
  const natural = freshPenalties(city, 200, 6, 201).map(({ values }, at) =>
    at % 2 === 0
      ? values
      : { ...values, CF_XDR_MC: '张演示', CF_XDR_LB: '自然人', CF_XDR_SHXYM: '', CF_FRDB: '' },
  );
  const penalty = (name: string, zh: string, en: string, bytes: Buffer): DemoFile => ({
    ...PENALTY,
    name,
    zh,
    en,
    bytes,
  });
  const goodBytes = csv(PENALTY.item, valuesOf(good));
  return [
    penalty(
      '1-penalties-good.csv',
      '行政处罚30条，全部合格（UTF-8）',
      '30 penalties, all good (UTF-8)',
      goodBytes,
    ),
    {
      ...LICENCE,
      name: '2-licences-good.xlsx',
      zh: '行政许可40条，全部合格（XLSX，日期为日期格）',
      en: '40 licences, all good (XLSX with real date cells)',
      bytes: await writeXlsx(sheet),
    },
    penalty(
      '3-penalties-gb18030.csv',
      '行政处罚20条，GB18030编码',
      '20 penalties encoded in GB18030',
      encodeGb18030([...writeCsv(PENALTY.item, valuesOf(freshPenalties(city, 100, 20, 101)))].join('')),
    ),
    {
      ...LICENCE,
      name: '4-licences-field-codes.csv',
      zh: '行政许可20条，表头为字段代码',
      en: '20 licences under field codes',
      bytes: csv(LICENCE.item, valuesOf(freshLicences(city, 100, 20, 101)), 'codes'),
    },
    {
      ...REGISTRATION,
      name: '5-registrations-new-firms.csv',
      zh: '登记注册12条，新设企业',
      en: '12 registrations of new firms',
      bytes: newFirms(city),
    },
    penalty(
      '6-penalties-natural-persons-good.csv',
      '行政处罚8条，当事人是自然人：加密存放，不公示（人和号码都是编的，371899 这个区划不存在）',
      '8 penalties of natural persons: sealed, never public (people and numbers are invented; there is no division 371899)',
      naturalPersons(freshPenalties(city, 900, 8, 901)),
    ),
    penalty(
      '11-penalties-each-fault-once.csv',
      `行政处罚${faults.length}条，每条一种问题`,
      `${faults.length} penalties, one fault each`,
      csv(PENALTY.item, bad(freshPenalties(city, 300, faults.length * 2, 301))),
    ),
    penalty(
      '12-penalties-swapped-codes.csv',
      '两两互换了统一社会信用代码：一条也不得公示',
      'codes swapped between firms: none may become public',
      csv(PENALTY.item, swapped(freshPenalties(city, 400, 20, 401))),
    ),
    penalty(
      '13-penalties-natural-persons.csv',
      '混有自然人的行（没有证件号码，不接收）',
      'with rows about natural persons (without identity numbers: not accepted)',
      csv(PENALTY.item, natural),
    ),
    penalty(
      '14-penalties-simple-procedure.csv',
      '适用简易程序（依法不归集，只计数）',
      'simple procedure (not collected by law, only counted)',
      csv(
        PENALTY.item,
        freshPenalties(city, 500, 8, 501).map(({ values }) => ({ ...values, procedure: '简易程序' })),
      ),
    ),
    penalty(
      '15-penalties-formulas.csv',
      '单元格以公式开头',
      'cells that begin like formulas',
      csv(
        PENALTY.item,
        freshPenalties(city, 600, 6, 601).map(({ values }) => ({
          ...values,
          CF_WFXW: `=HYPERLINK("http://example.invalid","${values['CF_WFXW']}")`,
        })),
      ),
    ),
    penalty(
      '16-penalties-amounts-in-yuan.csv',
      '金额以元填写（应为万元）',
      'amounts in yuan instead of 10,000 yuan',
      csv(
        PENALTY.item,
        freshPenalties(city, 700, 12, 701).map(({ values }) => inYuan(values)),
      ),
    ),
    penalty(
      '17-penalties-personal-numbers.csv',
      '违法事实中有个人号码（不接收）',
      'personal numbers in the facts (not accepted)',
      csv(
        PENALTY.item,
        freshPenalties(city, 800, 4, 801).map(({ values }) => ({
          ...values,
          CF_SY: `${values['CF_SY']}经营者身份号码${nobodysIdentityNumber()}。`,
        })),
      ),
    ),
    penalty(
      '18-penalties-identity-columns.csv',
      '有法定代表人证件列（该列不接收）',
      'with columns of identity documents (those are dropped)',
      withIdentityColumns(freshPenalties(city, 900, 6, 901)),
    ),
    penalty(
      '19-penalties-shifted.csv',
      '整行错位一格',
      'rows shifted by one cell',
      shifted(freshPenalties(city, 1000, 5, 1001)),
    ),
    penalty(
      '20-penalties-good-again.csv',
      '与1号文件逐字节相同：提示已报送过',
      'the very bytes of file 1: told so, nothing doubled',
      goodBytes,
    ),
  ];
}

function inYuan(values: RowValues): RowValues {
  const times = (field: string) => {
    const text = values[field];
    return text === undefined ? {} : { [field]: String(Math.round(Number(text) * 10_000)) };
  };
  return { ...values, ...times('CF_NR_FK'), ...times('CF_NR_WFFF') };
}

/** Writes the files and their README into `folder`. @returns what was written */
export async function writeDemoFiles(city: City, folder: string): Promise<DemoFile[]> {
  const files = await demoFiles(city);
  await mkdir(folder, { recursive: true });
  for (const { name, bytes } of files) {
    const file = path.join(folder, name);
    await writeFile(file, bytes);
    await chmod(file, 0o644);
  }
  await writeFile(path.join(folder, 'README.md'), demoFilesReadme(files));
  return files;
}
