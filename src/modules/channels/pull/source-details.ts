/** What whoever decides about a source is shown: every field, and how it differs from the definition that stands. */
import type { Words } from '../../../platform/index.ts';
import type { Details } from '../../identity/index.ts';
import type { PullDefinition } from './pull-source.ts';

/** What is set about a source. */
type Setting = { readonly name: string; readonly item: string; readonly definition: PullDefinition };
type Field = { readonly name: Words; readonly value: Words };

const both = (text: string | number): Words => ({ zh: String(text), en: String(text) });
const seconds = (count: number): Words => ({ zh: `${count} 秒`, en: `${count} seconds` });
const minutes = (count: number): Words => ({ zh: `${count} 分钟`, en: `${count} minutes` });
const encryption = (tls: boolean): Words =>
  tls
    ? { zh: '加密（TLS）', en: 'encrypted (TLS)' }
    : { zh: '不加密：密码和数据以明文传输', en: 'not encrypted: password and data travel in the clear' };

function columnsOf(columns: PullDefinition['columns']): Words {
  const map = Object.entries(columns)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([from, to]) => `${from}→${to}`);
  return { zh: map.join('、'), en: map.join(', ') };
}

/** How each field is named and shown: a field that the definition gains must be given its words here. */
const shown: { readonly [Key in keyof PullDefinition]: (definition: PullDefinition) => Field } = {
  driver: ({ driver }) => ({ name: { zh: '数据库类型', en: 'Kind of database' }, value: both(driver) }),
  host: ({ host }) => ({ name: { zh: '主机', en: 'Host' }, value: both(host) }),
  port: ({ port }) => ({ name: { zh: '端口', en: 'Port' }, value: both(port) }),
  tls: ({ tls }) => ({ name: { zh: '连接加密', en: 'Encryption' }, value: encryption(tls) }),
  database: ({ database }) => ({ name: { zh: '数据库', en: 'Database' }, value: both(database) }),
  user: ({ user }) => ({ name: { zh: '账号', en: 'Account' }, value: both(user) }),
  secret: ({ secret }) => ({
    name: { zh: '密码文件名', en: 'Name of the password file' },
    value: both(secret),
  }),
  schema: ({ schema }) => ({ name: { zh: '模式', en: 'Schema' }, value: both(schema) }),
  view: ({ view }) => ({ name: { zh: '视图', en: 'View' }, value: both(view) }),
  columns: ({ columns }) => ({
    name: { zh: '列对应的字段', en: 'Columns and fields' },
    value: columnsOf(columns),
  }),
  watermark: ({ watermark }) => ({ name: { zh: '水位列', en: 'Watermark column' }, value: both(watermark) }),
  pageSize: ({ pageSize }) => ({ name: { zh: '每批行数', en: 'Rows of a page' }, value: both(pageSize) }),
  rowsPerSecond: ({ rowsPerSecond }) => ({
    name: { zh: '每秒最多行数', en: 'Most rows a second' },
    value: both(rowsPerSecond),
  }),
  everyMinutes: ({ everyMinutes }) => ({
    name: { zh: '读取间隔', en: 'Read every' },
    value: minutes(everyMinutes),
  }),
  statementSeconds: ({ statementSeconds }) => ({
    name: { zh: '单次查询上限', en: 'Longest query' },
    value: seconds(statementSeconds),
  }),
};

const fieldsOf = ({ name, item, definition }: Setting): Field[] => [
  { name: { zh: '名称', en: 'Name' }, value: both(name) },
  { name: { zh: '事项', en: 'Item' }, value: both(item) },
  ...Object.values(shown).map((show) => show(definition)),
];

function summaryOf(changed: readonly Field[] | undefined): Words {
  if (!changed) return { zh: '新来源', en: 'a new source' };
  if (changed.length === 0) return { zh: '与现行设置相同', en: 'none: it is what stands' };
  return {
    zh: changed.map(({ name }) => name.zh).join('、'),
    en: changed.map(({ name }) => name.en).join(', '),
  };
}

/** All fields of what is asked for; of a source that stands, what changes comes first and is shown with both values. */
export function sourceDetails(asked: Setting, standing: Setting | undefined): Details {
  const before = standing && fieldsOf(standing);
  const fields = fieldsOf(asked).map((field, n) => ({ ...field, before: before?.[n]?.value ?? field.value }));
  const changed = fields.filter(({ value, before }) => value.zh !== before.zh);
  return [
    { name: { zh: '变更', en: 'Changes' }, value: summaryOf(standing && changed) },
    ...changed.map(({ name, value, before }) => ({
      name,
      value: { zh: `由 ${before.zh} 改为 ${value.zh}`, en: `from ${before.en} to ${value.en}` },
    })),
    ...fields.filter((field) => !changed.includes(field)).map(({ name, value }) => ({ name, value })),
  ];
}
