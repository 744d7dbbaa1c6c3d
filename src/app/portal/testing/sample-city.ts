// A few units, organisations and records put straight into the tables, for tests that look at pages.
import { bigrams, normaliseName } from '../../../kernel/name.ts';
import { usccCheckCharacter } from '../../../kernel/uscc.ts';
import { sql } from '../../../platform/db/index.ts';
import { newId } from '../../../platform/ids.ts';
import type { TestWorld } from '../../../platform/testing.ts';

/** A subject as a test wants it; what is left out is ordinary. */
export type SampleSubject = {
  readonly name: string;
  readonly first17?: string;
  readonly c13?: boolean;
  readonly provisional?: boolean;
  readonly legacy?: boolean;
  readonly former?: string;
};

/** A record as a test wants it. */
export type SampleRecord = {
  readonly subjectId: string;
  readonly item: 'administrative-licence' | 'administrative-penalty' | 'organisation-registration';
  readonly decidedOn: string;
  readonly decisionNo: string;
  readonly acceptedOn?: string;
  readonly handedInOn?: string;
  readonly validUntil?: string | null;
  readonly misconductClass?: 'slight' | 'general' | 'serious';
  readonly unit?: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly submissionId?: string;
  readonly version?: number;
  readonly recordId?: string;
};

/** A valid code over 17 characters. */
export function codeOf(first17: string): string {
  return first17 + usccCheckCharacter(first17);
}

let counter = 0;

/** Puts two units in: market supervision (20 working days) and health (7). */
export async function addUnits(world: TestWorld): Promise<void> {
  await world.db.app.query(sql`
    insert into identity.unit (unit_code, kind, sector, name_zh, name_en, uscc, area_code, since)
    values ('scjg', 'department', 'market-supervision', '清和市市场监督管理局', 'Qinghe Market Supervision Bureau', '11371899MB0000001A', '371899', '2018-01-01'),
      ('wjw', 'department', 'health', '清和市卫生健康委员会', 'Qinghe Health Commission', '11371899MB0000002B', '371899', '2018-01-01'),
      ('yunxi', 'town', 'town', '云溪镇人民政府', 'Yunxi Town Government', '11371899MB0000003C', '371899100', '2018-01-01')`);
}

/** @returns id and code of the new subject */
export async function addSubject(world: TestWorld, sample: SampleSubject) {
  const serial = String(++counter).padStart(8, '0');
  const first17 = sample.first17 ?? `${sample.c13 ? '92' : '91'}371899${serial}X`;
  const uscc = sample.legacy ? null : codeOf(first17);
  const id = String(BigInt(newId()));
  const norm = normaliseName(sample.name);
  await world.db.app.transaction(async (tx) => {
    await tx.query(sql`insert into subjects.subject (subject_id, kind, c13, uscc, name, status, registered_on, area_code, provisional, legacy, created_at)
      values (${id}, ${sample.c13 ? 'sole-trader' : 'organisation'}, ${sample.c13 ?? false}, ${uscc}, ${sample.name},
        ${sample.provisional ? 'unknown' : 'registered'}, ${sample.provisional ? null : '2019-05-06'}, '371899', ${sample.provisional ?? false}, ${sample.legacy ?? false}, now())`);
    await tx.query(sql`insert into subjects.subject_key (key_kind, key_value, subject_id, added_at)
      values (${uscc ? 'uscc' : 'registration-no'}, ${uscc ?? `3718992${serial}`}, ${id}, now())`);
    await tx.query(
      sql`insert into subjects.subject_name (subject_id, name_norm, name) values (${id}, ${norm}, ${sample.name})`,
    );
    if (sample.former) {
      await tx.query(
        sql`insert into subjects.subject_name (subject_id, name_norm, name, until) values (${id}, ${normaliseName(sample.former)}, ${sample.former}, '2022-01-01')`,
      );
    }
    if (!sample.c13) {
      await tx.query(sql`insert into subjects.public_name (subject_id, uscc, name, name_norm, name_bigram, name_initials, former, area_code)
        values (${id}, ${uscc}, ${sample.name}, ${norm}, ${bigrams(norm)}, 'x', false, '371899')`);
    }
  });
  return { id, uscc: uscc ?? '' };
}

const licence = {
  XK_XKWS: '食品经营许可决定书',
  XK_XKLB: '普通',
  XK_XKZS: '食品经营许可证',
  XK_XKBH: 'JY13718990001234',
  XK_NR: '热食类食品制售；冷食类食品制售；自制饮品制售',
  XK_ZT: '1',
};
const penalty = {
  CF_WFXW: '未按规定建立并执行食品进货查验记录制度',
  CF_SY:
    '2026年9月14日检查时，该单位不能提供8月以来购进冷冻肉制品的供货者许可证和合格证明文件，未建立进货查验记录。',
  CF_YJ: '《中华人民共和国食品安全法》第一百二十六条第一款第三项',
  CF_CFLB: '罚款',
  CF_NR: '处罚款人民币贰万元整。',
  CF_NR_FK: '2',
};
const registration = {
  DJ_ZT: '存续',
  DJ_LX: '有限责任公司（自然人投资或控股）',
  DJ_ZCZB: '500 万元人民币',
  DJ_JYFW:
    '建筑材料销售；五金产品零售；普通货物道路运输（依法须经批准的项目，经相关部门批准后方可开展经营活动）。',
  DJ_DZ: '清和市云溪镇人民路 18 号',
};
const contents = {
  'administrative-licence': licence,
  'administrative-penalty': penalty,
  'organisation-registration': registration,
};

/** @returns the record's id; its identity is its id, as good as any other hash */
export async function addRecord(world: TestWorld, sample: SampleRecord): Promise<string> {
  const id = sample.recordId ?? newId();
  await world.db.app.query(sql`
    insert into records.record_identity (subject_id, identity, record_id, first_decided_on)
    values (${sample.subjectId}, md5(${id}::text)::uuid, ${id}, ${sample.decidedOn})
    on conflict (subject_id, identity) do nothing`);
  const isPenalty = sample.item === 'administrative-penalty';
  const accepted = sample.acceptedOn ?? sample.decidedOn;
  await world.db.app.query(sql`
    insert into records.record (subject_id, first_decided_on, record_id, version, item, edition_id, unit_code, authority_uscc,
      authority_name, decision_no, decided_on, valid_from, valid_until, in_effect, misconduct_class, class_assumed,
      conduct_ended_on, conduct_assumed, own_months, open_fields, closed_fields, content, identity, submission_id,
      source_row, handed_in_on, accepted_on, accepted_at)
    values (${sample.subjectId}, ${sample.decidedOn}, ${id}, ${sample.version ?? 1}, ${sample.item}, '2024-1', ${sample.unit ?? 'scjg'},
      '11371899MB0000001A', '清和市市场监督管理局', ${sample.decisionNo}, ${sample.decidedOn}, null,
      ${sample.validUntil ?? null}, true, ${isPenalty ? (sample.misconductClass ?? 'general') : null}, ${isPenalty},
      ${isPenalty ? sample.decidedOn : null}, ${isPenalty}, null,
      ${JSON.stringify({ ...contents[sample.item], ...sample.fields })}::jsonb, ${JSON.stringify({ CF_FRDB: '不公开的人' })}::jsonb,
      gen_random_uuid(), gen_random_uuid(), ${sample.submissionId ?? '1'}, 2, ${sample.handedInOn ?? accepted}, ${accepted}, ${`${accepted}T10:00:00+08:00`}::timestamptz)`);
  return id;
}
