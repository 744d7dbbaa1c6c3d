/** Statements of the register: what rests on an instrument, ends of instruments, and policy papers. */
import { type Sql, sql } from '../../../platform/db/index.ts';

/** What an instrument's end would end, or has ended. */
export interface Effects {
  /** `persons`: of the item only what it takes about natural persons. */
  readonly items: readonly {
    readonly item: string;
    readonly zh: string;
    readonly en: string;
    readonly part: 'whole' | 'persons';
    readonly records: number;
  }[];
  /** Other rules that rest on it, by kind. */
  readonly rules: Readonly<Record<string, number>>;
}

/** Items in force that the instrument carries, with the records that are public by them, and every other rule by kind. */
export const selectEffects = (instrument: string): Sql => sql`
  select jsonb_build_object(
    'items', coalesce((
      select jsonb_agg(jsonb_build_object('item', i.item, 'zh', i.name_zh, 'en', i.name_en,
        'part', case when i.basis_instrument = ${instrument} then 'whole' else 'persons' end,
        'records', case when i.basis_instrument = ${instrument}
          then (select count(*)::int from published.record r where r.item = i.item) else 0 end) order by i.item)
      from published.item i where i.state = 'active' and (i.basis_instrument = ${instrument}
        or i.definition -> 'persons' -> 'basis' ->> 'instrument' = ${instrument})), '[]'::jsonb),
    'rules', coalesce((
      select jsonb_object_agg(u.use_kind, u.uses) from (
        select b.use_kind, count(distinct b.use_id)::int as uses from law.basis_use b
        where b.instrument_id = ${instrument} and b.use_kind <> 'item' group by b.use_kind) u), '{}'::jsonb)) as effects`;

/** An instrument with its period, its declared successor and its level. */
export const selectInstrument = (instrument: string): Sql => sql`
  select instrument_id as id, title_zh as zh, title_en as en, level, in_force_from as "from", in_force_until as until,
    succeeded_by as "succeededBy"
  from law.instrument where instrument_id = ${instrument}`;

export const insertEnd = (end: {
  readonly instrument: string;
  readonly endsOn: string;
  readonly succeededBy: string | null;
  readonly effects: Effects;
  readonly requestedBy: string;
  readonly approvedBy: string;
  readonly at: Date;
}): Sql => sql`
  insert into law.instrument_end (instrument_id, ends_on, succeeded_by, effects, requested_by, approved_by, decided_at)
  values (${end.instrument}, ${end.endsOn}, ${end.succeededBy}, ${JSON.stringify(end.effects)}::jsonb, ${end.requestedBy},
    ${end.approvedBy}, ${end.at})`;

/** Ends that two people declared hold over what data/ says of the instrument. */
export const applyEnds = (): Sql => sql`
  update law.instrument i set in_force_until = e.ends_on, succeeded_by = coalesce(e.succeeded_by, i.succeeded_by)
  from law.instrument_end e where e.instrument_id = i.instrument_id`;

/** What an instrument's declared end has ended. */
export const selectEnd = (instrument: string): Sql => sql`
  select ends_on as "endsOn", effects, decided_at as "decidedAt" from published.instrument_end
  where instrument_id = ${instrument}`;

/** A policy paper of a unit. */
export interface PolicyPaper {
  readonly paperId: string;
  readonly unit: string;
  readonly unitZh: string;
  readonly unitEn: string;
  readonly title: string;
  readonly number: string | null;
  readonly issuedOn: string;
  readonly reviewDueOn: string;
  readonly state: 'keep' | 'revise' | 'repeal' | null;
  readonly note: string | null;
  readonly isOverdue: boolean;
}

/** Papers of one unit, or of all; those that wait longest first. */
export const selectPapers = (unit: string | undefined): Sql => sql`
  select p.paper_id as "paperId", p.unit_code as unit, coalesce(u.name_zh, p.unit_code) as "unitZh",
    coalesce(u.name_en, p.unit_code) as "unitEn", p.title, p.number, p.issued_on as "issuedOn",
    p.review_due_on as "reviewDueOn", p.state, p.note,
    p.state is null and p.review_due_on < platform.today() as "isOverdue"
  from published.policy_paper p left join published.unit u on u.unit_code = p.unit_code
  where ${unit ?? null}::text is null or p.unit_code = ${unit ?? null}
  order by p.state is not null, p.review_due_on, p.paper_id limit 1000`;

export const insertPaper = (paper: {
  readonly paperId: string;
  readonly unit: string;
  readonly title: string;
  readonly number: string | null;
  readonly issuedOn: string;
  readonly reviewDueOn: string;
  readonly by: string;
  readonly at: Date;
}): Sql => sql`
  insert into law.policy_paper (paper_id, unit_code, title, number, issued_on, review_due_on, entered_by, entered_at)
  values (${paper.paperId}, ${paper.unit}, ${paper.title}, ${paper.number}, ${paper.issuedOn}, ${paper.reviewDueOn},
    ${paper.by}, ${paper.at})`;

/** Nothing where the unit has no such paper. */
export const reviewPaper = (
  paperId: string,
  unit: string,
  given: { readonly state: string; readonly note: string; readonly by: string; readonly at: Date },
): Sql => sql`
  update law.policy_paper set state = ${given.state}, note = ${given.note}, reviewed_by = ${given.by}, reviewed_at = ${given.at}
  where paper_id = ${paperId} and unit_code = ${unit} returning paper_id`;
