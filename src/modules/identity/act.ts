/** Acts under four eyes: what one person may ask for and only another may set going; modules define theirs. */
import type { Permission } from '../../platform/actor.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Scope } from '../../platform/db/scope.ts';
import type { Platform, Words } from '../../platform/index.ts';
import type { Role } from './account.ts';

/** Both pairs of eyes, as actorName writes them, and why it was asked for. */
export type Hands = { readonly requestedBy: string; readonly approvedBy: string; readonly reason: string };

/** Facts about a request, each with its name. */
export type Details = readonly { readonly name: Words; readonly value: Words }[];

/** One kind of act; `Payload` is JSON. */
export type Act<Payload> = {
  /** `module.verb-object`, unique. */
  readonly kind: string;
  readonly name: Words;
  /** Who may ask. */
  readonly requester: Permission;
  /** The roles whose holders may decide, in the unit concerned; where it has nobody else, at the centre. */
  readonly deciders: readonly Role[];
  /** What it is done to: of one act and target one request is open at a time. */
  target(payload: Payload): string;
  /** The accounts that it concerns; none of them decides. */
  concerns?(payload: Payload): readonly string[];
  /** One sentence for whoever decides. */
  describe(platform: Platform, payload: Payload): Promise<Words>;
  /** What else they should know, each with its name; it is given as long as the request is kept. */
  details?(platform: Platform, payload: Payload): Promise<Details>;
  /** What the transaction may read of what is not public. */
  readonly scope?: Scope;
  /** Does it. What is returned is shown to the one who decided, and only `outcome` is kept. */
  run(
    platform: Platform,
    tx: Tx,
    payload: Payload,
    hands: Hands,
  ): Promise<{ readonly outcome: Record<string, unknown>; readonly once?: Record<string, string> }>;
  /** What follows when it is refused or taken back; most acts leave everything as it was. */
  refused?(platform: Platform, tx: Tx, payload: Payload): Promise<void>;
};

const registry = new Map<string, Act<never>>();

/** Defines an act. @throws Error for a kind taken or badly written */
export function defineAct<Payload>(act: Act<Payload>): Act<Payload> {
  if (!/^[a-z][a-z-]*\.[a-z][a-z-]*$/.test(act.kind))
    throw new Error(`act is not module.verb-object: ${act.kind}`);
  if (registry.has(act.kind)) throw new Error(`act is defined twice: ${act.kind}`);
  registry.set(act.kind, act as Act<never>);
  return act;
}

/** All acts, by kind (for the page of posts and powers). */
export function listActs(): Act<unknown>[] {
  return [...registry.values()]
    .map((act) => act as unknown as Act<unknown>)
    .sort((a, b) => (a.kind < b.kind ? -1 : 1));
}

/** The act of a stored request. @throws Error for a kind that the program no longer knows */
export function getAct(kind: string): Act<unknown> {
  const act = registry.get(kind);
  if (!act) throw new Error(`nobody defines the act ${kind}`);
  return act as unknown as Act<unknown>;
}
