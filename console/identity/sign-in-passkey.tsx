/** The way in by a passkey: one button, and where passkeys would work when they don't here. */
import { useClient } from '../api/use-api.ts';
import { isDemo } from '../frame/demo-mark.tsx';
import { useWords } from '../language/language.ts';
import { canUsePasskeys, namedAddress, showPasskey } from './passkey.ts';
import { PasskeyButton } from './passkey-button.tsx';
import type { SessionAnswer } from './session.ts';
import { passkeyWords } from './sign-in-words.ts';

/** Nothing where the browser has none. */
export function SignInByPasskey({ onSignedIn }: { onSignedIn: (session: SessionAnswer) => void }) {
  const text = useWords(passkeyWords);
  const client = useClient();
  if (!canUsePasskeys) {
    if (!isDemo || namedAddress === undefined) return null;
    return (
      <p className="quiet">
        {text.named} <a href={namedAddress}>{new URL(namedAddress).host}</a>
      </p>
    );
  }
  const path = '/api/v1/session/passkey';
  return (
    <div className="stack-small">
      <PasskeyButton
        act={async () => onSignedIn(await showPasskey<SessionAnswer>(client, `${path}/challenge`, path))}
      >
        {text.signIn}
      </PasskeyButton>
      <p className="quiet">{text.help}</p>
    </div>
  );
}
