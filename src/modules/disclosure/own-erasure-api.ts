/** Addresses of a natural person's own request for erasure: what would stay, what was asked, and asking. */
import { Type } from 'typebox';
import type { SubjectActor } from '../../platform/actor.ts';
import type { Server } from '../../platform/http/index.ts';
import { type Platform, Problem } from '../../platform/index.ts';
import { readOnlySession, requireFullSession } from '../agents/index.ts';
import {
  askForErasure,
  erasureAlreadyAsked,
  keptAfterErasure,
  listWishesOf,
  presentWish,
  refusalSays,
  WISH_GROUND_WORDS,
  WISH_GROUNDS,
  wishGround,
  wishShape,
} from '../persons/index.ts';
import { requirePersonHeld } from './own-person-file.ts';
import { ownFilePermission } from './permissions.ts';
import { nothingHeldAboutYou, personsAlone } from './problems.ts';

const answer = Type.Object({
  items: Type.Array(wishShape),
  grounds: Type.Array(
    Type.Object({ ground: wishGround, name: Type.String({ examples: ['保存期限已经届满'] }) }),
    { description: 'Grounds of the law that may be given (PIPL art. 47).' },
  ),
  kept: Type.Array(
    Type.Object({
      what: Type.String({ examples: ['谁、何时、为什么查看过：只留一个随机号'] }),
      years: Type.Union([Type.Integer({ examples: [5] }), Type.Null()]),
      basis: Type.String({ examples: ['个人信息保护法第五十六条'] }),
    }),
    { description: 'What stays after an erasure, and what asks for it.' },
  ),
  refusal: Type.String({
    examples: ['法律规定的保存期限没有届满的，不能删除。'],
    description: 'When it may be refused, and what one can do then.',
  }),
});

/** The person of the session. @throws Problem natural-persons-only, nothing-held-about-you */
async function personOf(platform: Platform, actor: SubjectActor): Promise<string> {
  if (actor.as !== 'person') throw new Problem(personsAlone);
  await requirePersonHeld(platform, actor.subjectId);
  return actor.subjectId;
}

/** Adds the routes below /api/v1/me/erasure-requests. */
export function addOwnErasure(platform: Platform, server: Server): void {
  const access = ownFilePermission;
  const present = async (subjectId: string, language: 'zh' | 'en') => ({
    items: (await listWishesOf(platform, subjectId)).map((wish) => presentWish(wish, language)),
    grounds: WISH_GROUNDS.map((ground) => ({ ground, name: WISH_GROUND_WORDS[ground][language] })),
    kept: keptAfterErasure.map(({ what, years, basis }) => ({
      what: what[language],
      years,
      basis: basis[language],
    })),
    refusal: refusalSays[language],
  });
  server.get(
    '/api/v1/me/erasure-requests',
    {
      config: { access, problems: [nothingHeldAboutYou] },
      schema: {
        operationId: 'listOwnErasureRequests',
        summary: 'Your requests that everything about you be erased',
        description: 'For natural persons: what was asked, by which day it is answered, and what would stay.',
        tags: ['me'],
        response: { 200: answer },
      },
    },
    async (request, reply) => {
      const actor = request.actor as SubjectActor;
      reply.header('cache-control', 'no-store');
      // An organisation asks for nothing of the kind, so that nothing is offered to it.
      if (actor.as !== 'person') return { items: [], grounds: [], kept: [], refusal: '' };
      return present(await personOf(platform, actor), request.language);
    },
  );

  server.post(
    '/api/v1/me/erasure-requests',
    {
      config: { access, problems: [personsAlone, nothingHeldAboutYou, readOnlySession, erasureAlreadyAsked] },
      schema: {
        operationId: 'askForOwnErasure',
        summary: 'Ask that everything about you be erased',
        description: 'Two officers of the centre decide, by the day that is given.',
        tags: ['me'],
        body: Type.Object({ ground: wishGround }, { additionalProperties: false }),
        response: { 201: answer },
      },
    },
    async (request, reply) => {
      const actor = request.actor as SubjectActor;
      const subjectId = await personOf(platform, actor);
      requireFullSession(actor);
      await askForErasure(platform, subjectId, request.body.ground);
      return reply.code(201).send(await present(subjectId, request.language));
    },
  );
}
