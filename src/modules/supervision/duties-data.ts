/** How long findings may stand and what must follow an incident, as data/duties holds it. */
import incidentsFile from '../../../data/duties/incidents.json' with { type: 'json' };
import selfCheckFile from '../../../data/duties/self-check.json' with { type: 'json' };
import type { Words } from '../../platform/index.ts';

export const findingKinds = [
  'public-past-end',
  'public-without-openness',
  'release-without-purpose',
  'release-beyond-purpose',
  'sources-contradict',
  'below-register',
] as const;
export type FindingKind = (typeof findingKinds)[number];

/** Working days that the unit has to mend a finding. */
export const workingDaysFor = (kind: FindingKind): number => {
  const found = selfCheckFile.items.find((item) => item.kind === kind);
  if (!found) throw new Error(`data/duties/self-check.json says nothing of ${kind}`);
  return found.workingDays;
};

export const severities = ['general', 'considerable', 'major', 'extreme'] as const;
export type Severity = (typeof severities)[number];

export const incidentSteps = ['contain', 'notify-authority', 'notify-subjects', 'final-report'] as const;
export type IncidentStep = (typeof incidentSteps)[number];

/** What must be done after an incident, and within how many hours of its detection. */
export interface IncidentDuty {
  readonly step: IncidentStep;
  /** null: the law says at once and gives no number. */
  readonly hours: number | null;
  /** The house's own limit where the law gives no number. */
  readonly houseHours: number | null;
  readonly severities: readonly Severity[];
  /** Only where information about persons is concerned. */
  readonly personalData: boolean;
  readonly instrument: string;
  readonly article: string;
  readonly says: Words;
}

const duties = incidentsFile.steps as readonly IncidentDuty[];

/** The duties that follow from an incident, in order. */
export function dutiesOf(incident: {
  readonly severity: Severity;
  readonly personalData: boolean;
}): IncidentDuty[] {
  return duties.filter(
    ({ severities: which, personalData }) =>
      which.includes(incident.severity) && (!personalData || incident.personalData),
  );
}
