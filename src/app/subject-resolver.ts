/** Finds the subjects of whom the city's sign-on speaks; identity stands below the modules that know them. */
import { isAgentInForce } from '../modules/agents/index.ts';
import { findPersonSubject } from '../modules/persons/index.ts';
import { findKnownSubject } from '../modules/subjects/index.ts';
import type { Platform } from '../platform/index.ts';

/** What identity's sign-on asks for. */
export function subjectResolver(platform: Platform) {
  return {
    async findOrganisation(uscc: string) {
      return (await findKnownSubject(platform.db.app, uscc))?.subjectId;
    },
    isAgentInForce: (subjectId: string, agentId: string) => isAgentInForce(platform, subjectId, agentId),
    findPerson: (identityNumber: string) => findPersonSubject(platform, identityNumber),
  };
}
