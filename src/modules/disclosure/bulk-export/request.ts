/** Asking for an export of many subjects under four eyes: the count is seen before, a second person decides. */

import { newId } from '../../../platform/ids.ts';
import { type Platform, Problem, type Words } from '../../../platform/index.ts';
import { type Details, defineAct, findOfficer, requestApproval } from '../../identity/index.ts';
import { countForBulk, listSubjectsForBulk } from '../../records/index.ts';
import { exportPermission } from '../permissions.ts';
import {
  exportGrown,
  exportRequestStale,
  exportTooLarge,
  nothingToDisclose,
  nothingToExport,
} from '../problems.ts';
import { insertExport, insertExportSubjects } from '../queries/bulk-export.ts';
import { type BulkRequest, type Officer, type Prepared, prepareExport, scope } from './definition.ts';

/** Days that a request may wait; what it counted is old afterwards. */
export const REQUEST_DAYS = 7;

/** The request as it waits: with what was counted when it was asked. */
interface Asked {
  readonly accountId: string;
  readonly request: BulkRequest;
  readonly subjects: number;
  readonly records: number;
  readonly askedAt: string;
  readonly details: Details;
}

/** How many subjects and records a request is about, and which fields it shows. */
export interface Counted extends Prepared {
  readonly subjects: number;
  readonly records: number;
  /** The most subjects that one export may have (a setting). */
  readonly most: number;
}

/** Counts without showing anything. @throws Problem as prepareExport */
export async function countExport(
  platform: Platform,
  officer: Officer,
  request: BulkRequest,
): Promise<Counted> {
  const prepared = await prepareExport(platform, officer, request);
  const counts = await platform.db.app.scoped(scope, (tx) => countForBulk(tx, prepared.filter));
  return { ...prepared, ...counts, most: platform.config.exportSubjects };
}

const period = ({ from, until }: Pick<BulkRequest, 'from' | 'until'>): Words => ({
  zh: from || until ? `${from ?? '最早'} 起，${until ?? '今天以后'} 止（不含）` : '不限',
  en: from || until ? `from ${from ?? 'the first'} until before ${until ?? 'now and later'}` : 'any',
});

/** What a reviewer reads, as it was when it was asked for; no subject and no value is among it. */
function detailsOf({ caseNo, area, ...request }: BulkRequest, counted: Counted): Details {
  const { purpose, columns, filter, subjects, records } = counted;
  const items = [...new Set(columns.map(({ item }) => item.name))];
  const both = (text: string): Words => ({ zh: text, en: text });
  const list = (names: readonly Words[]): Words => ({
    zh: names.map(({ zh }) => zh).join('、'),
    en: names.map(({ en }) => en).join(', '),
  });
  return [
    { name: { zh: '目的', en: 'Purpose' }, value: purpose.name },
    { name: { zh: '事项或案件编号', en: 'Matter or case number' }, value: both(caseNo) },
    { name: { zh: '信息事项', en: 'Items' }, value: list(items) },
    {
      name: { zh: '来源', en: 'Handed in by' },
      value: filter.unit ? { zh: '本单位', en: 'the own unit' } : { zh: '各单位', en: 'all units' },
    },
    { name: { zh: '决定日期', en: 'Decided' }, value: period(request) },
    { name: { zh: '地区', en: 'Area' }, value: area ? both(area) : { zh: '不限', en: 'any' } },
    {
      name: { zh: '数量', en: 'How much' },
      value: {
        zh: `${subjects} 个主体，${records} 条信息`,
        en: `${subjects} subjects, ${records} records`,
      },
    },
    { name: { zh: '字段', en: 'Fields' }, value: list(columns.map(({ field }) => field.name)) },
  ];
}

const exporting = defineAct<Asked>({
  kind: 'disclosure.export-in-bulk',
  name: { zh: '批量导出非公开信息', en: 'Export what is not public in bulk' },
  requester: exportPermission,
  deciders: ['reviewer'],
  target: ({ accountId, request }) => `${accountId} ${request.purpose} ${request.caseNo}`,
  describe: async (_platform, { subjects }) => ({
    zh: `导出 ${subjects} 个主体的非公开信息。批准后才生成文件；每个主体都会看到谁、为什么、看了什么。`,
    en: `Non-public data of ${subjects} subjects. The file is made only once approved; each subject will see who looked, why and at what.`,
  }),
  details: async (_platform, { details }) => details,
  scope,
  async run(platform, tx, asked, { approvedBy, reason }) {
    const now = platform.clock.now();
    if (now.getTime() - Date.parse(asked.askedAt) > REQUEST_DAYS * 86_400_000)
      throw new Problem(exportRequestStale);
    // Whoever asked may have left or lost the duty meanwhile.
    const officer = await findOfficer(platform, asked.accountId);
    if (!officer) throw new Problem(nothingToDisclose);
    const { filter, purpose, caseNo, duty } = await prepareExport(platform, officer, asked.request);
    const chosen = await listSubjectsForBulk(tx, filter, asked.subjects + 1);
    if (chosen.length > asked.subjects) throw new Problem(exportGrown);
    if (chosen.length === 0) throw new Problem(nothingToExport);
    const exportId = newId();
    await tx.query(
      insertExport({
        exportId,
        unit: officer.unit,
        accountId: asked.accountId,
        duty,
        purpose: purpose.purpose,
        caseNo,
        reason,
        definition: asked.request,
        approvedBy,
        approvedAt: now,
      }),
    );
    await tx.query(insertExportSubjects(exportId, chosen));
    await platform.jobs.enqueue(tx, 'disclosure.make-export', { exportId }, { maxAttempts: 8 });
    return { outcome: { exportId, subjects: chosen.length } };
  },
});

/**
 * Asks for an export; a reviewer of the unit decides, or the centre's where the unit has nobody else.
 * @throws Problem as countExport, and nothing-to-export, export-too-large, already-requested
 */
export async function requestExport(
  platform: Platform,
  officer: Officer,
  { reason, ...request }: BulkRequest & { readonly reason: string },
): Promise<{ readonly approvalId: string; readonly subjects: number; readonly records: number }> {
  const counted = await countExport(platform, officer, request);
  const { subjects, records, caseNo, most } = counted;
  if (subjects === 0) throw new Problem(nothingToExport);
  if (subjects > most)
    throw new Problem(exportTooLarge, {
      detail: {
        zh: `符合条件的有 ${subjects} 个主体，一次最多 ${most} 个。`,
        en: `${subjects} subjects match; one export has at most ${most}.`,
      },
    });
  const { approvalId } = await requestApproval(platform, officer, exporting, {
    payload: {
      accountId: officer.accountId,
      request: { ...request, caseNo },
      subjects,
      records,
      askedAt: platform.clock.now().toISOString(),
      details: detailsOf({ ...request, caseNo }, counted),
    },
    unit: officer.unit,
    reason,
  });
  return { approvalId, subjects, records };
}
