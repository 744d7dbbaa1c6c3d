/** Grants of roles, their ends, and decided requests as sources of the transparency log. */
import { type LogSource, tableSource } from '../transparency/index.ts';
import { decisions, endsOfGrants, grants } from './queries/log-rows.ts';

export const identitySources: readonly LogSource[] = [
  tableSource('identity.role_grant', grants),
  tableSource('identity.role_grant_end', endsOfGrants),
  tableSource('identity.approval', decisions),
];
