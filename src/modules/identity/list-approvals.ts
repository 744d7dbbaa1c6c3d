/** Requests under four eyes as an officer sees them: those of the unit, and at the centre those that wait for it. */
import { actorName } from '../../platform/actor.ts';
import type { Platform, Words } from '../../platform/index.ts';
import { type Details, getAct } from './act.ts';
import { accountOfName, isOfCentre, mayDecide, type Officer } from './may-decide.ts';
import { type ApprovalRow, selectApprovals, selectNames } from './queries/approvals.ts';

/** One request with its act in words. */
export type Approval = Omit<ApprovalRow, 'payload' | 'requestedBy' | 'decidedBy'> & {
  readonly name: Words;
  readonly summary: Words;
  readonly details: Details;
  /** How the people are shown; a machine client by its id. */
  readonly requestedBy: string;
  readonly decidedBy: string | null;
  readonly mayDecide: boolean;
  readonly mayCancel: boolean;
};

/** A page of requests, newest first; `next` is where the following one begins. */
export async function listApprovals(
  platform: Platform,
  officer: Officer,
  page: { readonly open: boolean; readonly before?: string | undefined; readonly limit: number },
): Promise<{ readonly items: Approval[]; readonly next: string | null }> {
  const own = actorName(officer);
  const rows = await selectApprovals(platform.db.app, {
    unit: (await isOfCentre(platform, officer)) ? null : officer.unit,
    requestedBy: own,
    open: page.open,
    before: page.before ?? null,
    limit: page.limit,
  });
  const people = rows.flatMap(({ requestedBy, decidedBy }) =>
    [requestedBy, decidedBy ?? ''].flatMap((name) => accountOfName(name) ?? []),
  );
  const names = await selectNames(platform.db.app, [...new Set(people)]);
  const shown = (name: string) => names.get(accountOfName(name) ?? '') ?? name;
  const items: Approval[] = [];
  for (const { payload, ...row } of rows) {
    const act = getAct(row.kind);
    const isOpen = row.decision === null;
    items.push({
      ...row,
      name: act.name,
      summary: await act.describe(platform, payload),
      details: (await act.details?.(platform, payload)) ?? [],
      requestedBy: shown(row.requestedBy),
      decidedBy: row.decidedBy === null ? null : shown(row.decidedBy),
      mayDecide: isOpen && (await mayDecide(platform, officer, { ...row, payload })),
      mayCancel: isOpen && row.requestedBy === own,
    });
  }
  return { items, next: rows.length === page.limit ? (rows.at(-1)?.approvalId ?? null) : null };
}
