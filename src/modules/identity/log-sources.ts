/** Grants of roles and their ends as sources of the transparency log. */
import { type LogSource, tableSource } from '../transparency/index.ts';
import { endsOfGrants, grants } from './queries/log-rows.ts';

export const grantSources: readonly LogSource[] = [
  tableSource('identity.role_grant', grants),
  tableSource('identity.role_grant_end', endsOfGrants),
];
