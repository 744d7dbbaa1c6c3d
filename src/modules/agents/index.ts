/** The door of agents: how far an agent of a subject may go at its own file. */
export {
  isAgentInForce,
  listAgents,
  nameAgent,
  requireFullSession,
  requireWithinAgency,
} from './agents.ts';
export { agentSources } from './log-sources.ts';
export { notWithinAgency, readOnlySession } from './problems.ts';
