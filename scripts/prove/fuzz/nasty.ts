// What an attacker sends: texts, values, bodies and headers that break careless programs, chosen by a seed.

/** Marks an injection of ours in HTML: unescaped it would be an element. */
export const markupMark = 'gxqmark';
/** The name of a header that an injected line break would make. */
export const headerMark = 'x-gxq-injected';
/** The name of a property that a polluted prototype would have. */
export const pollutionMark = 'gxqPolluted';

export type Random = () => number;
export const pick = <T>(random: Random, from: readonly T[]): T =>
  from[Math.floor(random() * from.length)] as T;
export const chance = (random: Random, share: number): boolean => random() < share;

const injections = [
  `<${markupMark}>`,
  `"><${markupMark} onload=x>`,
  `'><${markupMark}>`,
  `</script><${markupMark}>`,
  `</title><${markupMark}>`,
  `<img src=x onerror=${markupMark}>`,
  `javascript:${markupMark}`,
  "' or '1'='1",
  "'; drop table records.record; --",
  "' union select password_hash from identity.account --",
  '1); select pg_sleep(12); --',
  '$$; select pg_sleep(12); $$',
  '%27%20or%201%3D1',
  `a\r\n${headerMark}: 1`,
  `a\r\n\r\n<${markupMark}>`,
  '../../../../etc/passwd',
  '..%2f..%2f..%2fetc%2fpasswd',
  '....//....//etc/passwd',
  '/etc/passwd\0.csv',
  'C:\\windows\\win.ini',
  'file:///etc/passwd',
  'http://169.254.169.254/latest/meta-data/',
  '{{7*7}}$\u007b7*7}<%= 7*7 %>',
  '$(sleep 12)`sleep 12`;sleep 12|sleep 12',
  '=HYPERLINK("http://example.org")',
  '(a+)+$',
  `${'a'.repeat(60)}!`,
  '%s%n%x',
  '*)(uid=*))(|(uid=*',
];
const oddTexts = [
  ...[
    '',
    ' ',
    '0',
    '-1',
    '1.5',
    '1e400',
    'NaN',
    'null',
    'true',
    '[]',
    '{}',
    'undefined',
    '__proto__',
    'constructor',
  ],
  ...[
    '9223372036854775807',
    '9223372036854775808',
    '99999999999999999999999',
    '2026-02-30',
    '0000-01-01',
    '9999-12-31',
  ],
  ...[
    '10000-01-01',
    '2026-13-01',
    '2026-02-30.1',
    '2026-01-01.9999999999999999999',
    'zzzzzzzzzzzzz-zzzzzzzzzzzzz',
    '1-1',
  ],
  ...[
    '\0',
    'a\0b',
    '%',
    '_',
    "'",
    '"',
    '\\',
    '\ud800',
    '\udc00x',
    '𠮷',
    '\u202e',
    '\ufffe',
    '\ufeff',
    '清和',
    'ÿ',
    '..',
    '/',
    '\n',
  ],
  ...['x'.repeat(300), '清'.repeat(3000), 'Ａ９１３７', '１１０１０１', 'e\u0301', 'ﬁ', 'İ', 'ß'.repeat(40)],
];

/** A hostile text. */
export const nastyText = (random: Random): string =>
  chance(random, 0.6) ? pick(random, injections) : pick(random, oddTexts);

/** The text inside an address; sometimes bytes that are no UTF-8 at all. */
export function inAddress(random: Random, text: string): string {
  if (chance(random, 0.05))
    return pick(random, ['%ED%A0%80', '%FF', '%C0%AF', '%', '%zz', '%00', '%2e%2e%2f', '..;']);
  const encoded = encodeURIComponent(text.toWellFormed());
  return chance(random, 0.05) ? encodeURIComponent(encoded) : encoded;
}

function deep(random: Random): unknown {
  let value: unknown = nastyText(random);
  const depth = pick(random, [20, 200, 2_000]);
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

/** A value of a wrong type, or of the right one with a wrong content. */
export function nastyValue(random: Random): unknown {
  const kind = random();
  if (kind < 0.6) return nastyText(random);
  if (kind < 0.9) {
    return pick<unknown>(random, [
      null,
      true,
      0,
      -1,
      1.5,
      1e308,
      -0,
      2 ** 53,
      [],
      {},
      [[]],
      [null],
      { $gt: '' },
      ['a', 'b'],
    ]);
  }
  if (kind < 0.95) return { toString: 'x', valueOf: 'x', length: 1e9 };
  return deep(random);
}

/** A body that is no JSON, no form, or too much of either. */
export function nastyBody(random: Random): string {
  const kind = random();
  if (kind < 0.04) return `{"a":"${'x'.repeat(3_000_000)}"}`;
  if (kind < 0.08) return '['.repeat(100_000);
  if (kind < 0.12) return `{"a":${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}}`;
  return pick(random, [
    '',
    '{',
    '"',
    '\0',
    'null',
    '[]',
    '[1,2',
    '{"reason":"\\u0000"}',
    '{"reason":"\\ud800"}',
    `{"__proto__":{"${pollutionMark}":true}}`,
    `{"constructor":{"prototype":{"${pollutionMark}":true}}}`,
    `__proto__[${pollutionMark}]=true&constructor.prototype.${pollutionMark}=true`,
    '{"a":1,"a":2}',
    '\ufeff{}',
    'a=1&a=2&a[]=3',
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
    'PK\u0003\u0004',
    '%00%00',
  ]);
}

export const mediaTypes = [
  'application/json',
  'application/json; charset=utf-7',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/csv',
  'text/plain',
  'application/xml',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'x',
  '',
] as const;

/** A header of a request that some programs believe. */
export function nastyHeaders(random: Random): Record<string, string> {
  return pick<Record<string, string>>(random, [
    {},
    {},
    {},
    { 'accept-language': pick(random, ['zh', 'en', '*;q=x', 'en;q=9,zh;q=', 'x'.repeat(2_000)]) },
    { accept: pick(random, ['text/html', 'text/html,*/*', 'application/json', '*/*;q=x', '']) },
    { 'x-http-method-override': 'DELETE' },
    { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
    { 'x-original-url': '/console', 'x-rewrite-url': '/api/v1/records' },
    { range: 'bytes=0-18446744073709551615' },
    { 'if-none-match': '*', 'if-modified-since': 'x' },
    { 'accept-encoding': 'gzip;q=x, br, *' },
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    { cookie: `gx_session=${pick(random, ['x', "' or 1=1 --", '%00', 'a'.repeat(4_000)])}` },
    {
      authorization: pick(random, [
        'Bearer x',
        'Bearer ',
        'Basic Og==',
        'Basic %%',
        `Bearer ${'a'.repeat(4_000)}`,
        'DPoP x',
      ]),
    },
    { 'transfer-encoding': 'identity' },
    { expect: 'x' },
    { te: 'trailers', upgrade: 'websocket', connection: 'upgrade' },
  ]);
}
