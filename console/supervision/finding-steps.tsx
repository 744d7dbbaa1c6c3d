/** What was done about a finding, and for its own unit the two things that can be done: take it on, and say what was done. */
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useClient, useRefresh } from '../api/use-api.ts';
import { useSession } from '../identity/session.ts';
import { writeInstant } from '../language/dates.ts';
import { useWords } from '../language/language.ts';
import { Dialogue } from '../parts/dialogue.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { ReasonField, useReason } from '../parts/reason-field.tsx';
import { useSending } from '../parts/use-sending.ts';
import { words } from './words.ts';

export interface FindingStep {
  readonly step: 'assigned' | 'answered';
  readonly at: string;
  readonly note: string;
}

/** The steps with the buttons. */
export function FindingSteps({
  of: { findingId, unit, steps },
}: {
  of: { readonly findingId: string; readonly unit: string; readonly steps: readonly FindingStep[] };
}) {
  const text = useWords(words);
  const { account } = useSession();
  const client = useClient();
  const refresh = useRefresh();
  const taking = useSending();
  const [answering, setAnswering] = useState(false);
  const send = async (body: Record<string, string>) => {
    await client.send('POST', `/api/v1/self-check/${findingId}/steps`, body);
    await refresh('/api/v1/self-check');
  };
  const answers = account.roles.some((role) =>
    ['data-officer', 'reviewer', 'case-officer', 'administrator'].includes(role),
  );
  const isTaken = steps.some(({ step }) => step === 'assigned');
  return (
    <div className="stack">
      {steps.length > 0 ? (
        <ul>
          {steps.map(({ step, at, note }) => (
            <li key={at}>
              {step === 'assigned' ? text.takenOn(writeInstant(at)) : `${writeInstant(at)} ${note}`}
            </li>
          ))}
        </ul>
      ) : null}
      <ProblemNotice error={taking.error} />
      {answers && account.unit.code === unit ? (
        <div className="row">
          {isTaken ? null : (
            <Button
              loading={taking.busy}
              onClick={() => void taking.send(() => send({ step: 'assigned', note: text.takeOn }))}
            >
              {text.takeOn}
            </Button>
          )}
          <Button onClick={() => setAnswering(true)}>{text.answer}</Button>
        </div>
      ) : null}
      <AnswerDialogue open={answering} onClose={() => setAnswering(false)} send={send} />
    </div>
  );
}

function AnswerDialogue({
  open,
  onClose,
  send,
}: {
  open: boolean;
  onClose: () => void;
  send: (body: Record<string, string>) => Promise<void>;
}) {
  const text = useWords(words);
  const id = useId();
  const note = useReason();
  const [submission, setSubmission] = useState('');
  const sending = useSending();
  const write = () => {
    const given = note.given();
    if (given === undefined) return;
    const by = submission.trim();
    void sending.send(async () => {
      await send({ step: 'answered', note: given, ...(by === '' ? {} : { submissionId: by }) });
      onClose();
    });
  };
  return (
    <Dialogue open={open} title={text.answerTitle} onClose={onClose}>
      <p>{text.answerLead}</p>
      <ProblemNotice error={sending.error} />
      <ReasonField of={note} label={text.note} help={text.noteHelp} fault={text.noteHelp} />
      <div className="field">
        <label htmlFor={id}>{text.submission}</label>
        <p id={`${id}help`} className="field-help">
          {text.submissionHelp}
        </p>
        <Input
          id={id}
          aria-describedby={`${id}help`}
          value={submission}
          onChange={({ target }) => setSubmission(target.value)}
        />
      </div>
      <div className="row">
        <Button type="primary" loading={sending.busy} onClick={write}>
          {text.write}
        </Button>
        <Button onClick={onClose}>{text.cancel}</Button>
      </div>
    </Dialogue>
  );
}
