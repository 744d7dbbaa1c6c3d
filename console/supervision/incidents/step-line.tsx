/** One duty of an incident: its article, how long is left, what was done, or noting it as done. */
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useClient, useRefresh } from '../../api/use-api.ts';
import { writeInstant } from '../../language/dates.ts';
import { useWords } from '../../language/language.ts';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { ReasonField, useReason } from '../../parts/reason-field.tsx';
import { StateTag } from '../../parts/state-tag.tsx';
import { useSending } from '../../parts/use-sending.ts';
import type { Incident, IncidentStep } from './answers.ts';
import { words } from './words.ts';

const minute = 60_000;

/** `isAsked`: telling subjects waits for somebody else. */
export function StepLine({
  incident,
  step,
  now,
  mayAct,
  isAsked,
}: {
  incident: Incident;
  step: IncidentStep;
  now: number;
  mayAct: boolean;
  isAsked: boolean;
}) {
  const text = useWords(words);
  const [doing, setDoing] = useState(false);
  const tells = step.step === 'notify-subjects' && !incident.drill;
  return (
    <li className="stack-small">
      <p>
        <strong>{text.stepNames[step.step] ?? step.step}</strong>{' '}
        {step.doneAt ? (
          <StateTag look="good" word={text.done(writeInstant(step.doneAt))} />
        ) : (
          <Clock dueAt={step.dueAt} now={now} />
        )}
      </p>
      <p className="quiet">
        {text.due(writeInstant(step.dueAt))} · {text.law(step.instrument, step.article)}
        {step.byLaw ? '' : ` (${text.atOnce})`}
      </p>
      {step.note ? <p className="measure lines">{step.note}</p> : null}
      {tells && step.doneAt ? <p className="quiet">{text.told(incident.subjects)}</p> : null}
      {isAsked ? (
        <p>
          <StateTag look="attention" word={text.waiting} /> <Link to="/approvals">{text.toApprovals}</Link>
        </p>
      ) : null}
      {mayAct && !step.doneAt && !isAsked ? (
        doing ? (
          <StepForm incident={incident} step={step.step} tells={tells} onBack={() => setDoing(false)} />
        ) : (
          <p>
            <Button size="small" onClick={() => setDoing(true)}>
              {tells ? text.doTell : text.do}
            </Button>
          </p>
        )
      ) : null}
    </li>
  );
}

function Clock({ dueAt, now }: { dueAt: string; now: number }) {
  const text = useWords(words);
  const left = Date.parse(dueAt) - now;
  const minutes = Math.floor(Math.abs(left) / minute);
  const hours = Math.floor(minutes / 60);
  const written =
    hours >= 48 ? text.days(Math.floor(hours / 24), hours % 24) : text.hours(hours, minutes % 60);
  return (
    <StateTag
      look={left < 0 ? 'serious' : 'attention'}
      word={left < 0 ? text.late(written) : text.left(written)}
    />
  );
}

function StepForm({
  incident: { incidentId, subjects },
  step,
  tells,
  onBack,
}: {
  incident: Incident;
  step: string;
  tells: boolean;
  onBack: () => void;
}) {
  const text = useWords(words);
  const client = useClient();
  const refresh = useRefresh();
  const note = useReason(tells ? text.tellOutline : '');
  const { busy, error, send } = useSending();
  const [bare, setBare] = useState(false);

  function finish() {
    const given = note.given();
    if (given === undefined) return;
    // What the law asks to be told, with nothing said of it.
    const lines = given.split('\n').map((line) => line.trim());
    const isBare = tells && text.tellOutline.split('\n').some((line) => lines.includes(line));
    setBare(isBare);
    if (isBare) return note.input.current?.focus();
    void send(async () => {
      await client.send('POST', `/api/v1/incidents/${incidentId}/steps`, { step, note: given });
      await refresh('/api/v1/incidents', '/api/v1/approvals');
      onBack();
    });
  }

  return (
    <div className="stack">
      <ReasonField
        of={note}
        label={tells ? text.tell : text.note}
        help={tells ? text.tellHelp(subjects) : text.noteHelp}
        fault={text.noteShort}
        rows={tells ? 8 : 3}
        most={4_000}
      />
      {bare ? (
        <p className="fault-text" role="alert">
          {text.tellBare}
        </p>
      ) : null}
      <ProblemNotice error={error} />
      <div className="row">
        <Button type="primary" loading={busy} onClick={finish}>
          {tells ? text.doTell : text.do}
        </Button>
        <Button onClick={onBack}>{text.cancel}</Button>
      </div>
    </div>
  );
}
