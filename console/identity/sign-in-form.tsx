/** Name and password, then the code, or a passkey: one form for the sign-in page and for a session that ended; keeps what was typed. */
import { Button, type InputRef } from 'antd';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useClient } from '../api/use-api.ts';
import { useWords } from '../language/language.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { CodeForm } from './code-form.tsx';
import type { SessionAnswer, StepAnswer } from './session.ts';
import { SignInByPasskey } from './sign-in-passkey.tsx';
import { broughtStep, forgetBroughtStep } from './sign-on.tsx';
import { TextField } from './text-field.tsx';
import { words } from './words.ts';

/** Signs in and hands the session on. */
export function SignInForm({ onSignedIn }: { onSignedIn: (session: SessionAnswer) => void }) {
  const [name, setName] = useState('');
  const [step, setStep] = useState<StepAnswer | undefined>(broughtStep);
  useEffect(forgetBroughtStep, []);
  if (step) {
    return (
      <CodeForm step={step} name={name} onSignedIn={onSignedIn} onStartOver={() => setStep(undefined)} />
    );
  }
  return (
    <>
      <PasswordForm name={name} onName={setName} onStep={setStep} />
      <SignInByPasskey onSignedIn={onSignedIn} />
    </>
  );
}

function PasswordForm({
  name,
  onName,
  onStep,
}: {
  name: string;
  onName: (name: string) => void;
  onStep: (step: StepAnswer) => void;
}) {
  const text = useWords(words);
  const client = useClient();
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const nameInput = useRef<InputRef>(null);
  const passwordInput = useRef<InputRef>(null);

  async function goOn(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '') return nameInput.current?.focus();
    if (password === '') return passwordInput.current?.focus();
    setBusy(true);
    setError(undefined);
    const body = { name: name.trim().toLowerCase(), password };
    try {
      onStep(await client.send<StepAnswer>('POST', '/api/v1/session', body));
    } catch (caught) {
      setError(caught);
      setBusy(false);
    }
  }

  return (
    <form className="stack" onSubmit={(event) => void goOn(event)} noValidate>
      <ProblemNotice error={error} />
      <TextField
        inputRef={nameInput}
        label={text.name}
        help={text.nameHelp}
        fault={tried && name.trim() === '' && text.enterName}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={name}
        onText={onName}
      />
      <TextField
        inputRef={passwordInput}
        label={text.password}
        fault={tried && password === '' && text.enterPassword}
        type="password"
        autoComplete="current-password"
        value={password}
        onText={setPassword}
      />
      <Button type="primary" htmlType="submit" loading={busy}>
        {text.goOn}
      </Button>
    </form>
  );
}
