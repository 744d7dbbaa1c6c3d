/** Dangerous acts want the second factor of the last five minutes: somebody at an unlocked screen does not have it. */
import type { FastifyRequest } from 'fastify';
import { sha256 } from '../../platform/crypto.ts';
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';
import { stepUpRequired } from './problems.ts';
import { hasFreshFactor } from './queries/session-list.ts';
import { sessionToken } from './session-cookie.ts';
import { settings } from './settings.ts';

/** A `preHandler` for routes of officers. @throws Problem step-up-required */
export function freshFactor(platform: Platform): (request: FastifyRequest) => Promise<void> {
  return async (request) => {
    const since = new Date(platform.clock.now().getTime() - settings.factorFresh);
    const token = sessionToken(request) ?? '';
    if (!(await hasFreshFactor(platform.db.app, sha256(token), since))) throw new Problem(stepUpRequired);
  };
}
