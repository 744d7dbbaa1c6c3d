/** The register of incidents as a source of the transparency log. */
import { type LogSource, stateSource } from '../transparency/index.ts';
import { stateOfIncidents } from './queries/incidents.ts';

/** Incidents and their duties as they stand: none can be taken back, moved in time or noted as done afterwards. */
export const incidentSource: LogSource = stateSource('supervision.incident', stateOfIncidents);
