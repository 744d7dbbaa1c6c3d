/** Asking for the withdrawal of a submission: what it will do is said before, and a reason is asked for. */
import { Button, Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea.js';
import { useId, useRef, useState } from 'react';
import { useClient, useRefresh } from '../../api/use-api.ts';
import { writeCount } from '../../language/figures.ts';
import { useWords } from '../../language/language.ts';
import { Dialogue } from '../../parts/dialogue.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import type { SubmissionDetail } from '../answers.ts';
import { words } from './words.ts';

/** The button and its dialogue; what was typed stays when the dialogue is closed by mistake. */
export function WithdrawButton({ submission }: { submission: SubmissionDetail }) {
  const text = useWords(words);
  const client = useClient();
  const refresh = useRefresh();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const [short, setShort] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const input = useRef<TextAreaRef>(null);

  async function ask() {
    const given = reason.trim();
    setShort(given.length < 4);
    if (given.length < 4) return input.current?.focus();
    setBusy(true);
    setError(undefined);
    try {
      const path = `/api/v1/submissions/${submission.submissionId}/withdrawal`;
      await client.send('POST', path, { reason: given });
      setOpen(false);
      await refresh('/api/v1/');
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {text.withdraw}
      </Button>
      <Dialogue open={open} title={text.withdrawTitle} onClose={() => setOpen(false)}>
        <p>{text.withdrawLead(writeCount(submission.counts?.accepted ?? 0))}</p>
        <ProblemNotice error={error} />
        <div className={short ? 'field field-fault' : 'field'}>
          <label htmlFor={id}>{text.reason}</label>
          <p className={short ? 'fault-text' : 'field-help'} id={`${id}-help`}>
            {short ? text.reasonShort : text.reasonHelp}
          </p>
          <Input.TextArea
            ref={input}
            id={id}
            rows={3}
            maxLength={500}
            aria-describedby={`${id}-help`}
            aria-invalid={short}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
        <div className="row">
          <Button type="primary" danger loading={busy} onClick={() => void ask()}>
            {text.withdrawNow}
          </Button>
          <Button onClick={() => setOpen(false)}>{text.keep}</Button>
        </div>
      </Dialogue>
    </>
  );
}
