/** Agents and the ends of their powers as sources of the transparency log. */
import { type LogSource, tableSource } from '../transparency/index.ts';
import { endsOfPowers, namings } from './queries/log-rows.ts';

export const agentSources: readonly LogSource[] = [
  tableSource('agents.agent', namings),
  tableSource('agents.agent_end', endsOfPowers),
];
