/** Decisions on held rows with a moment to undo each: it is sent when the moment is over, or when the next one is made. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient, useRefresh } from '../../api/use-api.ts';
import type { HeldRow } from '../answers.ts';

/** What an officer decided. */
export interface Decision {
  readonly row: HeldRow;
  readonly decision: 'accept' | 'return';
  readonly reason: string;
}

/** What became of the last decision sent. */
export interface Outcome {
  readonly decision: Decision;
  readonly outcome?: string;
  readonly error?: unknown;
}

const TO_UNDO = 6_000;

/** The pending decision, what became of the one before, and how to make or undo one. */
export function useDecisions() {
  const client = useClient();
  const refresh = useRefresh();
  const [pending, setPending] = useState<Decision>();
  const [last, setLast] = useState<Outcome>();
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const held = useRef<{ decision: Decision; timer: ReturnType<typeof setTimeout> }>(undefined);

  const send = useCallback(() => {
    const waiting = held.current;
    if (!waiting) return;
    held.current = undefined;
    clearTimeout(waiting.timer);
    const { decision } = waiting;
    const { row, reason } = decision;
    setPending(undefined);
    client
      .send<{ outcome: string }>('POST', `/api/v1/held-rows/${row.heldRowId}/decision`, {
        decision: decision.decision,
        reason,
      })
      .then(
        ({ outcome }) => {
          setLast({ decision, outcome });
          return refresh('/api/v1/held-rows', '/api/v1/submissions', '/api/v1/dashboard');
        },
        (error: unknown) => {
          // It was not decided: the row comes back into the list.
          setGone((before) => new Set([...before].filter((id) => id !== row.heldRowId)));
          setLast({ decision, error });
        },
      );
  }, [client, refresh]);

  // Leaving the page does not lose a decision.
  useEffect(() => send, [send]);

  const decide = useCallback(
    (decision: Decision) => {
      send();
      setLast(undefined);
      setGone((before) => new Set([...before, decision.row.heldRowId]));
      setPending(decision);
      held.current = { decision, timer: setTimeout(send, TO_UNDO) };
    },
    [send],
  );

  const undo = useCallback(() => {
    const waiting = held.current;
    if (!waiting) return;
    held.current = undefined;
    clearTimeout(waiting.timer);
    setPending(undefined);
    setGone((before) => new Set([...before].filter((id) => id !== waiting.decision.row.heldRowId)));
  }, []);

  return { pending, last, gone, decide, undo };
}
