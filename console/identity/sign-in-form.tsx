/** Name and password: one form for the sign-in page and for a session that ended; keeps what was typed. */
import { Button, Input, type InputRef } from 'antd';
import { type FormEvent, useId, useRef, useState } from 'react';
import { useClient } from '../api/use-api.ts';
import { useWords } from '../language/language.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import type { SessionAnswer } from './session.ts';
import { words } from './words.ts';

/** Signs in and hands the session on. */
export function SignInForm({ onSignedIn }: { onSignedIn: (session: SessionAnswer) => void }) {
  const text = useWords(words);
  const client = useClient();
  const id = useId();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const nameInput = useRef<InputRef>(null);
  const passwordInput = useRef<InputRef>(null);

  async function signIn(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '') return nameInput.current?.focus();
    if (password === '') return passwordInput.current?.focus();
    setBusy(true);
    setError(undefined);
    try {
      onSignedIn(
        await client.send<SessionAnswer>('POST', '/api/v1/session', {
          name: name.trim().toLowerCase(),
          password,
        }),
      );
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  }

  const nameFault = tried && name.trim() === '';
  const passwordFault = tried && password === '';
  return (
    <form className="stack" onSubmit={(event) => void signIn(event)} noValidate>
      <ProblemNotice error={error} />
      <div className={nameFault ? 'field field-fault' : 'field'}>
        <label htmlFor={`${id}-name`}>{text.name}</label>
        <p className={nameFault ? 'fault-text' : 'field-help'} id={`${id}-name-help`}>
          {nameFault ? text.enterName : text.nameHelp}
        </p>
        <Input
          ref={nameInput}
          id={`${id}-name`}
          aria-describedby={`${id}-name-help`}
          aria-invalid={nameFault}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </div>
      <div className={passwordFault ? 'field field-fault' : 'field'}>
        <label htmlFor={`${id}-password`}>{text.password}</label>
        {passwordFault ? (
          <p className="fault-text" id={`${id}-password-help`}>
            {text.enterPassword}
          </p>
        ) : null}
        <Input
          ref={passwordInput}
          id={`${id}-password`}
          type="password"
          aria-describedby={passwordFault ? `${id}-password-help` : undefined}
          aria-invalid={passwordFault}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </div>
      <Button type="primary" htmlType="submit" loading={busy}>
        {text.signIn}
      </Button>
    </form>
  );
}
