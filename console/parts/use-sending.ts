/** One act sent to the server at a time: whether it is under way, and why it failed. */
import { useRef, useState } from 'react';

/** `send` ignores a second call while the first is under way, so that a double click sends once. */
export function useSending(): {
  readonly busy: boolean;
  readonly error: unknown;
  send(act: () => Promise<unknown>): Promise<void>;
} {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  // State arrives with the next render; a second click may come before it.
  const underWay = useRef(false);
  return {
    busy,
    error,
    async send(act) {
      if (underWay.current) return;
      underWay.current = true;
      setBusy(true);
      setError(undefined);
      try {
        await act();
      } catch (caught) {
        setError(caught);
      } finally {
        underWay.current = false;
        setBusy(false);
      }
    },
  };
}
