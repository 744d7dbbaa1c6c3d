/** The business scopes of the real registry file: honest texts in the words of administration. Read in place, never shipped. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';

const PROJECT = path.join(import.meta.dirname, '../../..');

/** Where the file lies: GONGXIN_REFERENCE, else the folder beside the project. */
export const registryFile = path.join(
  process.env['GONGXIN_REFERENCE'] ?? path.join(PROJECT, '../shared'),
  'data/organisations-shandong.csv.gz',
);

/** The texts of its column 经营范围 that are not empty; undefined where the file is not there. */
export function businessScopes(): string[] | undefined {
  if (!existsSync(registryFile)) return undefined;
  const text = gunzipSync(readFileSync(registryFile))
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  return data.map((row) => row['经营范围'] ?? '').filter((scope) => scope !== '');
}
