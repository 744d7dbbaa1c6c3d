/** Statements that judge staged rows against what stands and append records, set by set. */
import { raw, type Sql, sql } from '../../../platform/db/index.ts';
import type { StagedRelations } from '../staged.ts';

/**
 * Judges each matched row by its identity (item, authority, number, subject, discriminator): a later row of the same
 * identity in the file is a repetition or a contradiction; a known identity is a duplicate or a further version.
 * The result lies in the order in which records are appended: partition by partition, so that the pages of one partition's
 * indexes are at hand at a time (a quarter less time than by subject alone), and by subject within each, so that a large
 * primary key is walked through once. Each staged row is named by its place, so that only narrow rows are sorted.
 */
export function judge({ staged, matched, judged }: StagedRelations): Sql {
  return sql`
    create unlogged table ${raw(judged)} as
    with numbered as (
      select s.row_no, s.ctid as place, m.subject_id, s.identity, s.content, s.record_id, s.decided_on,
        row_number() over w as nth, first_value(s.content) over w as first_content
      from ${raw(staged)} s join ${raw(matched)} m on m.row_no = s.row_no
      window w as (partition by m.subject_id, s.identity order by s.row_no)
    ), known as (
      select n.row_no, i.record_id, i.first_decided_on,
        (select max(r.version) from records.record r
          where r.subject_id = i.subject_id and r.first_decided_on = i.first_decided_on and r.record_id = i.record_id) as latest,
        (select st.content from records.scoped_standing st
          where st.subject_id = i.subject_id and st.first_decided_on = i.first_decided_on and st.record_id = i.record_id) as standing_content
      from numbered n join records.record_identity i on i.subject_id = n.subject_id and i.identity = n.identity
      where n.nth = 1
    )
    select n.row_no, n.place, n.subject_id, n.identity,
      coalesce(k.record_id, n.record_id) as record_id,
      coalesce(k.first_decided_on, n.decided_on) as first_decided_on,
      coalesce(k.latest, 0) + 1 as version,
      case
        when n.nth > 1 and n.content = n.first_content then 'repeated'
        when n.nth > 1 then 'contradicts'
        when k.record_id is null then 'first'
        when k.standing_content = n.content then 'duplicate'
        else 'version'
      end as outcome
    from numbered n left join known k on k.row_no = n.row_no
    order by date_part('year', coalesce(k.first_decided_on, n.decided_on)), n.subject_id, record_id`;
}

/** Reserves the identity of every first version. @returns the rows whose identity another settlement took meanwhile */
export function insertIdentities({ judged }: StagedRelations): Sql {
  return sql`
    insert into records.record_identity (subject_id, identity, record_id, first_decided_on)
    select subject_id, identity, record_id, first_decided_on from ${raw(judged)}
    where outcome = 'first' order by subject_id, identity`;
}

/** What all records of one settlement have in common. */
export interface SettlementFacts {
  item: string;
  editionId: string;
  unitCode: string;
  submissionId: string;
  handedInOn: string;
  acceptedOn: string;
  acceptedAt: Date;
  /** The log's entry of these versions; absent: that of their submission. */
  entryId?: string;
}

/**
 * Appends the versions in the order of `judged`. Each staged row is fetched by its place (`offset 0` keeps the planner
 * from joining and sorting the wide rows, which goes over the disk).
 */
export function insertRecords({ staged, judged }: StagedRelations, facts: SettlementFacts): Sql {
  return sql`
    insert into records.record (subject_id, first_decided_on, record_id, version, item, edition_id, unit_code,
      authority_uscc, authority_name, decision_no, decided_on, valid_from, valid_until, in_effect, misconduct_class,
      class_assumed, conduct_ended_on, conduct_assumed, own_months, open_fields, closed_fields, content, identity,
      submission_id, source_row, handed_in_on, accepted_on, accepted_at, entry_id)
    select j.subject_id, j.first_decided_on, j.record_id, j.version, ${facts.item}, ${facts.editionId}, ${facts.unitCode},
      s.authority_uscc, s.authority_name, s.decision_no, s.decided_on, s.valid_from, s.valid_until, s.in_effect,
      s.misconduct_class, s.class_assumed, s.conduct_ended_on, s.conduct_assumed, s.own_months, s.open_fields,
      s.closed_fields, s.content, s.identity, ${facts.submissionId}, s.row_no, ${facts.handedInOn}, ${facts.acceptedOn},
      ${facts.acceptedAt}, ${facts.entryId ?? null}::bigint
    from ${raw(judged)} j cross join lateral (select * from ${raw(staged)} w where w.ctid = j.place offset 0) s
    where j.outcome in ('first', 'version')`;
}

/** Subjects that a submission had records about and of which no record of the same item stands. */
export function subjectsLeftWithout(submissionId: string): Sql {
  return sql`
    select distinct r.subject_id from records.record r
    where r.submission_id = ${submissionId} and not exists (
      select 1 from records.scoped_standing s where s.subject_id = r.subject_id and s.item = r.item)`;
}

/** Ends every version that a submission created. */
export function endVersionsOfSubmission(
  submissionId: string,
  end: { reason: string; endedBy: string; endedAt: Date; entryId: string },
): Sql {
  return sql`
    insert into records.version_end (subject_id, record_id, version, ground, reason, ended_by, ended_at, entry_id)
    select subject_id, record_id, version, 'submission-withdrawn', ${end.reason}, ${end.endedBy}, ${end.endedAt},
      ${end.entryId}::bigint
    from records.record where submission_id = ${submissionId}
    on conflict (subject_id, record_id, version) do nothing
    returning subject_id`;
}
