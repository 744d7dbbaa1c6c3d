/** The register of security incidents: opened with the duties that follow, each done and noted, then closed. */
import { actorName, type SignedInActor } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/index.ts';
import { newId } from '../../platform/ids.ts';
import { type Platform, Problem } from '../../platform/index.ts';
import { defineAct, requestApproval } from '../identity/index.ts';
import { tell } from '../notices/index.ts';
import { subjectIdsOfKeys } from '../subjects/index.ts';
import { logState } from '../transparency/index.ts';
import { dutiesOf, type IncidentStep, type Severity } from './duties-data.ts';
import { isOfCentre } from './list-findings.ts';
import { incidentSource } from './log-source.ts';
import { keepIncidents } from './permissions.ts';
import { incidentNotFound, stepNotOpen, stepsLeft } from './problems.ts';
import { closeIncidentRow, finishStep, incidents, insertIncident, insertSteps } from './queries/incidents.ts';

const hour = 3_600_000;

/** An incident with its duties, as the register shows it. */
export interface Incident {
  readonly incidentId: string;
  readonly drill: boolean;
  readonly severity: Severity;
  readonly personalData: boolean;
  readonly what: string;
  readonly units: readonly string[];
  readonly subjectIds: readonly string[];
  readonly detectedAt: Date;
  readonly openedBy: string;
  readonly closedAt: Date | null;
  readonly lessons: string | null;
  readonly steps: readonly {
    readonly step: IncidentStep;
    readonly dueAt: string;
    /** Whether the number of hours is the law's; otherwise the law says at once and the number is the house's. */
    readonly byLaw: boolean;
    readonly instrument: string;
    readonly article: string;
    readonly doneAt: string | null;
    readonly doneBy: string | null;
    readonly note: string | null;
  }[];
}

/** What somebody noticed. */
export interface Noticed {
  readonly drill: boolean;
  readonly severity: Severity;
  readonly personalData: boolean;
  /** What happened, in a sentence without names of persons. */
  readonly what: string;
  readonly units: readonly string[];
  /** Codes of the subjects whose information is concerned. */
  readonly usccs: readonly string[];
  readonly detectedAt: Date;
}

/** The register is the centre's: to others it is not there. */
async function needCentre(platform: Platform, actor: SignedInActor): Promise<void> {
  if (!(await isOfCentre(platform, actor))) throw new Problem(incidentNotFound);
}

/** The incidents, newest first. @throws Problem incident-not-found outside the centre */
export async function listIncidents(
  platform: Platform,
  actor: SignedInActor,
  page: { readonly before?: string | undefined; readonly limit: number },
): Promise<Incident[]> {
  await needCentre(platform, actor);
  return platform.db.app.query<Incident>(incidents(page));
}

async function getIncident(platform: Platform, incidentId: string): Promise<Incident> {
  const found = await platform.db.app.maybe<Incident>(incidents({ incidentId, limit: 1 }));
  if (!found) throw new Problem(incidentNotFound);
  return found;
}

/** Opens an incident; the duties that follow stand in it with their times (data/duties/incidents.json). */
export async function openIncident(
  platform: Platform,
  actor: SignedInActor,
  noticed: Noticed,
): Promise<Incident> {
  await needCentre(platform, actor);
  const { usccs, ...rest } = noticed;
  const ids = await subjectIdsOfKeys(platform.db.app, usccs);
  const incidentId = newId();
  const now = platform.clock.now();
  const detectedAt = noticed.detectedAt > now ? now : noticed.detectedAt;
  const steps = dutiesOf(noticed).map(({ step, hours, houseHours, instrument, article }) => ({
    step,
    dueAt: new Date(detectedAt.getTime() + (hours ?? houseHours ?? 0) * hour).toISOString(),
    byLaw: hours !== null,
    instrument,
    article,
  }));
  await platform.db.app.transaction(async (tx) => {
    const subjectIds = [...new Set(ids.values())];
    const row = { ...rest, detectedAt, subjectIds, incidentId, openedBy: actorName(actor), openedAt: now };
    await tx.query(insertIncident(row));
    await tx.query(insertSteps(incidentId, steps));
    await logState(tx, incidentSource);
  });
  return getIncident(platform, incidentId);
}

/** Who did a duty, and what they noted. */
interface StepDone {
  readonly step: IncidentStep;
  readonly by: string;
  readonly note: string;
}

/**
 * Notes a duty as done; `notify-subjects` writes the note into each concerned subject's file in the same transaction
 * (个人信息保护法 art. 57), a drill tells nobody. @throws Problem incident-step-not-open
 */
async function finishIn(
  platform: Platform,
  tx: Tx,
  { incidentId, drill, detectedAt, subjectIds }: Incident,
  { step, by, note }: StepDone,
): Promise<void> {
  const at = platform.clock.now();
  if (!(await tx.maybe(finishStep(incidentId, step, { at, by, note })))) throw new Problem(stepNotOpen);
  await logState(tx, incidentSource);
  if (step !== 'notify-subjects' || drill) return;
  const facts = { detectedAt: detectedAt.toISOString(), says: note };
  const news = subjectIds.map((subjectId) => ({
    subjectId,
    kind: 'incident' as const,
    reference: incidentId,
    facts,
  }));
  await tell(tx, at, news);
}

/** What somebody says of a duty. */
export interface StepNote {
  readonly incidentId: string;
  readonly step: IncidentStep;
  readonly note: string;
}

/** What subjects were told can't be taken back, so a second person reads it first. */
const tellingSubjects = defineAct<Omit<StepNote, 'step'>>({
  kind: 'supervision.tell-subjects',
  name: { zh: '向主体告知安全事件', en: 'Tell subjects of a security incident' },
  requester: keepIncidents,
  deciders: ['reviewer', 'publisher', 'administrator'],
  target: ({ incidentId }) => incidentId,
  async describe(platform, { incidentId, note }) {
    const { what, subjectIds } = await getIncident(platform, incidentId);
    return {
      zh: `${what}　将写入 ${subjectIds.length} 个主体的档案并发出通知：“${note}”`,
      en: `${what} To be written into the files of ${subjectIds.length} subjects and sent out: “${note}”`,
    };
  },
  async run(platform, tx, { incidentId, note }, { requestedBy }) {
    const incident = await getIncident(platform, incidentId);
    await finishIn(platform, tx, incident, { step: 'notify-subjects', by: requestedBy, note });
    return { outcome: { incidentId, subjects: incident.subjectIds.length } };
  },
});

/**
 * Notes a duty as done; telling subjects outside a drill waits for a second person.
 * @throws Problem incident-not-found, incident-step-not-open, already-requested
 */
export async function finishIncidentStep(
  platform: Platform,
  actor: SignedInActor,
  { incidentId, step, note }: StepNote,
): Promise<Incident | { readonly approvalId: string }> {
  await needCentre(platform, actor);
  const incident = await getIncident(platform, incidentId);
  if (step === 'notify-subjects' && !incident.drill) {
    if (!incident.steps.some((one) => one.step === step && one.doneAt === null) || incident.closedAt)
      throw new Problem(stepNotOpen);
    const payload = { incidentId, note };
    return requestApproval(platform, actor, tellingSubjects, {
      payload,
      unit: actor.unit,
      reason: note.slice(0, 500),
    });
  }
  await platform.db.app.transaction((tx) =>
    finishIn(platform, tx, incident, { step, by: actorName(actor), note }),
  );
  return getIncident(platform, incidentId);
}

/** Closes an incident whose duties are done. @throws Problem incident-not-found, incident-steps-left */
export async function closeIncident(
  platform: Platform,
  actor: SignedInActor,
  { incidentId, lessons }: { readonly incidentId: string; readonly lessons: string },
): Promise<Incident> {
  await needCentre(platform, actor);
  await getIncident(platform, incidentId);
  const closed = { at: platform.clock.now(), by: actorName(actor), lessons };
  await platform.db.app.transaction(async (tx) => {
    if (!(await tx.maybe(closeIncidentRow(incidentId, closed)))) throw new Problem(stepsLeft);
    await logState(tx, incidentSource);
  });
  return getIncident(platform, incidentId);
}
