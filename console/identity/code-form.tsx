/** The second half of signing in: the code, and at the first time the authenticator that makes it and a password of one's own. */
import { Button, type InputRef, QRCode } from 'antd';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useClient } from '../api/use-api.ts';
import { isDemo } from '../frame/demo-mark.tsx';
import { useWords } from '../language/language.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import type { SessionAnswer, StepAnswer } from './session.ts';
import { TextField } from './text-field.tsx';
import { words } from './words.ts';

/** Six digits, with or without the gap in the middle that authenticators show. */
export const isCode = (text: string) => /^\d{3} ?\d{3}$/.test(text.trim());

/** Sends the code with the ticket of the first half. */
export function CodeForm({
  step: { ticket, enrol, choosePassword },
  name,
  onSignedIn,
  onStartOver,
}: {
  step: StepAnswer;
  name: string;
  onSignedIn: (session: SessionAnswer) => void;
  onStartOver: () => void;
}) {
  const text = useWords(words);
  const client = useClient();
  const [code, setCode] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const codeInput = useRef<InputRef>(null);
  const passwordInput = useRef<InputRef>(null);
  useEffect(() => codeInput.current?.focus(), []);

  async function signIn(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!isCode(code)) return codeInput.current?.focus();
    if (choosePassword && newPassword === '') return passwordInput.current?.focus();
    setBusy(true);
    setError(undefined);
    const body = { ticket, code: code.trim(), ...(choosePassword ? { newPassword } : {}) };
    try {
      onSignedIn(await client.send<SessionAnswer>('POST', '/api/v1/session/code', body));
    } catch (caught) {
      setError(caught);
      setBusy(false);
      setCode('');
      setTried(false);
      codeInput.current?.focus();
    }
  }

  return (
    <form className="stack" onSubmit={(event) => void signIn(event)} noValidate>
      <ProblemNotice error={error} />
      {enrol ? <Enrolment secret={enrol.secret} uri={enrol.uri} /> : null}
      <TextField
        inputRef={codeInput}
        label={text.code}
        help={isDemo && !enrol && name ? text.codeHelpDemo(name.trim().toLowerCase()) : text.codeHelp}
        fault={tried && !isCode(code) && text.enterCode}
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={7}
        value={code}
        onText={setCode}
      />
      {choosePassword ? (
        <TextField
          inputRef={passwordInput}
          label={text.newPassword}
          help={text.newPasswordHelp}
          fault={tried && newPassword === '' && text.enterNewPassword}
          type="password"
          autoComplete="new-password"
          value={newPassword}
          onText={setNewPassword}
        />
      ) : null}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={busy}>
          {text.signIn}
        </Button>
        <button type="button" className="plain-button" onClick={onStartOver}>
          {text.startOver}
        </button>
      </div>
    </form>
  );
}

function Enrolment({ secret, uri }: { secret: string; uri: string }) {
  const text = useWords(words);
  return (
    <section className="stack" aria-label={text.enrolTitle}>
      <h2>{text.enrolTitle}</h2>
      <p>{text.enrolLead}</p>
      {/* Black on white in either scheme: that is what telephones read. */}
      <QRCode
        value={uri}
        type="svg"
        size={184}
        color="#000000"
        bgColor="#ffffff"
        aria-label={text.enrolPicture}
      />
      <p>
        {text.enrolSecret}
        <br />
        <span className="code">{secret.match(/.{1,4}/g)?.join(' ')}</span>
      </p>
    </section>
  );
}
