/** Asking for the withdrawal of a submission: what it will do is said before, and a reason is asked for. */
import { Button } from 'antd';
import { useState } from 'react';
import { useClient, useRefresh } from '../../api/use-api.ts';
import { writeCount } from '../../language/figures.ts';
import { useWords } from '../../language/language.ts';
import { Dialogue } from '../../parts/dialogue.tsx';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { ReasonField, useReason } from '../../parts/reason-field.tsx';
import { useSending } from '../../parts/use-sending.ts';
import type { SubmissionDetail } from '../answers.ts';
import { words } from './words.ts';

/** The button and its dialogue; what was typed stays when the dialogue is closed by mistake. */
export function WithdrawButton({ submission }: { submission: SubmissionDetail }) {
  const text = useWords(words);
  const client = useClient();
  const refresh = useRefresh();
  const [open, setOpen] = useState(false);
  const reason = useReason();
  const { busy, error, send } = useSending();

  function ask() {
    const given = reason.given();
    if (given === undefined) return;
    void send(async () => {
      const path = `/api/v1/submissions/${submission.submissionId}/withdrawal`;
      await client.send('POST', path, { reason: given });
      setOpen(false);
      await refresh('/api/v1/');
    });
  }

  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {text.withdraw}
      </Button>
      <Dialogue open={open} title={text.withdrawTitle} onClose={() => setOpen(false)}>
        <p>{text.withdrawLead(writeCount(submission.counts?.accepted ?? 0))}</p>
        <ProblemNotice error={error} />
        <ReasonField
          of={reason}
          label={text.reason}
          help={text.reasonHelp}
          fault={text.reasonShort}
          rows={3}
        />
        <div className="row">
          <Button type="primary" danger loading={busy} onClick={ask}>
            {text.withdrawNow}
          </Button>
          <Button onClick={() => setOpen(false)}>{text.keep}</Button>
        </div>
      </Dialogue>
    </>
  );
}
