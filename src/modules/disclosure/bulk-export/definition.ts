/** What an officer asks for in bulk, and whether purpose, unit and catalogue allow it. */
import { isCivilDate } from '../../../kernel/civil-date.ts';
import type { SignedInActor } from '../../../platform/actor.ts';
import { type Platform, Problem } from '../../../platform/index.ts';
import type { FieldDefinition, ItemDefinition } from '../../catalogue/index.ts';
import type { BulkFilter } from '../../records/index.ts';
import { itemsOf, purposeHeldBy } from '../disclose.ts';
import { mayShow } from '../least.ts';
import { exportRefused, personsNotInBulk, purposeNotInBulk } from '../problems.ts';
import type { Purpose } from '../purposes-data.ts';

/** Choosing and counting shows nobody anything. */
export const scope = { duty: 'bulk-export' } as const;

/** An officer; machine clients ask for one subject at a time. */
export type Officer = Extract<SignedInActor, { kind: 'account' }>;

/** What is asked for. Dates are civil dates, the period of decisions half-open. */
export interface BulkRequest {
  readonly purpose: string;
  /** The asking body's own matter or case number. */
  readonly caseNo: string;
  readonly items: readonly string[];
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  /** The beginning of an area code (GB/T 2260). */
  readonly area?: string | undefined;
  /** Codes of the fields wanted; absent: all that the purpose shows. */
  readonly fields?: readonly string[] | undefined;
  readonly naturalPersons?: boolean | undefined;
}

/** A column of the file. */
export interface Column {
  readonly item: ItemDefinition;
  readonly field: FieldDefinition;
}

/** A request that may be asked. */
export interface Prepared {
  readonly purpose: Purpose;
  readonly caseNo: string;
  readonly duty: string;
  /** Of the asking unit, for the same judgement as a single look's. */
  readonly sector: string;
  readonly columns: readonly Column[];
  readonly filter: BulkFilter;
}

export const refusal = (zh: string, en: string) => new Problem(exportRefused, { detail: { zh, en } });

function requirePeriod({ from, until }: BulkRequest): void {
  const isDay = [from, until].every((day) => day === undefined || isCivilDate(day));
  if (isDay && (from === undefined || until === undefined || from < until)) return;
  throw refusal('期间的开始日期应早于结束日期。', 'The period must begin before it ends.');
}

function columnsOf(items: readonly ItemDefinition[], purpose: Purpose, wanted?: readonly string[]): Column[] {
  const shown = items.flatMap((item) =>
    item.fields.filter((field) => mayShow(field, purpose)).map((field) => ({ item, field })),
  );
  if (!wanted) return shown;
  const beyond = wanted.filter((code) => !shown.some(({ field }) => field.code === code));
  if (beyond.length > 0)
    throw refusal(
      `这个目的不提供下列字段：${beyond.join('、')}。`,
      `The purpose does not show these fields: ${beyond.join(', ')}.`,
    );
  return shown.filter(({ field }) => wanted.includes(field.code));
}

/** Such a list would itself tell what the item's terms keep to some purposes, or to the bodies competent in a sector. */
function requireForPurpose(items: readonly ItemDefinition[], { purpose }: Purpose): void {
  const kept = items.filter(
    ({ disclosure }) =>
      disclosure !== undefined &&
      (disclosure.sectorField !== undefined || disclosure.purposes?.includes(purpose) === false),
  );
  if (kept.length === 0) return;
  throw refusal(
    `下列信息事项不能为这个目的批量导出：${kept.map(({ name }) => name.zh).join('、')}。依法需要的，请逐个查看主体。`,
    `These items are not exported in bulk for this purpose: ${kept.map(({ name }) => name.en).join(', ')}. Where the law asks for it, look into one subject at a time.`,
  );
}

/**
 * Judges a request.
 * @throws Problem nothing-to-disclose, case-number-needed, purpose-not-in-bulk, persons-not-in-bulk, export-refused
 */
export async function prepareExport(
  platform: Platform,
  actor: Officer,
  request: BulkRequest,
): Promise<Prepared> {
  const { purpose, caseNo, unit } = await purposeHeldBy(platform, { ...request, actor });
  const { bulk } = purpose;
  const duty = actor.roles.find((role) => bulk?.roles.includes(role) && purpose.roles.includes(role));
  if (!bulk || duty === undefined) throw new Problem(purposeNotInBulk);
  if (request.naturalPersons) throw new Problem(personsNotInBulk);
  requirePeriod(request);
  const known = await itemsOf(platform);
  const items = [...new Set(request.items)].map((code) => known.get(code));
  if (items.length === 0 || items.includes(undefined))
    throw refusal('信息事项不在现行目录中。', 'An item is not in the catalogue in force.');
  const asked = items as readonly ItemDefinition[];
  requireForPurpose(asked, purpose);
  const { from, until, area } = request;
  return {
    purpose,
    caseNo,
    duty,
    sector: unit.sector,
    columns: columnsOf(asked, purpose, request.fields),
    filter: {
      items: asked.map(({ item }) => item),
      openItems: asked.filter(({ openness }) => openness === 'open').map(({ item }) => item),
      inEffect: purpose.reach === 'in-effect',
      unit: bulk.records === 'own-unit' ? unit.code : undefined,
      from,
      until,
      area,
    },
  };
}
