// Whom a visitor of the demo may be: officers, organisations, an agent, a natural person.
import { addMonths } from '../../../kernel/civil-date.ts';
import { maskName } from '../../../kernel/masking.ts';
import { listAgents, nameAgent } from '../../../modules/agents/index.ts';
import { listUnits } from '../../../modules/identity/index.ts';
import { type FoundSubject, searchNames } from '../../../modules/subjects/index.ts';
import type { Platform } from '../../../platform/index.ts';
import { demoAccounts } from '../accounts.ts';
import { inventedPerson } from '../invented-person.ts';

/** Somebody one may be, with what the sign-on then says of them. */
export interface Visitor {
  readonly id: string;
  readonly kind: 'officer' | 'organisation' | 'agent' | 'person';
  readonly label: string;
  /** Whom the provider knows them as, where that is not their `id`. */
  readonly sub?: string;
  readonly claims: Readonly<Record<string, string>>;
}

const HOW_MANY = 5;

/** Everybody there is at this moment; while the city is being loaded there may be nobody but the last. */
export async function listVisitors(platform: Platform): Promise<Visitor[]> {
  const units = new Set((await listUnits(platform)).map(({ code }) => code));
  const officers = demoAccounts
    .filter(({ unit }) => units.has(unit))
    .map(
      ({ loginName, name }): Visitor => ({
        id: `officer:${loginName}`,
        kind: 'officer',
        label: `${name} · ${loginName}`,
        claims: { officer_login: loginName },
      }),
    );
  const firms = await findFirms(platform);
  const organisations = firms.map(
    ({ uscc, name }): Visitor => ({
      id: `organisation:${uscc}`,
      kind: 'organisation',
      label: `${name} · ${uscc}`,
      claims: { uscc },
    }),
  );
  const [first] = firms;
  const person: Visitor = {
    id: 'person:1',
    kind: 'person',
    label: `${maskName(inventedPerson.name)}（虚构 invented）`,
    claims: { identity_number: inventedPerson.identityNumber },
  };
  return [...officers, ...organisations, ...(first ? [await agentOf(platform, first)] : []), person];
}

type Firm = { readonly subjectId: string; readonly uscc: string; readonly name: string };

async function findFirms(platform: Platform): Promise<Firm[]> {
  const { items } = await searchNames(platform.db.portal, '清和', { limit: HOW_MANY, offset: 0 });
  return items.flatMap(({ subjectId, uscc, name }: FoundSubject) =>
    uscc ? [{ subjectId, uscc, name }] : [],
  );
}

/** The agent of the firm, named now where it has none. */
async function agentOf(platform: Platform, { subjectId, uscc, name }: Firm): Promise<Visitor> {
  const agents = await listAgents(platform, [subjectId]);
  const label = '演示代办人';
  const session = {
    kind: 'subject',
    sessionId: '0',
    subjectId,
    as: 'organisation',
    readOnly: false,
  } as const;
  const agentId =
    agents.find((agent) => agent.inForce && agent.label === label)?.agentId ??
    (
      await nameAgent(platform, session, {
        label,
        limits: ['read', 'download', 'accesses', 'notices'],
        until: addMonths(platform.clock.today(), 6),
      })
    ).agentId;
  return {
    id: `agent:${agentId}`,
    kind: 'agent',
    label: `${label} · ${name}`,
    claims: { uscc, agent: agentId },
  };
}
