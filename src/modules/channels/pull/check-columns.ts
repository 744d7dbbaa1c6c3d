/** Holds the view's columns against those that were agreed to, before and after each page. */
import { type SourceConnection, watermarkTypes } from '../../../platform/source-database/index.ts';
import { Fault } from './pull-fault.ts';
import type { PullSource } from './pull-source.ts';

/**
 * The types of the columns that are read.
 * @throws Fault view-missing, columns-missing, columns-changed, watermark-unfit
 */
export async function checkColumns(
  connection: SourceConnection,
  { definition, columnTypes }: Pick<PullSource, 'definition' | 'columnTypes'>,
): Promise<Readonly<Record<string, string>>> {
  const { driver, watermark } = definition;
  const there = await connection.columnTypes(definition);
  if (there.size === 0) throw new Fault('view-missing', {});
  const wanted = [...new Set([watermark, ...Object.keys(definition.columns)])];
  const missing = wanted.filter((name) => !there.has(name));
  if (missing.length > 0) throw new Fault('columns-missing', { columns: missing.join(', ') });
  const types = Object.fromEntries(wanted.map((name) => [name, there.get(name) as string]));
  const changed = wanted.filter((name) => columnTypes !== null && columnTypes[name] !== types[name]);
  if (changed.length > 0) {
    const columns = changed.map((name) => `${name}: ${columnTypes?.[name]} → ${types[name]}`).join(', ');
    throw new Fault('columns-changed', { columns });
  }
  const type = types[watermark] as string;
  if (!watermarkTypes[driver].includes(type))
    throw new Fault('watermark-unfit', { column: watermark, reason: 'type', type });
  return types;
}

/** A row without a watermark stands on no page: it would be lost without a word. @throws Fault watermark-unfit */
export async function checkNoneIsEmpty(
  connection: SourceConnection,
  { definition }: Pick<PullSource, 'definition'>,
): Promise<void> {
  const { watermark } = definition;
  if (await connection.hasEmptyWatermark(definition, watermark))
    throw new Fault('watermark-unfit', { column: watermark, reason: 'empty' });
}
