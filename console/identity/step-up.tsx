/** Asks over the page for a second factor anew when an act wants it fresh, in whichever ways the account has, and lets the request go again. */
import { Button, type InputRef } from 'antd';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useClient } from '../api/use-api.ts';
import { isDemo } from '../frame/demo-mark.tsx';
import { useWords } from '../language/language.ts';
import { Dialogue } from '../parts/dialogue.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { isCode } from './code-form.tsx';
import { canUsePasskeys, showPasskey } from './passkey.ts';
import { PasskeyButton } from './passkey-button.tsx';
import { passkeyWords } from './sign-in-words.ts';
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
      <Ways onAnswer={answer} />
    </Dialogue>
  );
}

/** What the account can show; asked when the dialogue opens. */
interface Factors {
  readonly code: boolean;
  readonly passkey: boolean;
  readonly signOn: boolean;
  readonly freshUntil: string;
}

const factorsAt = '/api/v1/session/factors';

function Ways({ onAnswer }: { onAnswer: Answer }) {
  const text = useWords(words);
  const more = useWords(passkeyWords);
  const client = useClient();
  const [factors, setFactors] = useState<Factors>();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    client.get<Factors>(factorsAt).then(setFactors, setError);
  }, [client]);
  if (!factors) return <ProblemNotice error={error} />;
  const byPasskey = factors.passkey && canUsePasskeys;
  const path = '/api/v1/session/step-up';
  return (
    <>
      <p>{text.stepUpLead}</p>
      {byPasskey ? (
        <PasskeyButton
          type="primary"
          act={async () => {
            await showPasskey(client, `${path}/challenge`, `${path}/passkey`);
            onAnswer(true);
          }}
        >
          {more.byPasskey}
        </PasskeyButton>
      ) : null}
      {factors.signOn ? <BySignOn onAnswer={onAnswer} /> : null}
      {factors.code ? <StepUpForm onAnswer={onAnswer} /> : null}
      {factors.code ? null : (
        <div className="row">
          <Button onClick={() => onAnswer(false)}>{text.abandon}</Button>
        </div>
      )}
      {byPasskey || factors.signOn || factors.code ? null : <p className="notice">{more.nothing}</p>}
    </>
  );
}

/** The sign-on opens beside the page, so that nothing typed is lost; coming back to the page looks whether it was done. */
function BySignOn({ onAnswer }: { onAnswer: Answer }) {
  const more = useWords(passkeyWords);
  const client = useClient();
  const [error, setError] = useState<unknown>();
  const latest = useRef(onAnswer);
  latest.current = onAnswer;
  useEffect(() => {
    function look() {
      client.get<Factors>(factorsAt).then(({ freshUntil }) => {
        if (Date.parse(freshUntil) > Date.now()) latest.current(true);
      }, setError);
    }
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [client]);
  return (
    <div className="stack-small">
      <ProblemNotice error={error} />
      <div>
        <Button href="/sign-on?for=step-up" target="_blank" rel="noopener">
          {more.bySignOn}
        </Button>
      </div>
      <p className="quiet">{more.bySignOnHelp}</p>
    </div>
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
