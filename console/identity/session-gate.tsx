/** Asks who is signed in, shows the sign-in page to strangers, and lets a session that ended be renewed over the page. */
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { isSignedOut } from '../api/problem-error.ts';
import { useClient } from '../api/use-api.ts';
import { useLanguage, useWords } from '../language/language.ts';
import { Dialogue } from '../parts/dialogue.tsx';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { words as partsWords } from '../parts/words.ts';
import { type Account, type SessionAnswer, SessionContext } from './session.ts';
import { SignInForm } from './sign-in-form.tsx';
import { SignInPage } from './sign-in-page.tsx';
import type { SignedOutSignal } from './signals.ts';
import { StepUp } from './step-up.tsx';
import { words } from './words.ts';

type State =
  | { readonly kind: 'asking' }
  | { readonly kind: 'stranger' }
  | { readonly kind: 'in' | 'ended'; readonly account: Account };

function isSame(one: Account, other: Account): boolean {
  return (
    one.name === other.name && one.roles.join() === other.roles.join() && one.unit.code === other.unit.code
  );
}

/** Renders `children` for a signed-in account. The page stays mounted while a session is renewed: forms keep their words. */
export function SessionGate({ signal, children }: { signal: SignedOutSignal; children: ReactNode }) {
  const text = useWords(words);
  const { loading } = useWords(partsWords);
  const { language, choose } = useLanguage();
  const client = useClient();
  const queries = useQueryClient();
  const [state, setState] = useState<State>({ kind: 'asking' });
  const [error, setError] = useState<unknown>();
  const [generation, setGeneration] = useState(0);

  useEffect(() => {
    signal.listener = () =>
      setState((now) =>
        now.kind === 'in' || now.kind === 'ended' ? { ...now, kind: 'ended' } : { kind: 'stranger' },
      );
  }, [signal]);

  const ask = useCallback(() => {
    setError(undefined);
    client.get<SessionAnswer>('/api/v1/session').then(
      ({ account }) => setState({ kind: 'in', account }),
      // "Sign in first" was heard by the signal already.
      (caught: unknown) => isSignedOut(caught) || setError(caught),
    );
  }, [client]);
  useEffect(ask, [ask]);

  function enter({ account }: SessionAnswer) {
    // Another person must not find the first one's page or figures.
    if (state.kind === 'ended' && !isSame(state.account, account)) {
      queries.clear();
      setGeneration((before) => before + 1);
    } else void queries.invalidateQueries();
    setState({ kind: 'in', account });
  }

  async function signOut() {
    await client.send('DELETE', '/api/v1/session').catch(setError);
    // The server has this device forget everything; the language is the reader's, and no secret.
    choose(language);
    queries.clear();
    setState({ kind: 'stranger' });
  }

  if (state.kind === 'asking') {
    return (
      <main className="page">
        {error ? <ProblemNotice error={error} onRetry={ask} /> : <p role="status">{loading}</p>}
      </main>
    );
  }
  if (state.kind === 'stranger') return <SignInPage onSignedIn={enter} />;
  return (
    <SessionContext value={{ account: state.account, signOut: () => void signOut() }}>
      <div key={generation}>{children}</div>
      <StepUp signal={signal} />
      <Dialogue open={state.kind === 'ended'} title={text.ended}>
        <p>{text.endedLead}</p>
        <SignInForm onSignedIn={enter} />
      </Dialogue>
    </SessionContext>
  );
}
