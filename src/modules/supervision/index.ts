/** The door of supervision: the daily self-check, and the register of incidents with its drill. */
export { dutiesOf } from './duties-data.ts';
export {
  closeIncident,
  finishIncidentStep,
  type Incident,
  listIncidents,
  openIncident,
} from './incidents.ts';
export { countPublicly, type Finding, listFindings } from './list-findings.ts';
export { incidentSource } from './log-source.ts';
export { runDrill } from './run-drill.ts';
export { runSelfCheck, type SelfCheckRound } from './run-self-check.ts';
