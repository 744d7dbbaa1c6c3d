/** A button that shows a passkey, and what it says when the device gave none. */
import { Button } from 'antd';
import { type ComponentProps, useState } from 'react';
import { useWords } from '../language/language.ts';
import { ProblemNotice } from '../parts/problem-notice.tsx';
import { PasskeyAbandoned } from './passkey.ts';
import { passkeyWords } from './sign-in-words.ts';

/** `act` does it; its problems are shown above the button. */
export function PasskeyButton({
  act,
  children,
  ...button
}: Omit<ComponentProps<typeof Button>, 'onClick' | 'loading'> & { act: () => Promise<void> }) {
  const text = useWords(passkeyWords);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();

  async function press() {
    setBusy(true);
    setError(undefined);
    try {
      await act();
    } catch (caught) {
      setError(caught);
    } finally {
      setBusy(false);
    }
  }

  const isAbandoned = error instanceof PasskeyAbandoned;
  return (
    <>
      {isAbandoned ? (
        <p className="notice" role="status">
          {text.abandoned}
        </p>
      ) : (
        <ProblemNotice error={error} />
      )}
      <Button {...button} loading={busy} onClick={() => void press()}>
        {children}
      </Button>
    </>
  );
}
