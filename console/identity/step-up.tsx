/** Asks for a fresh code over the page when an act wants one, and lets the request go again. */
import { Button, type InputRef } from 'antd';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useClient } from '../api/use-api.ts';
import { isDemo } from '../frame/demo-mark.tsx';
import { useWords } from '../language/language.ts';
import { Dialogue } from '../parts/dialogue.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { isCode } from './code-form.tsx';
import type { SignedOutSignal } from './signals.ts';
import { TextField } from './text-field.tsx';
import { words } from './words.ts';

type Answer = (shown: boolean) => void;

/** Waits for the signal; one dialogue answers every request that waits. */
export function StepUp({ signal }: { signal: Pick<SignedOutSignal, 'stepUp'> }) {
  const text = useWords(words);
  const [waiting, setWaiting] = useState<readonly Answer[]>([]);
  useEffect(() => {
    signal.stepUp = () => new Promise((resolve) => setWaiting((before) => [...before, resolve]));
  }, [signal]);
  function answer(shown: boolean) {
    for (const each of waiting) each(shown);
    setWaiting([]);
  }
  return (
    <Dialogue open={waiting.length > 0} title={text.stepUp} onClose={() => answer(false)}>
      <p>{text.stepUpLead}</p>
      <StepUpForm onAnswer={answer} />
    </Dialogue>
  );
}

function StepUpForm({ onAnswer }: { onAnswer: Answer }) {
  const text = useWords(words);
  const client = useClient();
  const [code, setCode] = useState('');
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const input = useRef<InputRef>(null);
  useEffect(() => input.current?.focus(), []);

  async function show(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!isCode(code)) return input.current?.focus();
    setBusy(true);
    setError(undefined);
    try {
      await client.send('POST', '/api/v1/session/step-up', { code: code.trim() });
      onAnswer(true);
    } catch (caught) {
      setError(caught);
      setBusy(false);
      setCode('');
      setTried(false);
    }
  }

  return (
    <form className="stack" onSubmit={(event) => void show(event)} noValidate>
      <ProblemNotice error={error} />
      <TextField
        inputRef={input}
        label={text.code}
        help={isDemo ? `${text.codeHelp} npx gongxin code` : text.codeHelp}
        fault={tried && !isCode(code) && text.enterCode}
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={7}
        value={code}
        onText={setCode}
      />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={busy}>
          {text.confirm}
        </Button>
        <Button onClick={() => onAnswer(false)}>{text.abandon}</Button>
      </div>
    </form>
  );
}
