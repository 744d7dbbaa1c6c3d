/** Statements of what people did about a finding. */
import { type Sql, sql } from '../../../platform/db/index.ts';

/** The finding, held so that its steps are numbered one after the other. */
export const lockFinding = (findingId: string): Sql => sql`
  select unit_code as unit, closed_at as "closedAt" from supervision.finding where finding_id = ${findingId} for update`;

export const insertStep = (step: {
  readonly findingId: string;
  readonly step: string;
  readonly by: string;
  readonly at: Date;
  readonly assignedTo: string | null;
  readonly submissionId: string | null;
  readonly note: string;
}): Sql => sql`
  insert into supervision.finding_step (finding_id, step_no, step, done_by, done_at, assigned_to, submission_id, note)
  select ${step.findingId}, 1 + (select count(*) from supervision.finding_step where finding_id = ${step.findingId})::integer,
    ${step.step}, ${step.by}, ${step.at}, ${step.assignedTo}::bigint, ${step.submissionId}::bigint, ${step.note}`;
