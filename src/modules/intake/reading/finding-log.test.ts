/** Tests of collecting findings: warnings are bounded, errors are all there, and a reader may empty the list meanwhile. */
import { expect, test } from 'vitest';
import { openRows } from './read-rows.ts';
import { bufferSource, readAll } from './testing/buffer-source.ts';

test('a thousand warnings of a rule are listed, the rest is counted; errors are all listed', async () => {
  const objects = Array.from({ length: 1_500 }, (_, no) => ({ a: `x${no}\u0001`, b: [no] }));
  const { findings } = await readAll(JSON.stringify(objects));
  const listed = (rule: string) => findings.filter((finding) => finding.rule === rule).length;
  expect(listed('cell.control-character')).toBe(1_000);
  expect(listed('row.nested-value')).toBe(1_500);
  expect(findings.at(-1)).toEqual({
    rule: 'findings.more',
    severity: 'warning',
    params: { rule: 'cell.control-character', count: 500 },
  });
});

test('a reader that empties the list after each batch has every row with its findings', async () => {
  const reader = await openRows(bufferSource(`a,b\n${'1\n1,2\n'.repeat(5_000)}`));
  let found = 0;
  for await (const batch of reader.rows) {
    const rows = new Set(reader.findings.splice(0).map(({ row }) => row));
    found += rows.size;
    expect(batch.filter(({ row }) => row % 2 === 0).every(({ row }) => rows.delete(row))).toBe(true);
  }
  expect(found).toBe(5_000);
});
