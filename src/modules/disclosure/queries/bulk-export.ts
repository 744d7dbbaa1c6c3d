/** Statements on exports of many subjects: what was approved, who is still to be looked at, the parts of the file. */
import { type Sql, sql } from '../../../platform/db/index.ts';
import type { BulkRequest } from '../bulk-export/definition.ts';
import type { PurposeName } from '../purposes-data.ts';

/** A count before it is made. */
export interface NewCount {
  readonly countId: string;
  readonly unit: string;
  readonly accountId: string;
  readonly duty: string;
  readonly purpose: PurposeName;
  readonly caseNo: string;
  readonly definition: BulkRequest;
  readonly at: Date;
}

export const insertCount = (one: NewCount): Sql => sql`
  insert into disclosure.bulk_count (count_id, unit_code, account_id, duty, purpose, case_no, definition, counted_at)
  values (${one.countId}, ${one.unit}, ${one.accountId}, ${one.duty}, ${one.purpose}, ${one.caseNo},
    ${JSON.stringify(one.definition)}::jsonb, ${one.at})`;

/** What was approved. */
export interface ApprovedExport {
  readonly exportId: string;
  readonly unit: string;
  readonly accountId: string;
  readonly duty: string;
  readonly purpose: PurposeName;
  readonly caseNo: string;
  readonly reason: string;
  readonly definition: BulkRequest;
  readonly approvedBy: string;
  readonly approvedAt: Date;
}

export type ExportState = 'making' | 'ready' | 'failed' | 'destroyed';

export const insertExport = (one: ApprovedExport): Sql => sql`
  insert into disclosure.bulk_export (export_id, unit_code, account_id, duty, purpose, case_no, reason, definition,
    approved_by, approved_at, state)
  values (${one.exportId}, ${one.unit}, ${one.accountId}, ${one.duty}, ${one.purpose}, ${one.caseNo}, ${one.reason},
    ${JSON.stringify(one.definition)}::jsonb, ${one.approvedBy}, ${one.approvedAt}, 'making')`;

export const insertExportSubjects = (exportId: string, subjectIds: readonly string[]): Sql => sql`
  insert into disclosure.bulk_export_subject (export_id, subject_id)
  select ${exportId}, s.id from unnest(${subjectIds}::bigint[]) as s(id)`;

/** An export while it is made. */
export type ExportRow = Pick<
  ApprovedExport,
  'exportId' | 'unit' | 'accountId' | 'duty' | 'purpose' | 'caseNo' | 'definition'
> & { readonly state: ExportState };

/** Held until the transaction is over, so that one worker makes one part at a time. */
export const lockExport = (exportId: string): Sql => sql`
  select export_id as "exportId", unit_code as unit, account_id as "accountId", duty, purpose, case_no as "caseNo", definition, state
  from disclosure.bulk_export where export_id = ${exportId} for update`;

/** The next subjects, and the number of the part that they make; none when all have been looked at. */
export const nextSubjects = (exportId: string, limit: number): Sql => sql`
  select (select coalesce(max(p.part), 0) + 1 from disclosure.bulk_export_part p where p.export_id = ${exportId}) as part,
    array(select s.subject_id::text from disclosure.bulk_export_subject s
      where s.export_id = ${exportId} and s.part is null order by s.subject_id limit ${limit}) as "subjectIds"`;

export const insertPart = (part: {
  exportId: string;
  part: number;
  fileId: string;
  rows: number;
}): Sql => sql`
  insert into disclosure.bulk_export_part (export_id, part, file_id, rows)
  values (${part.exportId}, ${part.part}, ${part.fileId}, ${part.rows})`;

/** A subject of whom nothing was left to show has been dealt with without a look. */
export const markSubjects = (
  exportId: string,
  part: number,
  subjectIds: readonly string[],
  accesses: ReadonlyMap<string, string>,
): Sql => sql`
  update disclosure.bulk_export_subject s set part = ${part}, access_id = a.access_id
  from unnest(${[...subjectIds]}::bigint[], ${subjectIds.map((id) => accesses.get(id) ?? null)}::bigint[]) as a(subject_id, access_id)
  where s.export_id = ${exportId} and s.subject_id = a.subject_id and s.part is null`;

export const markReady = (exportId: string, when: { readyAt: Date; expiresAt: Date }): Sql => sql`
  update disclosure.bulk_export set state = 'ready', ready_at = ${when.readyAt}, expires_at = ${when.expiresAt}
  where export_id = ${exportId} and state = 'making'`;

export const markEnded = (exportId: string, state: 'failed' | 'destroyed'): Sql => sql`
  update disclosure.bulk_export set state = ${state} where export_id = ${exportId} and state in ('making', 'ready')`;

/** Those whose time is over, whose making broke off for good, or whose end was cut off. */
export const exportsOver = (at: Date, givenUp: Date): Sql => sql`
  select e.export_id, case when e.state = 'making' then 'failed' else 'destroyed' end as becomes
  from disclosure.bulk_export e
  where (e.state = 'ready' and e.expires_at <= ${at}) or (e.state = 'making' and e.approved_at <= ${givenUp})
    or (e.state in ('destroyed', 'failed') and exists
      (select from disclosure.bulk_export_part p where p.export_id = e.export_id and p.file_id is not null))`;

/** Files of the parts in their order. */
export const partsOf = (exportId: string): Sql => sql`
  select file_id from disclosure.bulk_export_part where export_id = ${exportId} and file_id is not null order by part`;

export const forgetParts = (exportId: string): Sql => sql`
  update disclosure.bulk_export_part set file_id = null where export_id = ${exportId}`;

export const exportFilesInUse = (): Sql => sql`
  select file_id as id from disclosure.bulk_export_part where file_id is not null`;

/** Counts one fetching; no row where the file is not there for this account. */
export const takeDownload = (
  exportId: string,
  by: { readonly accountId: string; readonly at: Date; readonly most: number },
): Sql => sql`
  update disclosure.bulk_export set downloads = downloads + 1
  where export_id = ${exportId} and account_id = ${by.accountId} and state = 'ready' and expires_at > ${by.at}
    and downloads < ${by.most}
  returning export_id`;

/** An export as whoever asked for it sees it. */
export interface ExportLine {
  readonly exportId: string;
  readonly purpose: PurposeName;
  readonly caseNo: string;
  readonly items: readonly string[];
  readonly state: ExportState;
  readonly approvedAt: Date;
  readonly expiresAt: Date | null;
  readonly downloads: number;
  readonly subjects: number;
  /** How many of them have been looked at. */
  readonly done: number;
}

export const exportsOf = (
  accountId: string,
  page: { before?: string | undefined; limit: number },
): Sql => sql`
  select e.export_id as "exportId", e.purpose, e.case_no as "caseNo", e.definition->'items' as items, e.state,
    e.approved_at as "approvedAt", e.expires_at as "expiresAt", e.downloads, s.subjects, s.done
  from disclosure.bulk_export e
  cross join lateral (select count(*)::integer as subjects, count(b.part)::integer as done
    from disclosure.bulk_export_subject b where b.export_id = e.export_id) s
  where e.account_id = ${accountId} and (${page.before ?? null}::bigint is null or e.export_id < ${page.before ?? null}::bigint)
  order by e.export_id desc limit ${page.limit}`;
