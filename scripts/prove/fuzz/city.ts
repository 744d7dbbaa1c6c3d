// The city under attack: two units whose officers attack, the centre, and a quiet unit whose secrets nobody else may see.
import type { CivilDate } from '../../../src/kernel/civil-date.ts';
import {
  createAccount,
  createClient,
  type Role,
  registerAuthority,
  registerUnit,
  roles,
} from '../../../src/modules/identity/index.ts';
import { sessionOf } from '../../../src/modules/identity/testing.ts';
import {
  buildCity,
  csv,
  firm,
  handIn,
  licence,
  officer,
  penalty,
  registerFirms,
  UNITS,
  usccOf,
} from '../../../src/modules/intake/testing/city.ts';
import type { SignedInActor } from '../../../src/platform/actor.ts';
import { sql } from '../../../src/platform/db/index.ts';
import type { Platform } from '../../../src/platform/index.ts';
import { addPersons, quietPersonIds, stateOfQuietPerson, subjectOpenings } from './city-subjects.ts';

const quiet = { code: 't-quiet', name: '清和市安静试验局', uscc: usccOf('11371899MB0000009') };
const password = 'plum7 bridge over snow';
/** Texts that stand only in what the quiet unit did not publish. */
export const canaries = {
  closedField: 'GXCANARYCLOSEDFIELD',
  representative: 'GXCANARYREP',
  fileName: 'gxcanaryfile',
  accountName: 'GXCANARYOFFICER',
  loginName: 'gxcanary.login',
  heldRow: 'GXCANARYHELD',
  refusedRow: 'GXCANARYREFUSED',
} as const;

/** Somebody who asks; `renew` opens a new session or token when the old one has ended. */
export type Caller = {
  readonly name: string;
  /** Whether it may see what the quiet unit keeps to itself. */
  readonly isCentre: boolean;
  headers: Record<string, string>;
  renew(): Promise<Record<string, string>>;
};

export type City = {
  readonly callers: Caller[];
  /** Texts worth putting where an id or a code is asked: those of the attackers' own units. */
  readonly ownIds: readonly string[];
  /** Those of the quiet unit; the centre is not given them. */
  readonly quietIds: readonly string[];
  /** What the quiet unit has, as one text: it must be the same after the attack. */
  stateOfQuietUnit(): Promise<string>;
  /** Looks through the disclosure gate that were written down. */
  countLooks(): Promise<number>;
};

async function idsOf(platform: Platform, units: readonly string[]): Promise<string[]> {
  const rows = await platform.db.migrator.query<{ id: string }>(sql`
    select submission_id::text as id from intake.submission where unit_code = any (${units})
    union all select held_row_id::text from intake.held_row where unit_code = any (${units})
    union all select account_id::text from identity.account where unit_code = any (${units})
    union all select grant_id::text from identity.role_grant join identity.account using (account_id) where unit_code = any (${units})
    union all select client_id from identity.client where unit_code = any (${units})
    union all select record_id::text from records.record where unit_code = any (${units})
    union all select subject_id::text from records.record where unit_code = any (${units})`);
  return [...new Set(rows.map(({ id }) => id))];
}

async function addQuietUnit(platform: Platform): Promise<void> {
  const since = '2019-01-01' as CivilDate;
  await registerUnit(platform, {
    code: quiet.code,
    kind: 'department',
    sector: 'health',
    name: { zh: quiet.name, en: 'Quiet Office' },
    uscc: quiet.uscc,
    areaCode: '371899',
    since,
    until: null,
  });
  await registerAuthority(platform, quiet.code, { uscc: quiet.uscc, name: quiet.name, since });
  const accountId = await createAccount(platform, {
    unit: quiet.code,
    roles: ['data-officer'],
    loginName: canaries.loginName,
    name: canaries.accountName,
    password,
  });
  await sessionOf(platform, canaries.loginName);
  await createClient(platform, quiet.code);
  const actor: SignedInActor = {
    kind: 'account',
    accountId,
    unit: quiet.code,
    roles: ['data-officer'],
    name: 'T',
  };
  const by = { CF_CFJG: quiet.name, CF_CFJGDM: quiet.uscc, CF_SJLY: quiet.name, CF_SJLYDM: quiet.uscc };
  const rows = [
    penalty(firm(3), 701, { ...by, BZ: canaries.closedField, CF_FRDB: canaries.representative }),
    penalty(firm(4), 702, {
      ...by,
      CF_JDRQ: '2021-03-01',
      BZ: canaries.closedField,
      CF_FRDB: canaries.representative,
    }),
    // A code of another firm than the name's: held for a person. A day that is none: refused.
    penalty({ name: `${canaries.heldRow}商贸有限公司`, uscc: firm(3).uscc }, 703, by),
    penalty(firm(3), 704, { ...by, CF_JDRQ: '2026-02-30', CF_WFXW: canaries.refusedRow }),
  ];
  const given = await handIn(platform, actor, 'administrative-penalty', csv(rows), {
    fileName: `${canaries.fileName}.csv`,
  });
  if (!given.submission.counts?.accepted || !given.submission.counts.held)
    throw new Error(`the quiet unit's file was not taken: ${JSON.stringify(given)}`);
}

async function stateOfQuietUnit(platform: Platform): Promise<string> {
  const unit = quiet.code;
  const parts = await platform.db.migrator.query<{ part: string }>(sql`
    select 'submission ' || submission_id || state || coalesce(withdrawal_reason, '') as part from intake.submission where unit_code = ${unit}
    union all select 'held ' || held_row_id || coalesce(decision, '') from intake.held_row where unit_code = ${unit}
    union all select 'account ' || account_id || display_name || password_hash || coalesce(closed_at::text, '')
      from identity.account where unit_code = ${unit}
    union all select 'session ' || encode(s.token_hash, 'hex') || coalesce(s.ended_at::text, '') from identity.session s
      join identity.account a using (account_id) where a.unit_code = ${unit}
    union all select 'grant ' || g.grant_id || g.role || coalesce(g.ended_at::text, '') from identity.role_grant g
      join identity.account a using (account_id) where a.unit_code = ${unit}
    union all select 'client ' || client_id || coalesce(closed_at::text, '') from identity.client where unit_code = ${unit}
    union all select 'record ' || record_id || version || content from records.record where unit_code = ${unit}
    union all select 'end ' || e.record_id || e.version from records.version_end e join records.record r
      on r.subject_id = e.subject_id and r.record_id = e.record_id and r.version = e.version where r.unit_code = ${unit}
    order by 1`);
  return parts.map(({ part }) => part).join('\n');
}

/** Fills an empty platform whose worker is not running. */
export async function fillCity(platform: Platform): Promise<void> {
  await buildCity(platform);
  await registerFirms(
    platform,
    [1, 2, 3, 4].map((number) => firm(number)),
  );
  for (const unit of ['market', 'emergency'] as const) {
    const rows = [
      penalty(firm(1), unit === 'market' ? 1 : 51, {}, unit),
      penalty(firm(2), unit === 'market' ? 2 : 52, { CF_JDRQ: '2026-02-30' }, unit),
    ];
    await handIn(platform, officer(unit), 'administrative-penalty', csv(rows));
  }
  await handIn(platform, officer('market'), 'administrative-licence', csv([licence(firm(1), 3)]));
  await addQuietUnit(platform);
  await addPersons(platform);
}

/** Accounts, clients and a subject's session on a platform that `fillCity` filled; `origin` gives tokens. */
export async function openCity(platform: Platform, origin: string): Promise<City> {
  const callers: Caller[] = [{ name: 'anonymous', isCentre: false, headers: {}, renew: async () => ({}) }];
  const add = async (name: string, isCentre: boolean, renew: () => Promise<Record<string, string>>) =>
    void callers.push({ name, isCentre, headers: await renew(), renew });
  const sameOrigin = (token: string) => ({ cookie: `gx_session=${token}`, 'sec-fetch-site': 'same-origin' });
  for (const unit of ['market', 'emergency', 'centre'] as const) {
    for (const role of roles as readonly Role[]) {
      let number = 0;
      let current: string | undefined;
      const open = async () => {
        const loginName = `${unit}.${role}.${number++}`;
        await createAccount(platform, {
          unit: UNITS[unit].code,
          roles: [role],
          loginName,
          name: 'T',
          password,
        });
        current = loginName;
        return sameOrigin(await sessionOf(platform, loginName));
      };
      // An account that was closed or locked meanwhile is followed by another.
      await add(`${unit}.${role}`, unit === 'centre', () =>
        current === undefined ? open() : sessionOf(platform, current).then(sameOrigin, open),
      );
    }
    const client = await createClient(platform, UNITS[unit].code, [
      'submit:administrative-penalty',
      'disclose:case-handling',
    ]);
    await add(`${unit}.client`, unit === 'centre', async () => {
      const body = new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: client.clientId,
        client_secret: client.clientSecret,
      });
      const answer = await fetch(`${origin}/oauth/token`, { method: 'POST', body });
      return { authorization: `Bearer ${((await answer.json()) as { access_token: string }).access_token}` };
    });
  }
  for (const { name, open } of await subjectOpenings(platform))
    await add(name, false, async () => sameOrigin(await open()));
  const codes = [
    'administrative-penalty',
    'administrative-licence',
    'organisation-registration',
    'case-handling',
    'audit',
    'accept',
    'return',
  ];
  return {
    callers,
    ownIds: [
      ...(await idsOf(platform, [UNITS.market.code, UNITS.emergency.code])),
      firm(1).uscc,
      firm(2).uscc,
      UNITS.market.code,
      ...codes,
    ],
    quietIds: [
      ...(await idsOf(platform, [quiet.code])),
      ...(await quietPersonIds(platform)),
      firm(3).uscc,
      firm(4).uscc,
      quiet.code,
    ],
    stateOfQuietUnit: async () =>
      `${await stateOfQuietUnit(platform)}\n${await stateOfQuietPerson(platform)}`,
    async countLooks() {
      const [row] = await platform.db.migrator.query<{ looks: number }>(
        sql`select count(*)::integer as looks from disclosure.access where kind = 'look'`,
      );
      return row?.looks ?? 0;
    },
  };
}
