/** The page for everybody who is not signed in, at whatever address they came to. */
import { useEffect } from 'react';
import { DemoMark } from '../frame/demo-mark.tsx';
import { useWords } from '../language/language.ts';
import { LanguageSwitch } from './language-switch.tsx';
import type { SessionAnswer } from './session.ts';
import { SignInForm } from './sign-in-form.tsx';
import { SignOn } from './sign-on.tsx';
import { words } from './words.ts';

/** Sign-in; afterwards the address that was asked for is shown. */
export function SignInPage({ onSignedIn }: { onSignedIn: (session: SessionAnswer) => void }) {
  const text = useWords(words);
  useEffect(() => {
    document.title = `${text.signIn} · ${text.product}`;
  }, [text]);
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
          <h1>{text.signIn}</h1>
          <p className="quiet">{text.signInLead}</p>
        </div>
        <SignInForm onSignedIn={onSignedIn} />
        <SignOn />
        <p>
          <a href="/">{text.portal}</a>
        </p>
      </main>
    </>
  );
}
