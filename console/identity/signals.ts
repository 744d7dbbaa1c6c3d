/** How the client of the API reaches the gate: one holds one end, the other the other. */

/** Tells the gate that an answer said "sign in first"; the client holds one end, the gate the other. */
export interface SignedOutSignal {
  notify(): void;
  listener: () => void;
  /** An act wants the second factor again; true once it was shown. */
  stepUp(): Promise<boolean>;
}

/** A signal that nobody hears yet. */
export function createSignedOutSignal(): SignedOutSignal {
  const signal: SignedOutSignal = {
    listener: () => undefined,
    notify: () => signal.listener(),
    stepUp: async () => false,
  };
  return signal;
}
