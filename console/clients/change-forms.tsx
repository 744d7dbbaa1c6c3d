/** Asking for a change of a client that is there: another credential, or other limits; somebody else decides. */
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useClient } from '../api/use-api.ts';
import { useWords } from '../language/language.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { type Reason, ReasonField, useReason } from '../parts/reason-field.tsx';
import { useSending } from '../parts/use-sending.ts';
import type { ClientAnswer } from './answers.ts';
import { CredentialFields, credentialToSend, newCredential } from './credential-fields.tsx';
import { LimitsFields, limitsToSend } from './limits-fields.tsx';
import type { ReadKey } from './read-public-key.ts';
import { words } from './words.ts';

interface Change {
  readonly client: ClientAnswer;
  readonly onAsked: (bySecret: boolean) => void;
  readonly onBack: () => void;
}

function ChangeForm({
  children,
  reason,
  busy,
  error,
  onAsk,
  onBack,
}: {
  children: ReactNode;
  reason: Reason;
  busy: boolean;
  error: unknown;
  onAsk: () => void;
  onBack: () => void;
}) {
  const text = useWords(words);
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onAsk();
      }}
    >
      {children}
      <ReasonField of={reason} label={text.reason} help={text.reasonHelp} fault={text.reasonShort} />
      <ProblemNotice error={error} />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={busy}>
          {text.ask}
        </Button>
        <Button onClick={onBack}>{text.back}</Button>
      </div>
    </form>
  );
}

/** Another key or secret beside those that are there. */
export function CredentialForm({ client: { clientId }, onAsked, onBack }: Change) {
  const text = useWords(words);
  const api = useClient();
  const [credential, setCredential] = useState(newCredential);
  const [fault, setFault] = useState<Extract<ReadKey, { fault: string }>['fault']>();
  const reason = useReason();
  const { busy, error, send } = useSending();

  async function ask() {
    const proof = await credentialToSend(credential);
    setFault('fault' in proof ? proof.fault : undefined);
    const why = reason.given();
    if ('fault' in proof || why === undefined) return;
    await send(async () => {
      const path = `/api/v1/clients/${clientId}/credentials`;
      await api.send('POST', path, { ...proof.body, reason: why });
      onAsked(credential.by === 'secret');
    });
  }

  return (
    <ChangeForm {...{ reason, busy, error, onBack }} onAsk={() => void ask()}>
      <p className="quiet">{text.addLead}</p>
      <CredentialFields
        credential={credential}
        fault={fault}
        onChange={(changed) => {
          setCredential(changed);
          setFault(undefined);
        }}
      />
    </ChangeForm>
  );
}

/** Other scopes, networks or quota. */
export function LimitsForm({ unit, client, onAsked, onBack }: Change & { unit: string }) {
  const api = useClient();
  const [limits, setLimits] = useState({
    scopes: client.scopes,
    networks: client.networks.join('\n'),
    quota: client.quota === null ? '' : String(client.quota),
  });
  const [tried, setTried] = useState(false);
  const reason = useReason();
  const { busy, error, send } = useSending();

  function ask() {
    setTried(true);
    const limited = limitsToSend(limits);
    const why = reason.given();
    if (limited === undefined || why === undefined) return;
    void send(async () => {
      await api.send('PUT', `/api/v1/clients/${client.clientId}`, { ...limited, reason: why });
      onAsked(false);
    });
  }

  return (
    <ChangeForm {...{ reason, busy, error, onBack }} onAsk={ask}>
      <LimitsFields unit={unit} limits={limits} tried={tried} onChange={setLimits} />
    </ChangeForm>
  );
}
