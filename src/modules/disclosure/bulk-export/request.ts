/** Asking for an export of many subjects under four eyes: the count is seen before, a second person decides. */

import { newId } from '../../../platform/ids.ts';
import { type Platform, Problem, type Words } from '../../../platform/index.ts';
import { type Details, defineAct, findOfficer, requestApproval } from '../../identity/index.ts';
import { listSubjectsForBulk } from '../../records/index.ts';
import { exportPermission } from '../permissions.ts';
import {
  exportGrown,
  exportRequestStale,
  exportTooLarge,
  nothingToDisclose,
  nothingToExport,
} from '../problems.ts';
import { insertExport, insertExportSubjects } from '../queries/bulk-export.ts';
import { countMatches, FEWEST_TOLD, type Matches, type Told, toldOf } from './count.ts';
import { type BulkRequest, type Officer, prepareExport, scope } from './definition.ts';

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

const period = ({ from, until }: Pick<BulkRequest, 'from' | 'until'>): Words => ({
  zh: from || until ? `${from ?? '最早'} 起，${until ?? '今天以后'} 止（不含）` : '不限',
  en: from || until ? `from ${from ?? 'the first'} until before ${until ?? 'now and later'}` : 'any',
});

const fewSubjects: Words = { zh: `少于 ${FEWEST_TOLD} 个主体`, en: `fewer than ${FEWEST_TOLD} subjects` };

/** What the unit's officers read, who asked among them, as it was when it was asked for; no subject and no value is among it. */
function detailsOf({ caseNo, area, ...request }: BulkRequest, counted: Matches): Details {
  const { purpose, columns, filter } = counted;
  const { subjects, records } = toldOf(counted);
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
      value:
        subjects === null
          ? fewSubjects
          : { zh: `${subjects} 个主体，${records} 条信息`, en: `${subjects} subjects, ${records} records` },
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
  describe: async (_platform, asked) => {
    const { subjects } = toldOf(asked);
    const whom = subjects === null ? fewSubjects : { zh: `${subjects} 个主体`, en: `${subjects} subjects` };
    return {
      zh: `导出${whom.zh}的非公开信息。批准后才生成文件；每个主体都会看到谁、为什么、看了什么。`,
      en: `Non-public data of ${whom.en}. The file is made only once approved; each subject will see who looked, why and at what.`,
    };
  },
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
 * Asks for an export, also where nothing matches: that would be told by a refusal. A reviewer of the unit decides, or the centre's where the unit has nobody else.
 * @throws Problem as countMatches, and export-too-large, already-requested
 */
export async function requestExport(
  platform: Platform,
  officer: Officer,
  { reason, ...request }: BulkRequest & { readonly reason: string },
): Promise<Told & { readonly approvalId: string }> {
  const counted = await countMatches(platform, officer, request);
  const { subjects, records, caseNo, most } = counted;
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
  return { approvalId, ...toldOf(counted) };
}
