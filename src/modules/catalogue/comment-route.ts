/** The form's address for comments: takes one without account and shows the page again. */
import { Type } from 'typebox';
import { addressIn } from '../../platform/html/page.ts';
import type { RoutePlugin } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/index.ts';
import { languages } from '../../platform/language.ts';
import { sendComment } from './drafts/send-comment.ts';
import { commentNamesSomebody, consultationClosed } from './problems.ts';

/** POST /catalogue/consultations/{draft}/comments, in both languages. */
export function commentRoute(platform: Platform): RoutePlugin {
  return (server) => {
    for (const language of languages) {
      const page = addressIn(language, '/catalogue/consultations');
      server.post(
        `${page}/:draftId/comments`,
        {
          config: { access: 'public', problems: [consultationClosed, commentNamesSomebody] },
          schema: {
            hide: true,
            params: Type.Object({ draftId: Type.String({ maxLength: 24 }) }),
            body: Type.Object({ body: Type.String({ minLength: 4, maxLength: 2000 }) }),
          },
        },
        async (request, reply) => {
          const { draftId } = request.params;
          await sendComment(platform, draftId, request.body.body, request.ip);
          return reply.redirect(`${page}/${draftId}?sent=1`, 303);
        },
      );
    }
  };
}
