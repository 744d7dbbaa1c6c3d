/** The address at which a unit takes a finding on and says what it did about it. */
import { Type } from 'typebox';
import type { SignedInActor } from '../../platform/actor.ts';
import type { Server } from '../../platform/http/index.ts';
import { ID_PATTERN } from '../../platform/ids.ts';
import type { Platform } from '../../platform/index.ts';
import { submissionNotFound } from '../intake/index.ts';
import { answerFinding } from './answer-finding.ts';
import { answerFindings } from './permissions.ts';
import { assigneeNotOfUnit, findingNotFound, findingOver } from './problems.ts';

const id = Type.String({ pattern: `^${ID_PATTERN}$`, examples: ['912345678901234567'] });
const step = Type.Enum(['assigned', 'answered'], { examples: ['answered'] });
const note = Type.String({ minLength: 2, maxLength: 500, examples: ['已与登记部门核对，重新报送'] });

/** A step as the list of findings shows it. */
export const stepShape = Type.Object({
  step,
  by: Type.String({ examples: ['account:912345678901234567'] }),
  at: Type.String({ examples: ['2026-11-18T09:12:00+08:00'] }),
  assignedTo: Type.Union([Type.String(), Type.Null()], { examples: [null] }),
  submissionId: Type.Union([Type.String(), Type.Null()], { examples: ['912345678901234567'] }),
  note,
});

/** The route. */
export function addAnswerRoutes(platform: Platform, server: Server): void {
  server.post(
    '/api/v1/self-check/:findingId/steps',
    {
      config: {
        access: answerFindings,
        problems: [findingNotFound, findingOver, assigneeNotOfUnit, submissionNotFound],
      },
      schema: {
        operationId: 'answerFinding',
        summary: 'Take a finding of your unit on, or say what was done about it',
        description: 'It closes by itself when the next self-check no longer finds it.',
        tags: ['supervision'],
        params: Type.Object({ findingId: id }),
        body: Type.Object({
          step,
          assignedTo: Type.Optional(id),
          submissionId: Type.Optional(id),
          note,
        }),
        response: { 204: Type.Null({ description: 'Written down.' }) },
      },
    },
    async (request, reply) => {
      await answerFinding(platform, request.actor as SignedInActor, request.params.findingId, request.body);
      return reply.code(204).send(null);
    },
  );
}
