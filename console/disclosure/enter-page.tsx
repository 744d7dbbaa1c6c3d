/** The door of one's own file for whoever is not signed in: by a one-time code or an agent's code. */
import { Button, type InputRef } from 'antd';
import { type FormEvent, useRef, useState } from 'react';
import { useClient } from '../api/use-api.ts';
import { SignOn } from '../identity/sign-on.tsx';
import { TextField } from '../identity/text-field.tsx';
import { useWords } from '../language/language.ts';
import { DoorPage } from '../parts/door-page.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { words } from './words.ts';
import { writtenUscc } from './written-uscc.ts';

/** The page; `onEntered` is called when a session is open, `problem` is why that could not be found out. */
export function EnterPage({ onEntered, problem }: { onEntered: () => void; problem?: unknown }) {
  const text = useWords(words);
  return (
    <DoorPage title={text.enterTitle} lead={text.enterLead} product={text.product}>
      <ProblemNotice error={problem} />
      <SignOn forSubjects />
      <EnterForm onEntered={onEntered} />
    </DoorPage>
  );
}

function EnterForm({ onEntered }: { onEntered: () => void }) {
  const text = useWords(words);
  const client = useClient();
  const [uscc, setUscc] = useState('');
  const [code, setCode] = useState('');
  const [sent, setSent] = useState(false);
  const [tried, setTried] = useState<'code' | 'file'>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const usccInput = useRef<InputRef>(null);
  const codeInput = useRef<InputRef>(null);
  const subject = writtenUscc(uscc);
  const codeIsShort = code.trim().length < 6;

  async function run(act: () => Promise<unknown>) {
    setBusy(true);
    setError(undefined);
    await act().catch(setError);
    setBusy(false);
  }

  function ask() {
    setTried('code');
    if (!subject) return usccInput.current?.focus();
    void run(async () => {
      await client.send('POST', '/api/v1/file-codes', { uscc: subject });
      setSent(true);
      codeInput.current?.focus();
    });
  }

  function enter(event: FormEvent) {
    event.preventDefault();
    setTried('file');
    if (!subject) return usccInput.current?.focus();
    if (codeIsShort) return codeInput.current?.focus();
    void run(async () => {
      await client.send('POST', '/api/v1/file-sessions', { uscc: subject, code: code.trim() });
      onEntered();
    });
  }

  return (
    <form className="stack" onSubmit={enter} noValidate>
      <TextField
        inputRef={usccInput}
        label={text.uscc}
        help={text.usccHelp}
        fault={tried !== undefined && !subject && text.usccFault}
        autoCapitalize="characters"
        spellCheck={false}
        value={uscc}
        onText={setUscc}
      />
      <Button onClick={ask} loading={busy}>
        {text.sendCode}
      </Button>
      {sent ? (
        <p className="notice" role="status">
          {text.sent}
        </p>
      ) : null}
      <TextField
        inputRef={codeInput}
        label={text.code}
        fault={tried === 'file' && codeIsShort && text.codeFault}
        autoComplete="one-time-code"
        spellCheck={false}
        value={code}
        onText={setCode}
      />
      <Button type="primary" htmlType="submit" loading={busy}>
        {text.enter}
      </Button>
      <ProblemNotice error={error} />
    </form>
  );
}
