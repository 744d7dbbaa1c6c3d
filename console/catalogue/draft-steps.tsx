/** The steps of a draft that somebody of the centre takes: reviewing, concluding, giving up. */
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useClient, useRefresh } from '../api/use-api.ts';
import { useWords } from '../language/language.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { words } from './drafts-words.ts';

interface Step {
  readonly name: string;
  readonly path: string;
  readonly primary?: true;
  body(text: string): object;
}

/** A text and the steps it may go with. */
function StepForm({ label, help, steps }: { label: string; help?: string; steps: readonly Step[] }) {
  const client = useClient();
  const refresh = useRefresh();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();

  async function take(step: Step) {
    setBusy(true);
    setError(undefined);
    try {
      await client.send('POST', step.path, step.body(typed.trim()));
      await refresh('/api/v1/catalogue-drafts', '/api/v1/waiting-rules');
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className="stack-small">
      <div className="field">
        <label htmlFor={`${id}-text`}>{label}</label>
        {help ? <p className="field-help">{help}</p> : null}
        <Input.TextArea
          id={`${id}-text`}
          rows={2}
          maxLength={2000}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </div>
      <div className="row">
        {steps.map((step) => (
          <Button
            key={step.name}
            type={step.primary ? 'primary' : 'default'}
            disabled={busy || typed.trim().length < 4}
            onClick={() => void take(step)}
          >
            {step.name}
          </Button>
        ))}
      </div>
      <ProblemNotice error={error} />
    </div>
  );
}

/** The second person's word on a draft. */
export function ReviewForm({ draftId }: { draftId: string }) {
  const text = useWords(words);
  const path = `/api/v1/catalogue-drafts/${draftId}/review`;
  return (
    <StepForm
      label={text.note}
      steps={[
        { name: text.open, path, primary: true, body: (note) => ({ decision: 'open', note }) },
        { name: text.refuse, path, body: (note) => ({ decision: 'refuse', note }) },
      ]}
    />
  );
}

/** After the closing day it is put up to come into force; it may be given up before. */
export function ConcludeForm({ draftId, isOver }: { draftId: string; isOver: boolean }) {
  const text = useWords(words);
  const path = `/api/v1/catalogue-drafts/${draftId}`;
  const conclude: Step = {
    name: text.conclude,
    path: `${path}/conclusion`,
    primary: true,
    body: (outcome) => ({ outcome }),
  };
  const withdraw: Step = {
    name: text.withdraw,
    path: `${path}/withdrawal`,
    body: (outcome) => ({ outcome }),
  };
  return (
    <StepForm
      label={text.outcome}
      help={text.outcomeHelp}
      steps={isOver ? [conclude, withdraw] : [withdraw]}
    />
  );
}

/** Withholding a comment for a reason, or showing it. */
export function ModerationForm({ commentId }: { commentId: string }) {
  const text = useWords(words);
  const client = useClient();
  const refresh = useRefresh();
  const path = `/api/v1/catalogue-comments/${commentId}/moderation`;
  async function show() {
    await client.send('POST', path, { show: true });
    await refresh('/api/v1/catalogue-drafts');
  }
  return (
    <div className="stack-small">
      <Button onClick={() => void show()}>{text.show}</Button>
      <StepForm
        label={text.because}
        steps={[{ name: text.withhold, path, body: (because) => ({ show: false, because }) }]}
      />
    </div>
  );
}
