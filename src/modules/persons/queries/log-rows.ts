/** Statements that give persons' rows as the transparency log commits to them: nothing of them is for showing. */
import { raw } from '../../../platform/db/index.ts';
import { ownEntries } from '../../transparency/index.ts';

// Instants in UTC whatever the session's zone: the text must be the same every time.
const record = raw(`r.entry_id, '0' as key, '{}' as shown,
  json_build_object('subject', r.subject_id::text, 'record', r.record_id::text, 'version', r.version, 'item', r.item,
    'edition', r.edition_id, 'unit', r.unit_code, 'authorityUscc', r.authority_uscc, 'decidedOn', r.decided_on,
    'validFrom', r.valid_from, 'validUntil', r.valid_until, 'inEffect', r.in_effect, 'class', r.misconduct_class,
    'classAssumed', r.class_assumed, 'conductEndedOn', r.conduct_ended_on, 'conductAssumed', r.conduct_assumed,
    'ownMonths', r.own_months, 'identity', encode(r.identity, 'hex'), 'content', encode(r.content, 'hex'),
    'payload', encode(r.payload, 'hex'), 'submission', r.submission_id::text, 'handedInOn', r.handed_in_on,
    'acceptedOn', r.accepted_on, 'acceptedAt', r.accepted_at at time zone 'UTC')::text as kept
  from persons.record r`);

const end = raw(`r.entry_id, '0' as key, '{}' as shown,
  json_build_object('subject', r.subject_id::text, 'record', r.record_id::text, 'version', r.version, 'ground', r.ground,
    'endedAt', r.ended_at at time zone 'UTC')::text as kept
  from persons.version_end r`);

const nameChange = raw(`r.entry_id, '0' as key, '{}' as shown,
  json_build_object('subject', r.subject_id::text, 'change', r.change_id::text, 'former', encode(r.former_mark, 'hex'),
    'name', encode(r.name_mark, 'hex'), 'payload', encode(r.payload, 'hex'), 'unit', r.unit_code,
    'submission', r.submission_id::text, 'changedAt', r.changed_at at time zone 'UTC')::text as kept
  from persons.name_change r`);

const wish = raw(`r.entry_id, '0' as key, '{}' as shown,
  json_build_object('subject', r.subject_id::text, 'wish', r.wish_id::text, 'ground', r.ground,
    'askedAt', r.asked_at at time zone 'UTC', 'dueOn', r.due_on, 'dueFixed', r.due_fixed)::text as kept
  from persons.erasure_wish r`);

const refusal = raw(`r.entry_id, '0' as key, '{}' as shown,
  json_build_object('subject', r.subject_id::text, 'wish', r.wish_id::text, 'says', r.says,
    'refusedAt', r.refused_at at time zone 'UTC')::text as kept
  from (select refusal_entry_id as entry_id, subject_id, wish_id, says, refused_at from persons.erasure_wish
    where refused_at is not null) r`);

const erasure = raw(`r.entry_id, '0' as key, '{}' as shown,
  json_build_object('erasure', r.erasure_id::text, 'ground', r.ground, 'records', r.records, 'erasedAt', r.erased_at at time zone 'UTC')::text as kept
  from persons.erasure r`);

export const recordRows = ownEntries(record);
export const endRows = ownEntries(end);
export const nameChangeRows = ownEntries(nameChange);
export const wishRows = ownEntries(wish);
export const refusalRows = ownEntries(refusal);
export const erasureRows = ownEntries(erasure);
