/** The entrances of law: the public register, and the next year's holiday notice, which the centre hands in. */
import type { SignedInActor } from '../../platform/actor.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { alreadyRequested } from '../identity/index.ts';
import { calendarAsked, calendarNotice, lawAnswer, lawQuery } from './api-shapes.ts';
import { requestCalendarNotice } from './load-calendar-notice.ts';
import { loadCalendarPermission } from './permissions.ts';
import { calendarNoticeInvalid, calendarYearKnown, calendarYearNotNext } from './problems.ts';
import { listLaw } from './public-law.ts';
import { registerApi } from './register-api.ts';
import { waitingRulesApi } from './waiting-rules-api.ts';

/** Routes /api/v1/public/law, /api/v1/calendar-years and those of rules that wait. */
export function lawApi(platform: Platform): RoutePlugin {
  return (server) => {
    waitingRulesApi(platform)(server);
    registerApi(platform)(server);
    server.get(
      '/api/v1/public/law',
      {
        config: { access: 'public' },
        schema: {
          tags: ['law'],
          operationId: 'listLaw',
          summary: 'The rules the platform works by',
          description:
            'Instruments with their articles and what rests on them, time limits, publicity rules, classes of penalty, and published calendars; each with its basis and the period in which it is in force, past ones included.',
          querystring: lawQuery,
          response: { 200: lawAnswer },
        },
      },
      async (request) => ({ items: await listLaw(platform.db.portal, request.query.kind), next: null }),
    );

    server.post(
      '/api/v1/calendar-years',
      {
        config: {
          access: loadCalendarPermission,
          problems: [calendarNoticeInvalid, calendarYearKnown, calendarYearNotNext, alreadyRequested],
        },
        schema: {
          tags: ['law'],
          operationId: 'requestCalendarYear',
          summary: 'Ask for the holiday notice of the next year to be loaded',
          description:
            'All days off and make-up working days of the State Council’s notice. It waits under `/api/v1/approvals`; once a second person has approved, due days in that year become fixed. Only for administrators and publishers of the credit centre.',
          body: calendarNotice,
          response: { 202: calendarAsked },
        },
      },
      async (request, reply) => {
        const asked = await requestCalendarNotice(platform, request.actor as SignedInActor, request.body);
        return reply.code(202).send(asked);
      },
    );
  };
}
