// Rows in every protected table, each with its entry, as many as the proof is to watch.
import { type Db, raw } from '../../../src/platform/db/index.ts';

const recordsOf = (
  first: number,
  submissions: number,
  rowsEach: number,
) => `insert into records.record (subject_id, first_decided_on, record_id, version, item, edition_id, unit_code,
        authority_uscc, authority_name, decision_no, decided_on, in_effect, misconduct_class, class_assumed,
        conduct_assumed, open_fields, content, identity, submission_id, source_row, handed_in_on, accepted_on, accepted_at)
      select 1000 + s, date '2026-01-05' - (s % 4000), s * 1000000::bigint + r, 1, 'administrative-penalty', 'proof',
        'u', '11371899MB0000001', '清和市市场监督管理局', '清市监处罚〔2026〕' || s || '-' || r || '号', date '2026-01-05',
        true, 'general', true, false, jsonb_build_object('CF_WSH', s || '-' || r, 'CF_NR', '罚款人民币3000元'),
        gen_random_uuid(), gen_random_uuid(), 10000000 + s, r, date '2026-01-06', date '2026-01-06', now()
      from generate_series(${first}, ${first + submissions - 1}) s, generate_series(1, ${rowsEach}) r`;

/** The identities of all first versions that have none yet. */
const IDENTITIES = `insert into records.record_identity (subject_id, identity, record_id, first_decided_on)
  select subject_id, identity, record_id, first_decided_on from records.record where version = 1 on conflict do nothing`;

const SECRET = "sha256(uuid_send(gen_random_uuid()) || 'proof')";

/** SQL of an entry for each row of `from`. */
const entry = (source: string, id: string, rows: string, from: string) =>
  `insert into transparency.entry (entry_id, source, rows, secret, queued_at)
    select ${id}, '${source}', ${rows}, ${SECRET}, now() from ${from}`;

/** A few records, whose identities are tampered with while a round of the monitor is short. */
export async function makeFewRecords(db: Db): Promise<void> {
  const first = 900_000;
  for (const statement of [
    recordsOf(first, 2, 3),
    IDENTITIES,
    entry('records.record', '10000000 + s', '3', `generate_series(${first}, ${first + 1}) s`),
  ])
    await db.query(raw(statement));
}

/** A subject, many submissions of records, ends, merges and removals; every table gets at least `least` entries. */
export async function makeRows(
  db: Db,
  plan: { readonly submissions: number; readonly rowsEach: number; readonly least: number },
): Promise<number> {
  const { submissions, rowsEach, least } = plan;
  const statements = [
    recordsOf(1, submissions, rowsEach),
    IDENTITIES,
    entry('records.record', '10000000 + s', String(rowsEach), `generate_series(1, ${submissions}) s`),
    `insert into records.version_end (subject_id, record_id, version, ground, reason, ended_by, ended_at, entry_id)
      select 1000 + s, s * 1000000::bigint + 1, 1, 'submission-withdrawn', 'proof', 'proof', now(), 20000000 + s
      from generate_series(1, ${least}) s`,
    entry('records.version_end', '20000000 + s', '1', `generate_series(1, ${least}) s`),
    `insert into subjects.alias (alias_id, subject_id, stands_for, reason, decided_by, decided_at, ended_by, end_reason,
        ended_at, entry_id, end_entry_id)
      select 30000000 + s, 1000 + s, 5000000 + s, 'proof', 'proof', now(), 'proof', 'proof', now(), 30000000 + s, 40000000 + s
      from generate_series(1, ${least}) s`,
    entry('subjects.alias', '30000000 + s', '1', `generate_series(1, ${least}) s`),
    entry('subjects.alias_end', '40000000 + s', '1', `generate_series(1, ${least}) s`),
    // Two accounts a grant: a grant that is moved finds somebody at the other end.
    `insert into identity.account (account_id, unit_code, login_name, display_name, password_hash, created_at)
      select s + other, 'u', 'proof.' || s + other, 'P', '-', now()
      from generate_series(1, ${least}) s, (values (0), (1000003), (2000006)) as o(other)`,
    `insert into identity.role_grant (grant_id, account_id, role, since, until, delegated_by, granted_by, approved_by, granted_at,
        entry_id, ended_at, ended_by, end_reason, end_entry_id)
      select 60000000 + s, s, 'data-officer', date '2026-01-05', date '2027-01-05', s + 1000003, 'proof', 'second', now(),
        60000000 + s, now(), 'proof', 'proof', 70000000 + s from generate_series(1, ${least}) s`,
    entry('identity.role_grant', '60000000 + s', '1', `generate_series(1, ${least}) s`),
    entry('identity.role_grant_end', '70000000 + s', '1', `generate_series(1, ${least}) s`),
    `insert into identity.approval (approval_id, kind, target, payload, unit_code, requested_by, reason, requested_at, decision,
        decided_by, decision_reason, decided_at, outcome, entry_id)
      select 80000000 + s, 'proof.act', 't' || s, '{}', 'u', 'one', 'proof', now(), 'approved', 'two', 'proof', now(), '{}',
        80000000 + s from generate_series(1, ${least}) s`,
    entry('identity.approval', '80000000 + s', '1', `generate_series(1, ${least}) s`),
    `insert into disclosure.access (subject_id, access_id, kind, purpose, case_no, unit_code, duty, account_id, accessed_at,
        transaction_id, opened_at, entry_id)
      select 1000 + s, 90000000 + s, 'look', 'case-handling', 'proof', 'u', 'case-officer', 7, now(),
        pg_current_xact_id(), now(), 90000000 + s from generate_series(1, ${2 * least}) s`,
    `insert into disclosure.shown (subject_id, access_id, items)
      select 1000 + s, 90000000 + s, '{"proof": {"records": ["1"], "fields": ["A"]}}' from generate_series(1, ${least}) s`,
    entry('disclosure.access', '90000000 + s', '1', `generate_series(1, ${2 * least}) s`),
    // A person each and one beside, so that a record that is moved finds somebody at the other end.
    `insert into persons.person (subject_id, created_at, data_key_wrapped, kek_id, name_mark)
      select 5000 + s + other, now(), sha256('key'), 'proof', sha256('name')
      from generate_series(1, ${2 * least}) s, (values (0), (1000003)) as o(other)`,
    `insert into persons.record (subject_id, record_id, version, item, edition_id, unit_code, authority_uscc, decided_on,
        in_effect, misconduct_class, class_assumed, conduct_assumed, identity, content, payload, submission_id, handed_in_on,
        accepted_on, accepted_at, entry_id)
      select 5000 + s, 100000000 + s, 1, 'administrative-penalty', 'proof', 'u', '11371899MB0000001', date '2026-01-05', true,
        'general', true, false, sha256(int8send(s)), sha256('content'), sha256('payload'), 4712, date '2026-01-06',
        date '2026-01-06', now(), 100000000 + s from generate_series(1, ${2 * least}) s`,
    entry('persons.record', '100000000 + s', '1', `generate_series(1, ${2 * least}) s`),
    `insert into persons.version_end (subject_id, record_id, version, ground, ended_at, entry_id)
      select 5000 + s, 100000000 + s, 1, 'submission-withdrawn', now(), 110000000 + s from generate_series(1, ${least}) s`,
    entry('persons.version_end', '110000000 + s', '1', `generate_series(1, ${least}) s`),
    `insert into persons.name_change (subject_id, change_id, former_mark, name_mark, payload, unit_code, submission_id, changed_at,
        entry_id)
      select 5000 + s, 170000000 + s, sha256('former'), sha256('name'), sha256('payload'), 'u', 4712, now(), 170000000 + s
      from generate_series(1, ${least}) s`,
    entry('persons.name_change', '170000000 + s', '1', `generate_series(1, ${least}) s`),
    `insert into persons.erasure_wish (subject_id, wish_id, ground, asked_at, due_on, due_fixed, entry_id, refused_at, says,
        refusal_entry_id)
      select 5000 + s, 180000000 + s, 'no-basis', now(), date '2026-02-05', true, 180000000 + s, now(), 'proof', 190000000 + s
      from generate_series(1, ${least}) s`,
    entry('persons.erasure_wish', '180000000 + s', '1', `generate_series(1, ${least}) s`),
    entry('persons.erasure_refusal', '190000000 + s', '1', `generate_series(1, ${least}) s`),
    `insert into persons.erasure (erasure_id, ground, records, erased_at, entry_id)
      select 120000000 + s, 'request', 2, now(), 120000000 + s from generate_series(1, ${least}) s`,
    entry('persons.erasure', '120000000 + s', '1', `generate_series(1, ${least}) s`),
    // Agents of 130…, their ends 140…, notices of 150… with a delivery for every other, 160….
    `insert into agents.agent (subject_id, agent_id, label, limits, since, until, code_hash, named_at, named_in_session,
        ended_at, entry_id, end_entry_id)
      select 1000 + s, 130000000 + s, 'proof', '{read}', date '2026-01-05', date '2026-12-05', sha256(int8send(s)), now(), 7,
        now(), 130000000 + s, 140000000 + s from generate_series(1, ${least}) s`,
    entry('agents.agent', '130000000 + s', '1', `generate_series(1, ${least}) s`),
    entry('agents.agent_end', '140000000 + s', '1', `generate_series(1, ${least}) s`),
    `insert into notices.notice (subject_id, notice_id, kind, reference, facts, created_at, erasable, entry_id)
      select 1000 + s, 150000000 + s, 'looked-at', 'r' || s, '{}', now(), false, 150000000 + s
      from generate_series(1, ${2 * least}) s`,
    entry('notices.notice', '150000000 + s', '1', `generate_series(1, ${2 * least}) s`),
    `insert into notices.delivery (subject_id, notice_id, channel, sent_at, entry_id)
      select 1000 + s, 150000000 + s, 'sms', now(), 160000000 + s from generate_series(1, ${least}) s`,
    entry('notices.delivery', '160000000 + s', '1', `generate_series(1, ${least}) s`),
    `insert into transparency.removal (removal_id, ground, removed_on, records, entry_id)
      select 50000000 + s, 'repaired', date '2026-01-05', 1, 50000000 + s from generate_series(1, ${least}) s`,
    entry('transparency.removal', '50000000 + s', '1', `generate_series(1, ${least}) s`),
  ];
  for (const statement of statements) await db.query(raw(statement));
  return submissions * rowsEach + 21 * least;
}
