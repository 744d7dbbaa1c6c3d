/** The door of agents: who may act for a subject at its own file, and how far. */
export {
  type Agent,
  type AgentLimit,
  agentLimits,
  dismissAgent,
  listAgents,
  nameAgent,
  requireFullSession,
  requireWithinAgency,
} from './agents.ts';
export { notWithinAgency, readOnlySession } from './problems.ts';
