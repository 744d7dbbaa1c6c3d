/** Grants of roles, their ends, and decided requests as sources of the transparency log. */
import { type LogSource, stateSource, tableSource } from '../transparency/index.ts';
import { decisions, endsOfGrants, grants } from './queries/log-rows.ts';
import { stateOfClients, stateOfUnits } from './queries/log-states.ts';

/** Units and the authorities they act for: whose decisions a unit may hand in hangs on them. */
export const unitSource: LogSource = stateSource('identity.unit', stateOfUnits);

/** Machine clients with their scopes, networks, quotas and credentials. */
export const clientSource: LogSource = stateSource('identity.client', stateOfClients);

export const identitySources: readonly LogSource[] = [
  tableSource('identity.role_grant', grants),
  tableSource('identity.role_grant_end', endsOfGrants),
  tableSource('identity.approval', decisions),
  unitSource,
  clientSource,
];
