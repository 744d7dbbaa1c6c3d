/** What the console needs to check rows before anything is sent: the unit's items, their rules as data, the calendar. */
import { Type } from 'typebox';
import type { SignedInActor } from '../../platform/actor.ts';
import type { RoutePlugin, Server } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { isSuppliedBy, listActiveItems } from '../catalogue/index.ts';
import { getCalendar } from '../law/index.ts';
import { checkContextFor } from './check-context.ts';
import { requireItemFor } from './item-for-unit.ts';
import { readOwnPermission, submitPermission } from './permissions.ts';
import { itemNotYours, unknownItem } from './problems.ts';

const words = Type.Object(
  { zh: Type.String(), en: Type.String() },
  { examples: [{ zh: '行政处罚', en: 'Administrative penalties' }] },
);
const plainData = (description: string, example: object) =>
  Type.Object({}, { additionalProperties: true, description, examples: [example] });

/** Routes /api/v1/items, /api/v1/items/{item} and /api/v1/working-days. */
export function intakeConsole(platform: Platform): RoutePlugin {
  return (server) => {
    addItemRoutes(platform, server);
    addCalendarRoute(platform, server);
  };
}

function addItemRoutes(platform: Platform, server: Server): void {
  server.get(
    '/api/v1/items',
    {
      config: { access: readOwnPermission },
      schema: {
        operationId: 'listOwnItems',
        summary: 'The items that your unit supplies',
        tags: ['submissions'],
        response: {
          200: Type.Object({
            items: Type.Array(
              Type.Object({
                item: Type.String({ examples: ['administrative-penalty'] }),
                edition: Type.String({ examples: ['2024-1'] }),
                name: words,
              }),
            ),
            next: Type.Null({ description: 'They fit on one page.' }),
          }),
        },
      },
    },
    async (request) => {
      const { unit } = request.actor as SignedInActor;
      const all = await listActiveItems(platform.db.app);
      const supplied = await Promise.all(all.map(({ item }) => isSuppliedBy(platform.db.app, item, unit)));
      const items = all.filter((_, index) => supplied[index]);
      return { items: items.map(({ item, edition, name }) => ({ item, edition, name })), next: null };
    },
  );
  server.get(
    '/api/v1/items/:item',
    {
      config: { access: submitPermission, problems: [unknownItem, itemNotYours] },
      schema: {
        operationId: 'getOwnItem',
        summary: 'An item with everything that its rows are checked against today',
        description:
          'The data standard, and the day, authorities, code lists and dated rules of your unit: enough to run the row checks before anything is sent. What needs the registry is judged after sending.',
        tags: ['submissions'],
        params: Type.Object({ item: Type.String({ examples: ['administrative-penalty'] }) }),
        response: {
          200: Type.Object({
            definition: plainData('The data standard, as in the public catalogue.', {
              item: 'administrative-penalty',
              edition: '2024-1',
            }),
            context: plainData('Day, unit, authorities, code lists, publicity rules.', {
              today: '2026-11-18',
            }),
          }),
        },
      },
    },
    async (request, reply) => {
      const { unit } = request.actor as SignedInActor;
      const definition = await requireItemFor(platform, unit, request.params.item);
      reply.header('cache-control', 'no-store');
      return { definition, context: await checkContextFor(platform, unit, definition) };
    },
  );
}

function addCalendarRoute(platform: Platform, server: Server): void {
  server.get(
    '/api/v1/working-days',
    {
      config: { access: readOwnPermission },
      schema: {
        operationId: 'getWorkingDays',
        summary: 'Today, and the days that the holiday notices move',
        description: 'Other days of the years named follow the week; past them nothing is guessed.',
        tags: ['law'],
        response: {
          200: Type.Object({
            today: Type.String({ format: 'date' }),
            years: Type.Array(Type.Integer({ examples: [2026] })),
            days: Type.Array(
              Type.Object({
                date: Type.String({ format: 'date', examples: ['2026-10-01'] }),
                off: Type.Boolean({ description: 'false: a make-up working day.', examples: [true] }),
                name: Type.String({ examples: ['国庆节'] }),
              }),
            ),
          }),
        },
      },
    },
    async () => {
      const { years, days } = await getCalendar(platform.db.app);
      return {
        today: platform.clock.today(),
        years: [...years],
        days: [...days].map(([date, day]) => ({ date, ...day })),
      };
    },
  );
}
