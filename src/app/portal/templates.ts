/** /catalogue/{item}/{edition}/template.csv and .xlsx: files to fill in, made from the data standard as it stands. */
import { Type } from 'typebox';
import { findPublicDefinition, listsOf } from '../../modules/catalogue/index.ts';
import { templateCsv, templateXlsx } from '../../modules/intake/index.ts';
import type { Server } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { notFound } from '../../platform/problems.ts';

const params = Type.Object({
  item: Type.String({ maxLength: 64 }),
  edition: Type.String({ maxLength: 32 }),
});

const FORMS = {
  csv: {
    type: 'text/csv; charset=utf-8',
    make: templateCsv,
  },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    make: (definition: Parameters<typeof templateCsv>[0]) => templateXlsx(definition, listsOf(definition)),
  },
} as const;

/** Adds both addresses; a draft, or an edition that there isn't, has none. */
export function serveTemplates(server: Server, platform: Platform): void {
  for (const [form, { type, make }] of Object.entries(FORMS)) {
    server.get(
      `/catalogue/:item/:edition/template.${form}`,
      { config: { access: 'public' }, schema: { params } },
      async (request, reply) => {
        const { item, edition } = request.params;
        const definition = await findPublicDefinition(platform.db.portal, item, edition);
        if (!definition) throw new Problem(notFound);
        return reply
          .header('content-disposition', `attachment; filename="${item}-${edition}-template.${form}"`)
          .header('cache-control', 'no-cache')
          .type(type)
          .send(await make(definition));
      },
    );
  }
}
