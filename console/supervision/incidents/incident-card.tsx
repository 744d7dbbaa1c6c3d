/** One incident: what it is, its duties with their clocks, and closing it when nothing is left. */
import { Button } from 'antd';
import { useState } from 'react';
import { useApi, useClient, useRefresh } from '../../api/use-api.ts';
import { useUnitNames } from '../../identity/use-unit-names.ts';
import { writeInstant } from '../../language/dates.ts';
import { useWords } from '../../language/language.ts';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { ReasonField, useReason } from '../../parts/reason-field.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { useSending } from '../../parts/use-sending.ts';
import type { Incident } from './answers.ts';
import { StepLine } from './step-line.tsx';
import { useNow } from './use-now.ts';
import { words } from './words.ts';

/** Requests that wait, of which telling subjects may be one. */
interface OpenRequests {
  readonly items: readonly { readonly kind: string; readonly target: string }[];
}

/** The card. */
export function IncidentCard({ incident, mayKeep }: { incident: Incident; mayKeep: boolean }) {
  const text = useWords(words);
  const nameOfUnit = useUnitNames();
  const now = useNow();
  const { incidentId, drill, what, severity, personalData, units, subjects, detectedAt, closedAt } = incident;
  const requests = useApi<OpenRequests>(closedAt ? undefined : '/api/v1/approvals?state=open&limit=100');
  const isTellingAsked =
    requests.data?.items.some(
      ({ kind, target }) => kind === 'supervision.tell-subjects' && target === incidentId,
    ) ?? false;
  const isLate = incident.steps.some(({ doneAt, dueAt }) => doneAt === null && Date.parse(dueAt) < now);
  const left = incident.steps.filter(({ doneAt }) => doneAt === null);
  const mayAct = mayKeep && closedAt === null;
  return (
    <article className="stack" aria-label={what}>
      <div className="stack-small">
        <h3>
          {drill ? <StateTag look="note" word={text.drill} /> : null} {what}
        </h3>
        <p>
          {closedAt ? (
            <StateTag look="good" word={text.states.closed} />
          ) : (
            <StateTag
              look={isLate ? 'serious' : 'attention'}
              word={isLate ? text.states.late : text.states.open}
            />
          )}
        </p>
        <p className="quiet">
          {text.severity}: {text.severities[severity]} · {text.detectedAt}:{' '}
          <time>{writeInstant(detectedAt)}</time> · {text.concerns}:{' '}
          {[
            units.map(nameOfUnit).join(text.and) || text.noUnits,
            text.subjects(subjects),
            personalData ? text.personal : text.notPersonal,
          ].join(text.and)}
        </p>
      </div>
      <ol className="steps" aria-label={text.steps}>
        {incident.steps.map((step) => (
          <StepLine
            key={step.step}
            incident={incident}
            step={step}
            now={now}
            mayAct={mayAct}
            isAsked={step.step === 'notify-subjects' && isTellingAsked}
          />
        ))}
      </ol>
      {mayAct && left.length === 0 ? <Closing incidentId={incidentId} /> : null}
      {incident.lessons ? (
        <p className="measure">
          {text.lessons}: {incident.lessons}
        </p>
      ) : null}
    </article>
  );
}

function Closing({ incidentId }: { incidentId: string }) {
  const text = useWords(words);
  const client = useClient();
  const refresh = useRefresh();
  const lessons = useReason();
  const { busy, error, send } = useSending();
  const [asking, setAsking] = useState(false);

  function close() {
    const given = lessons.given();
    if (given === undefined) return;
    void send(async () => {
      await client.send('POST', `/api/v1/incidents/${incidentId}/close`, { lessons: given });
      await refresh('/api/v1/incidents');
    });
  }

  if (!asking)
    return (
      <p>
        <Button onClick={() => setAsking(true)}>{text.close}</Button>
      </p>
    );
  return (
    <div className="stack">
      <ReasonField
        of={lessons}
        label={text.lessons}
        help={text.lessonsHelp}
        fault={text.noteShort}
        rows={3}
        most={4_000}
      />
      <ProblemNotice error={error} />
      <div className="row">
        <Button type="primary" loading={busy} onClick={close}>
          {text.close}
        </Button>
        <Button onClick={() => setAsking(false)}>{text.cancel}</Button>
      </div>
    </div>
  );
}
