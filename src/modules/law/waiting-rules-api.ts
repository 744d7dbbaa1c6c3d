/** Addresses of rules that wait: the list with its differences, and asking for one to come into force. */
import { Type } from 'typebox';
import type { SignedInActor } from '../../platform/actor.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';
import { ID_PATTERN } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { alreadyRequested } from '../identity/index.ts';
import { activateRulesPermission, readWaitingRulesPermission } from './permissions.ts';
import { ruleNotWaiting, ruleRefused } from './problems.ts';
import { isOfTheCentre, requestActivation } from './rule-versions/activate-rules.ts';
import { listWaitingRules } from './rule-versions/list-waiting.ts';

const versionId = Type.String({ pattern: `^${ID_PATTERN}$`, examples: ['912345678901234567'] });
const sentence = (zh: string, en: string) =>
  Type.Object({ zh: Type.String({ examples: [zh] }), en: Type.String({ examples: [en] }) });
const side = Type.Union([Type.String({ examples: ['60'] }), Type.Null()]);

const waitingRule = Type.Object({
  versionId,
  kind: Type.String({ examples: ['catalogue.item'] }),
  name: sentence('信息事项“行政处罚”（2024-1）', 'the item “Administrative penalties” (2024-1)'),
  origin: Type.Enum(['data', 'draft'], {
    description: 'From an update of the program’s data, or drafted here.',
  }),
  foundAt: Type.String({ format: 'date-time', examples: ['2026-11-18T02:00:00.000Z'] }),
  isNew: Type.Boolean({ examples: [false], description: 'Nothing of it is in force yet.' }),
  changes: Type.Array(
    Type.Object({ path: Type.String({ examples: ['retentionMonths'] }), before: side, after: side }),
    { description: 'Each place that differs from what is in force; null: not there.' },
  ),
  refusals: Type.Array(
    Type.Intersect([
      Type.Object({
        clause: Type.String({ examples: ['C7'] }),
        rule: Type.String({ examples: ['wider-openness'] }),
      }),
      sentence('公开属性扩大。', 'Openness is widened.'),
    ]),
    { description: 'What stands against it today: the clause that it would exceed.' },
  ),
});

/** Routes /api/v1/waiting-rules. */
export function waitingRulesApi(platform: Platform): RoutePlugin {
  return (server) => {
    server.get(
      '/api/v1/waiting-rules',
      {
        config: { access: readWaitingRulesPermission },
        schema: {
          tags: ['law'],
          operationId: 'listWaitingRules',
          summary: 'Rules that wait for two people',
          description:
            'What an update or a draft would change in law, catalogue, publicity and purposes. Nothing of it is in force. Other units than the credit centre see none.',
          response: { 200: Type.Object({ items: Type.Array(waitingRule), next: Type.Null() }) },
        },
      },
      async (request) => {
        const isCentre = await isOfTheCentre(platform, request.actor as SignedInActor);
        const items = isCentre ? await listWaitingRules(platform) : [];
        return {
          items: items.map(({ foundAt, changes, refusals, ...rule }) => ({
            ...rule,
            foundAt: foundAt.toISOString(),
            changes: [...changes],
            refusals: [...refusals],
          })),
          next: null,
        };
      },
    );

    server.post(
      '/api/v1/waiting-rules/:versionId/activation',
      {
        config: {
          access: activateRulesPermission,
          problems: [ruleNotWaiting, ruleRefused, alreadyRequested],
        },
        schema: {
          tags: ['law'],
          operationId: 'requestRuleActivation',
          summary: 'Ask for a waiting rule to come into force',
          description:
            'Publishers and administrators of the credit centre; somebody else of the centre decides. What would exceed the law is refused with the clause.',
          params: Type.Object({ versionId }),
          body: Type.Object(
            {
              reason: Type.String({
                minLength: 4,
                maxLength: 500,
                examples: ['已与省级目录核对，同意启用'],
              }),
            },
            { additionalProperties: false },
          ),
          response: { 202: Type.Object({ approvalId: versionId }) },
        },
      },
      async (request, reply) => {
        const { versionId: version } = request.params;
        const actor = request.actor as SignedInActor;
        return reply.code(202).send(await requestActivation(platform, actor, version, request.body.reason));
      },
    );
  };
}
