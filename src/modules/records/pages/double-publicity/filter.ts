/** The filter of the double-publicity lists, read from the address: what is well written counts, what is not is said. */
import { addDays, isCivilDate, parseCivilDate } from '../../../../kernel/civil-date.ts';
import type { Visit } from '../../../../platform/html/page.ts';
import { isId } from '../../../../platform/ids.ts';
import type { ItemDefinition } from '../../../catalogue/index.ts';
import type { ListFilter, ListPosition } from '../../queries/published.ts';

/** What was typed, what it comes to, and which parts could not be read. */
export type ReadFilter = {
  readonly typed: Readonly<Record<'unit' | 'kind' | 'from' | 'to' | 'area', string>>;
  readonly filter: ListFilter;
  readonly wrong: readonly ('from' | 'to' | 'order')[];
};

/** The field by which records of an item are told apart: kind of penalty, class of licence. */
export function kindField(item: ItemDefinition | undefined) {
  return item?.fields.find((field) => ['penalty-kind', 'licence-class'].includes(field.kind));
}

/** Reads the filter; `to` is the last day wanted, as people write it, so the period is half-open behind it. */
export function readFilter(visit: Visit, item: string, definition: ItemDefinition | undefined): ReadFilter {
  const typed = {
    unit: visit.query('unit'),
    kind: visit.query('kind'),
    from: visit.query('from'),
    to: visit.query('to'),
    area: visit.query('area'),
  };
  const [from, to] = [typed.from, typed.to].map((text) => (text === '' ? undefined : parseCivilDate(text)));
  const wrong: ReadFilter['wrong'][number][] = [];
  if (typed.from !== '' && from === undefined) wrong.push('from');
  if (typed.to !== '' && to === undefined) wrong.push('to');
  if (from !== undefined && to !== undefined && to < from) wrong.push('order');
  const field = kindField(definition);
  return {
    typed,
    wrong,
    filter: {
      item,
      unit: typed.unit || undefined,
      from,
      until: to === undefined ? undefined : addDays(to, 1),
      area: typed.area || undefined,
      kind: typed.kind && field ? { field: field.code, value: typed.kind } : undefined,
    },
  };
}

/** Reads `2026-01-01.123`, the position behind the last record of a page. */
export function readPosition(text: string): ListPosition | undefined {
  const [decidedOn = '', recordId = ''] = text.split('.');
  return isCivilDate(decidedOn) && isId(recordId) ? { decidedOn, recordId } : undefined;
}
