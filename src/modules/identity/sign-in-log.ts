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
  readonly why?: string;
};

/** Writes the line. */
export function tell({ log }: Pick<Platform, 'log'>, { event, ...more }: Told): void {
  log.info({ event: `identity.${event}`, ...more }, event);
}

/** Runs `attempt` and writes a line either way; what it throws goes on. */
export async function told<T>(
  platform: Platform,
  what: Pick<Told, 'event' | 'method' | 'accountId'>,
  attempt: () => Promise<T>,
  whose?: (result: T) => Pick<Told, 'event' | 'accountId'>,
): Promise<T> {
  try {
    const result = await attempt();
    tell(platform, { ...what, ...whose?.(result), outcome: 'done' });
    return result;
  } catch (error) {
    if (error instanceof Problem) tell(platform, { ...what, outcome: 'refused', why: error.definition.type });
    throw error;
  }
}
