/** Notices and their deliveries as sources of the transparency log. */
import { type LogSource, tableSource } from '../transparency/index.ts';
import { deliveries, toOrganisations, toPersons } from './queries/log-rows.ts';

/** Those to natural persons stand among the rows that an erasure may take (`persons.…`). */
export const noticeSources: readonly LogSource[] = [
  tableSource('notices.notice', toOrganisations),
  tableSource('persons.notice', toPersons),
  tableSource('notices.delivery', deliveries),
];
