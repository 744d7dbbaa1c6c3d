/** Addresses for auditors: how the log is watched, who was given which role, and how signing in goes. */
import { Type } from 'typebox';
import type { Server } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { countSignIns, listRoleChanges, type Officer } from '../identity/index.ts';
import { reportWatch } from '../transparency/index.ts';
import { auditPlatform } from './permissions.ts';

const tags = ['audit'];
const orNull = (example: string) => Type.Union([Type.String({ examples: [example] }), Type.Null()]);
const instant = Type.String({ format: 'date-time', examples: ['2026-11-18T02:00:00.000Z'] });
const instantOrNull = Type.Union([instant, Type.Null()]);
const number = (example: number, description: string) => Type.Integer({ examples: [example], description });
const big = (example: string, description: string) => Type.String({ examples: [example], description });
const unit = Type.String({ examples: ['scjg'] });

const watchAnswer = Type.Object({
  checkpoint: Type.Union([
    Type.Object({
      size: number(14_317, 'Entries that it covers.'),
      root: Type.String({ examples: ['CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I='] }),
      state: Type.Enum(['witnessed', 'not-witnessed', 'broken'], { examples: ['witnessed'] }),
      witnessedAt: instantOrNull,
    }),
    Type.Null({ description: 'Before the first one.' }),
  ]),
  witnessAccount: Type.Enum(['own', 'same', 'unknown'], {
    examples: ['own'],
    description: 'Whether the witness runs under an account of its own.',
  }),
  waiting: big('0', 'Entries without a place in the log yet.'),
  placed: big('14317', 'Entries with one.'),
  openAlarms: number(0, 'Alarms that the last round still found.'),
  alarms: Type.Array(
    Type.Object({
      alarmId: Type.String({ examples: ['912345678901234567'] }),
      kind: Type.String({ examples: ['rows-changed'] }),
      source: orNull('records.record'),
      entryId: orNull('912345678901234567'),
      leafIndex: orNull('4711'),
      firstSeenAt: instant,
      lastSeenAt: instant,
      closedAt: instantOrNull,
    }),
    { description: 'Open ones first; 200 at most.' },
  ),
  rounds: Type.Array(
    Type.Object({
      roundId: Type.String({ examples: ['912345678901234567'] }),
      beganAt: instant,
      endedAt: instant,
      treeSize: big('14317', 'Entries of the checkpoint that it went by.'),
      entries: big('14317', 'Entries held against their leaves.'),
      rows: big('128412', 'Rows held against their entries.'),
      alarms: number(0, 'Differences it found.'),
    }),
    { description: 'The last twenty, newest first.' },
  ),
});

function addWatch(platform: Platform, server: Server): void {
  server.get(
    '/api/v1/audit/log',
    {
      config: { access: auditPlatform },
      schema: {
        operationId: 'auditLog',
        summary: 'Alarms and rounds of the log’s monitor, its checkpoint and witness',
        tags,
        response: { 200: watchAnswer },
      },
    },
    async () => {
      const { checkpoint, alarms, rounds, ...figures } = await reportWatch(platform);
      return {
        ...figures,
        checkpoint: checkpoint
          ? { ...checkpoint, witnessedAt: checkpoint.witnessedAt?.toISOString() ?? null }
          : null,
        alarms: alarms.map((alarm) => ({
          ...alarm,
          firstSeenAt: alarm.firstSeenAt.toISOString(),
          lastSeenAt: alarm.lastSeenAt.toISOString(),
          closedAt: alarm.closedAt?.toISOString() ?? null,
        })),
        rounds: rounds.map((round) => ({
          ...round,
          beganAt: round.beganAt.toISOString(),
          endedAt: round.endedAt.toISOString(),
        })),
      };
    },
  );
}

function addRoleChanges(platform: Platform, server: Server): void {
  server.get(
    '/api/v1/audit/role-changes',
    {
      config: { access: auditPlatform },
      schema: {
        operationId: 'listRoleChanges',
        summary: 'Who was given which role by whom, and when it ended',
        tags,
        querystring: Type.Object({
          before: Type.Optional(instant),
          limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
        }),
        response: {
          200: Type.Object({
            items: Type.Array(
              Type.Object({
                grantId: Type.String({ examples: ['912345678901234567'] }),
                change: Type.Enum(['granted', 'ended'], { examples: ['granted'] }),
                at: instant,
                unit,
                name: Type.String({ examples: ['王数据'] }),
                loginName: Type.String({ examples: ['scjg.data'] }),
                role: Type.String({ examples: ['data-officer'] }),
                since: Type.String({ format: 'date', examples: ['2026-11-18'] }),
                until: Type.Union([Type.String({ format: 'date', examples: ['2027-01-01'] }), Type.Null()]),
                by: Type.String({ examples: ['赵管理'] }),
                approvedBy: orNull('陈复核'),
                isDelegated: Type.Boolean({ examples: [false] }),
                reason: orNull('调离'),
              }),
            ),
            next: instantOrNull,
          }),
        },
      },
    },
    async (request) => {
      const { before, limit = 50 } = request.query;
      const found = await listRoleChanges(platform, request.actor as Officer, {
        before: before === undefined ? undefined : new Date(before),
        limit,
      });
      const items = found.map((change) => ({ ...change, at: change.at.toISOString() }));
      return { items, next: items.length === limit ? (items.at(-1)?.at ?? null) : null };
    },
  );
}

function addSignIns(platform: Platform, server: Server): void {
  server.get(
    '/api/v1/audit/sign-ins',
    {
      config: { access: auditPlatform },
      schema: {
        operationId: 'countSignIns',
        summary: 'How signing in goes now, in numbers',
        tags,
        response: {
          200: Type.Object({
            items: Type.Array(
              Type.Object({
                unit,
                accounts: number(12, 'Open accounts.'),
                openSessions: number(3, 'Sessions that have not ended.'),
                failing: number(1, 'Accounts whose last tries failed.'),
                failures: number(2, 'Those tries.'),
                locked: number(0, 'Accounts locked for a quarter of an hour.'),
                withoutFactor: number(1, 'Accounts without a second factor yet.'),
              }),
            ),
            strangers: Type.Union([
              Type.Object({
                addresses: number(1, 'Network addresses with failures just now.'),
                fromAddresses: number(4, 'Failures from them.'),
                unknownNames: number(2, 'Names that nobody has, tried lately.'),
              }),
              Type.Null({ description: 'Outside the centre.' }),
            ]),
            next: Type.Null(),
          }),
        },
      },
    },
    async (request) => {
      const { units, strangers } = await countSignIns(platform, request.actor as Officer);
      return { items: [...units], strangers: strangers ?? null, next: null };
    },
  );
}

/** Adds the routes. */
export function addAuditRoutes(platform: Platform, server: Server): void {
  addWatch(platform, server);
  addRoleChanges(platform, server);
  addSignIns(platform, server);
}
