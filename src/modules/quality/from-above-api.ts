/** The address at which the centre enters what nation and province say of the city's double publicity. */
import { Type } from 'typebox';
import type { SignedInActor } from '../../platform/actor.ts';
import type { Server } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { alreadyRequested } from '../identity/index.ts';
import { enterNotice, listNotices } from './from-above/notice.ts';
import { FIGURES } from './league/figures-data.ts';
import { asNumber } from './league/share.ts';
import { enterNotices } from './permissions.ts';
import { periodNotWhole } from './problems.ts';

const month = Type.String({ pattern: '^[12]\\d{3}-(0[1-9]|1[0-2])-01$', examples: ['2026-10-01'] });
const noticeFields = {
  kind: Type.Enum(['monthly-notice', 'quarterly-evaluation'], { examples: ['monthly-notice'] }),
  from: month,
  until: Type.String({ pattern: '^[12]\\d{3}-(0[1-9]|1[0-2])-01$', examples: ['2026-11-01'] }),
  figure: Type.Enum([...FIGURES], { examples: ['timeliness'] }),
  document: Type.String({
    minLength: 4,
    maxLength: 200,
    examples: ['2026年10月“双公示”工作情况通报'],
  }),
  issuedOn: Type.String({ format: 'date', examples: ['2026-11-10'] }),
};

/** The routes. */
export function addNoticeRoutes(platform: Platform, server: Server): void {
  server.get(
    '/api/v1/public/quality/notices',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'listNoticesFromAbove',
        summary: 'What nation and province say of the city’s double publicity, beside its own figures',
        tags: ['quality'],
        response: {
          200: Type.Object({
            items: Type.Array(
              Type.Object({
                ...noticeFields,
                share: Type.Number({ examples: [0.9987] }),
                own: Type.Union([Type.Number({ examples: [0.9982] }), Type.Null()], {
                  description: 'Our own share of the same months over all departments.',
                }),
              }),
            ),
            next: Type.Null(),
          }),
        },
      },
    },
    async () => {
      const found = await listNotices(platform.db.portal);
      return {
        items: found.map(({ share, own, ...notice }) => ({
          ...notice,
          share: share / 10_000,
          own: asNumber(own),
        })),
        next: null,
      };
    },
  );
  server.post(
    '/api/v1/notices-from-above',
    {
      config: { access: enterNotices, problems: [periodNotWhole, alreadyRequested] },
      schema: {
        operationId: 'enterNoticeFromAbove',
        summary: 'Ask for a notice from above to be entered',
        description: 'A second person of the centre compares it with the paper; then it is public.',
        tags: ['quality'],
        body: Type.Object({
          ...noticeFields,
          percent: Type.Number({
            minimum: 0,
            maximum: 100,
            description: 'The share in percent, as the paper gives it.',
            examples: [99.87],
          }),
        }),
        response: {
          202: Type.Object({
            approvalId: Type.String({ description: 'The request.', examples: ['912345678901234567'] }),
          }),
        },
      },
    },
    async (request, reply) => {
      const { percent, ...notice } = request.body;
      const asked = { ...notice, share: Math.round(percent * 100) };
      return reply.code(202).send(await enterNotice(platform, request.actor as SignedInActor, asked));
    },
  );
}
