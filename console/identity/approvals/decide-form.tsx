/** Deciding one request with grounds, or taking one's own back. */
import { Button, Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea.js';
import { useId, useRef, useState } from 'react';
import { useClient } from '../../api/use-api.ts';
import { useWords } from '../../language/language.ts';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { words } from './words.ts';

/** What a decision brought; `once` is shown and kept nowhere. */
export interface Decided {
  readonly decision: 'approved' | 'refused';
  readonly once: Readonly<Record<string, string>>;
}

/** For whoever may decide: grounds and two buttons; for whoever asked: one to take it back. */
export function DecideForm({
  approval: { approvalId, mayDecide, mayCancel },
  onDecided,
}: {
  approval: { readonly approvalId: string; readonly mayDecide: boolean; readonly mayCancel: boolean };
  onDecided: (decided: Decided | undefined) => void;
}) {
  const text = useWords(words);
  const client = useClient();
  const id = useId();
  const [reason, setReason] = useState('');
  const [short, setShort] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const input = useRef<TextAreaRef>(null);
  const path = `/api/v1/approvals/${approvalId}`;

  async function send(act: () => Promise<Decided | undefined>) {
    setBusy(true);
    setError(undefined);
    try {
      onDecided(await act());
    } catch (caught) {
      setError(caught);
      setBusy(false);
    }
  }

  function decide(decision: 'approve' | 'refuse') {
    const given = reason.trim();
    setShort(given.length < 4);
    if (given.length < 4) return input.current?.focus();
    void send(() => client.send<Decided>('POST', `${path}/decision`, { decision, reason: given }));
  }

  if (mayCancel) {
    return (
      <>
        <ProblemNotice error={error} />
        <div className="row">
          <Button
            loading={busy}
            onClick={() => void send(() => client.send('POST', `${path}/cancellation`).then(() => undefined))}
          >
            {text.cancel}
          </Button>
        </div>
      </>
    );
  }
  if (!mayDecide) return <p className="quiet">{text.notYours}</p>;
  return (
    <>
      <ProblemNotice error={error} />
      <div className={short ? 'field field-fault' : 'field'}>
        <label htmlFor={id}>{text.decision}</label>
        <p className={short ? 'fault-text' : 'field-help'} id={`${id}-help`}>
          {short ? text.decisionShort : text.decisionHelp}
        </p>
        <Input.TextArea
          ref={input}
          id={id}
          rows={2}
          maxLength={500}
          aria-describedby={`${id}-help`}
          aria-invalid={short}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </div>
      <div className="row">
        <Button type="primary" loading={busy} onClick={() => decide('approve')}>
          {text.approve}
        </Button>
        <Button danger disabled={busy} onClick={() => decide('refuse')}>
          {text.refuse}
        </Button>
      </div>
    </>
  );
}
