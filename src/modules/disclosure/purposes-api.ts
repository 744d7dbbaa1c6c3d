/** The closed list of purposes (charter C11) as everybody may read it. */
import { Type } from 'typebox';
import type { Server } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { purposeShape } from './api-shapes.ts';
import { listPurposes } from './purposes.ts';

const holder = Type.Enum(['subject', 'officer', 'nobody'], {
  examples: ['officer'],
  description: 'The subject itself, officers and machines of units, or nobody (statistics).',
});

/** Adds the route. */
export function addPublicPurposes(platform: Platform, server: Server): void {
  server.get(
    '/api/v1/public/purposes',
    {
      config: { access: 'public' },
      schema: {
        operationId: 'listPurposes',
        summary: 'Every purpose for which what is not public may be read',
        description:
          'The closed list of the charter (C11) in force today, with its legal basis and who may hold each.',
        tags: ['disclosures'],
        response: {
          200: Type.Object({
            items: Type.Array(
              Type.Object({
                ...purposeShape.properties,
                holders: holder,
                roles: Type.Array(Type.String({ examples: ['case-officer'] })),
                unitKinds: Type.Array(Type.String({ examples: ['department'] })),
              }),
            ),
            next: Type.Null(),
          }),
        },
      },
    },
    async () => ({
      items: (await listPurposes(platform.db.app)).map(
        ({ purpose, name, says, instrument, article, caseNo, reach, holders, roles, unitKinds }) => ({
          ...{ purpose, name, says, basis: { instrument, article }, caseNo, reach, holders },
          roles: [...roles],
          unitKinds: [...unitKinds],
        }),
      ),
      next: null,
    }),
  );
}
