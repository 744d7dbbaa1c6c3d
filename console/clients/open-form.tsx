/** Asking for a client: name, what it may do, how it proves who it is, and why. */
import { Button, type InputRef } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { useClient } from '../api/use-api.ts';
import { TextField } from '../identity/text-field.tsx';
import { useWords } from '../language/language.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { ReasonField, useReason } from '../parts/reason-field.tsx';
import { useSending } from '../parts/use-sending.ts';
import { CredentialFields, credentialToSend, newCredential } from './credential-fields.tsx';
import { LimitsFields, limitsToSend, noLimits } from './limits-fields.tsx';
import type { ReadKey } from './read-public-key.ts';
import { words } from './words.ts';

type Fault = Extract<ReadKey, { fault: string }>['fault'];

/** The form; `onAsked` learns whether a secret will be shown. */
export function OpenForm({ unit, onAsked }: { unit: string; onAsked: (bySecret: boolean) => void }) {
  const text = useWords(words);
  const client = useClient();
  const [name, setName] = useState('');
  const [limits, setLimits] = useState(noLimits);
  const [credential, setCredential] = useState(newCredential);
  const [tried, setTried] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const reason = useReason();
  const { busy, error, send } = useSending();
  const nameInput = useRef<InputRef>(null);
  const given = name.trim();

  async function ask(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (given === '') return nameInput.current?.focus();
    const limited = limitsToSend(limits);
    const proof = await credentialToSend(credential);
    setFault('fault' in proof ? proof.fault : undefined);
    const why = reason.given();
    if (limited === undefined || 'fault' in proof || why === undefined) return;
    await send(async () => {
      const body = { unit, name: given, ...limited, ...proof.body, reason: why };
      await client.send('POST', '/api/v1/clients', body);
      onAsked(credential.by === 'secret');
    });
  }

  return (
    <form className="stack" noValidate onSubmit={(event) => void ask(event)}>
      <h2>{text.create}</h2>
      <p className="quiet measure">{text.createLead}</p>
      <TextField
        inputRef={nameInput}
        label={text.name}
        help={text.nameHelp}
        fault={tried && given === '' && text.nameFault}
        maxLength={60}
        value={name}
        onText={setName}
      />
      <LimitsFields unit={unit} limits={limits} tried={tried} onChange={setLimits} />
      <CredentialFields
        credential={credential}
        fault={fault}
        onChange={(changed) => {
          setCredential(changed);
          setFault(undefined);
        }}
      />
      <ReasonField of={reason} label={text.reason} help={text.reasonHelp} fault={text.reasonShort} />
      <ProblemNotice error={error} />
      <Button type="primary" htmlType="submit" loading={busy}>
        {text.ask}
      </Button>
    </form>
  );
}
