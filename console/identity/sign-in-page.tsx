/** The page for everybody who is not signed in, at whatever address they came to. */
import { useWords } from '../language/language.ts';
import { DoorPage } from '../parts/door-page.tsx';
import type { SessionAnswer } from './session.ts';
import { SignInForm } from './sign-in-form.tsx';
import { SignOn } from './sign-on.tsx';
import { words } from './words.ts';

/** Sign-in; afterwards the address that was asked for is shown. */
export function SignInPage({ onSignedIn }: { onSignedIn: (session: SessionAnswer) => void }) {
  const text = useWords(words);
  return (
    <DoorPage title={text.signIn} lead={text.signInLead}>
      <SignInForm onSignedIn={onSignedIn} />
      <SignOn />
    </DoorPage>
  );
}
