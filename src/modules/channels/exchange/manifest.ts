/** The manifest of an exchange file: who sends what for which period, and what each data file must be. */
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import type { Words } from '../../../platform/language.ts';
import { Problem } from '../../../platform/problem.ts';
import { exchangeRefused } from '../problems.ts';

export const MANIFEST = 'manifest.json';
export const CHECKSUMS = 'SHA256SUMS';
export const FORMAT = 'gongxin-exchange/1';
/** A manifest names files and nothing else: more than this is none. */
export const LARGEST_TEXT = 256 * 1024;

const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

const manifestShape = Type.Object(
  {
    format: Type.Literal(FORMAT),
    sender: Type.String({ minLength: 1, maxLength: 64 }),
    item: Type.String({ minLength: 1, maxLength: 64 }),
    edition: Type.String({ minLength: 1, maxLength: 64 }),
    period: Type.Object({ from: day, until: day }, { additionalProperties: false }),
    madeAt: Type.String({
      pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$',
    }),
    files: Type.Array(
      Type.Object(
        {
          name: Type.String({ pattern: '^[a-z0-9][a-z0-9._-]{0,99}\\.(csv|json)$' }),
          rows: Type.Integer({ minimum: 0 }),
          sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
        },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 100 },
    ),
  },
  { additionalProperties: false },
);

export type Manifest = Static<typeof manifestShape>;

/** The refusal, with what is wrong in both languages. */
export function refuse(detail: Words): Problem {
  return new Problem(exchangeRefused, { detail });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw refuse({ zh: `${MANIFEST} 不是有效的 JSON。`, en: `${MANIFEST} is no valid JSON.` });
  }
}

/** @throws Problem exchange-file-refused, naming the member that is wrong */
export function readManifest(text: string): Manifest {
  const manifest = parse(text);
  if (!Value.Check(manifestShape, manifest)) {
    const [first] = Value.Errors(manifestShape, manifest);
    const at = first?.instancePath || '/';
    throw refuse({ zh: `${MANIFEST} 的 ${at} 不符合格式。`, en: `${MANIFEST} does not fit at ${at}.` });
  }
  if (manifest.period.until <= manifest.period.from)
    throw refuse({ zh: '期间的止日须晚于起日。', en: 'The period must end after it begins.' });
  if (new Set(manifest.files.map(({ name }) => name)).size < manifest.files.length)
    throw refuse({ zh: '清单中有重名的文件。', en: 'The manifest names a file twice.' });
  return manifest;
}

/** `<hex>  <name>` a line, as `sha256sum` writes it. @throws Problem exchange-file-refused */
export function readChecksums(text: string): ReadonlyMap<string, string> {
  const sums = new Map<string, string>();
  for (const line of text.split(/\r?\n/).filter((one) => one.trim() !== '')) {
    const [, hash = '', name = ''] = /^([0-9a-fA-F]{64}) [ *](.+)$/.exec(line) ?? [];
    if (hash === '')
      throw refuse({
        zh: `${CHECKSUMS} 的每一行应为 sha256sum 的格式。`,
        en: `Each line of ${CHECKSUMS} must be as sha256sum writes it.`,
      });
    sums.set(name, hash.toLowerCase());
  }
  return sums;
}
