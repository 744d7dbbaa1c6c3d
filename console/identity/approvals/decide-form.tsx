/** Deciding one request with grounds, or taking one's own back. */
import { Button } from 'antd';
import { useState } from 'react';
import { useClient } from '../../api/use-api.ts';
import { useWords } from '../../language/language.ts';
import { ProblemNotice } from '../../parts/problem-notice.tsx';
import { ReasonField, useReason } from '../../parts/reason-field.tsx';
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
  const reason = useReason();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
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
    const given = reason.given();
    if (given === undefined) return;
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
      <ReasonField of={reason} label={text.decision} help={text.decisionHelp} fault={text.decisionShort} />
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
