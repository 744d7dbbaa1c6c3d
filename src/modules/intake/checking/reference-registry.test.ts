/** The 54,627 real registrations as a department would hand them in: every row is taken but the 20 with a lower-case code. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { compileRowCheck } from './compile-check.ts';
import { matchHeader } from './match-header.ts';
import { sampleContext, sampleItem } from './testing/context.ts';

const file = path.join(
  process.env['GONGXIN_REFERENCE'] ?? path.join(import.meta.dirname, '../../../../../shared'),
  'data/organisations-shandong.csv.gz',
);
const lacking = 'the registry file (data/organisations-shandong.csv.gz of GONGXIN_REFERENCE) is not here';
const present = existsSync(file);
if (!present) process.stdout.write(`skipped: ${lacking}\n`);

describe.skipIf(!present && process.env['CI'] !== 'true')(
  present ? 'real registrations' : `skipped: ${lacking}`,
  () => {
    test('are judged row by row', () => {
      const text = gunzipSync(readFileSync(file)).toString('utf8');
      const [header = [], ...rows] = Papa.parse<string[]>(text, { skipEmptyLines: true }).data;
      const item = sampleItem('organisation-registration');
      const match = matchHeader(item, header);
      expect(match.findings).toEqual([]);
      const check = compileRowCheck(item, match.columns, sampleContext('organisation-registration'));
      const counts: Record<string, number> = {};
      rows.forEach((cells, index) => {
        const { outcome, findings } = check(index + 2, cells);
        for (const entry of [outcome, ...findings.map((finding) => finding.rule)]) {
          counts[entry] = (counts[entry] ?? 0) + 1;
        }
      });
      expect(counts).toEqual({ ok: 54_607, rejected: 20, 'uscc.lower-case': 20 });
    });
  },
);
