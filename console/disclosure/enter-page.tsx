/** The door of one's own file for whoever is not signed in: by a one-time code or an agent's code. */
import { Button, Input } from 'antd';
import { type FormEvent, useEffect, useId, useState } from 'react';
import { useClient } from '../api/use-api.ts';
import { DemoMark } from '../frame/demo-mark.tsx';
import { LanguageSwitch } from '../identity/language-switch.tsx';
import { useWords } from '../language/language.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { words } from './words.ts';

/** The page; `onEntered` is called when a session is open. */
export function EnterPage({ onEntered }: { onEntered: () => void }) {
  const text = useWords(words);
  const client = useClient();
  const id = useId();
  const [uscc, setUscc] = useState('');
  const [code, setCode] = useState('');
  const [sent, setSent] = useState(false);
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    document.title = `${text.enterTitle} · ${text.product}`;
  }, [text]);
  const subject = uscc.trim().toUpperCase();

  function ask() {
    setError(undefined);
    client.send('POST', '/api/v1/file-codes', { uscc: subject }).then(() => setSent(true), setError);
  }

  function enter(event: FormEvent) {
    event.preventDefault();
    setError(undefined);
    client
      .send('POST', '/api/v1/file-sessions', { uscc: subject, code: code.trim() })
      .then(onEntered, setError);
  }

  return (
    <>
      <DemoMark />
      <main className="sign-in" id="content">
        <div className="row">
          <span className="frame-brand">{text.product}</span>
          <span className="frame-who">
            <LanguageSwitch />
          </span>
        </div>
        <div className="stack-small">
          <h1>{text.enterTitle}</h1>
          <p className="quiet">{text.enterLead}</p>
        </div>
        <form className="stack" onSubmit={enter}>
          <div className="field">
            <label htmlFor={`${id}-uscc`}>{text.uscc}</label>
            <p className="field-help">{text.usccHelp}</p>
            <Input
              id={`${id}-uscc`}
              required
              maxLength={18}
              value={uscc}
              onChange={(event) => setUscc(event.target.value)}
            />
          </div>
          <Button onClick={ask} disabled={subject.length !== 18}>
            {text.sendCode}
          </Button>
          {sent ? (
            <p className="notice" role="status">
              {text.sent}
            </p>
          ) : null}
          <div className="field">
            <label htmlFor={`${id}-code`}>{text.code}</label>
            <Input
              id={`${id}-code`}
              required
              autoComplete="one-time-code"
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          </div>
          <Button type="primary" htmlType="submit">
            {text.enter}
          </Button>
          <ProblemNotice error={error} />
        </form>
        <p>
          <a href="/">{text.portal}</a>
        </p>
      </main>
    </>
  );
}
