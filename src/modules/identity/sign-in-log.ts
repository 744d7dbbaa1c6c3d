/** One line in the log for whatever somebody does to come in, to prove themselves again, or to change how they do (ASVS V16.3.1). */
import type { Platform } from '../../platform/index.ts';
import { Problem } from '../../platform/problem.ts';

/** Who by number alone; how; and why not. No name, no address, nothing that was typed. */
export type Told = {
  readonly event:
    | 'sign-in'
    | 'first-step'
    | 'step-up'
    | 'sign-out'
    | 'sessions-ended'
    | 'password-changed'
    | 'passkey-registered'
    | 'passkey-removed'
    | 'sign-on-clash';
  readonly outcome: 'done' | 'refused';
  readonly method?: 'password' | 'code' | 'passkey' | 'sign-on' | 'e-licence';
  readonly accountId?: string;
  /** Who did it to the account, where it was somebody else. */
  readonly by?: string;
  readonly why?: string;
};

/** What is known of an attempt before it is judged; whose it is may become known while it is. */
export type Telling = Pick<Told, 'event' | 'method'> & { accountId?: string };

/** Writes the line. */
export function tell({ log }: Pick<Platform, 'log'>, { event, ...more }: Told): void {
  log.info({ event: `identity.${event}`, ...more }, event);
}

/** Runs `attempt` and writes a line either way; what it throws goes on. */
export async function told<T>(
  platform: Platform,
  what: Telling,
  attempt: () => Promise<T>,
  further?: (result: T) => Partial<Telling>,
): Promise<T> {
  try {
    const result = await attempt();
    tell(platform, { ...what, ...further?.(result), outcome: 'done' });
    return result;
  } catch (error) {
    if (error instanceof Problem) tell(platform, { ...what, outcome: 'refused', why: error.definition.type });
    throw error;
  }
}
