/** Incidents as the API gives them. */

export const severities = ['general', 'considerable', 'major', 'extreme'] as const;
export type Severity = (typeof severities)[number];

/** One duty of an incident. */
export interface IncidentStep {
  readonly step: string;
  readonly dueAt: string;
  /** Whether the number of hours is the law's. */
  readonly byLaw: boolean;
  readonly instrument: string;
  readonly article: string;
  readonly doneAt: string | null;
  readonly note: string | null;
}

/** One of GET /api/v1/incidents. */
export interface Incident {
  readonly incidentId: string;
  readonly drill: boolean;
  readonly severity: Severity;
  readonly personalData: boolean;
  readonly what: string;
  readonly units: readonly string[];
  readonly subjects: number;
  readonly detectedAt: string;
  readonly closedAt: string | null;
  readonly lessons: string | null;
  readonly steps: readonly IncidentStep[];
}
