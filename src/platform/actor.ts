/** Who asks, and what they may do: the one question `can()` that every guard goes through. */

/** Whoever makes a request. */
export type Actor =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'account';
      readonly accountId: string;
      /** The unit's code. */
      readonly unit: string;
      /** All roles granted on this day. */
      readonly roles: readonly string[];
      readonly name: string;
    }
  | {
      readonly kind: 'client';
      readonly clientId: string;
      readonly unit: string;
      /** What its token carries and it is still granted, such as `submit:administrative-penalty`. */
      readonly scopes: readonly string[];
    }
  | SubjectActor;

/** An organisation or a natural person at their own file, in person or by an agent they named. */
export type SubjectActor = {
  readonly kind: 'subject';
  readonly sessionId: string;
  readonly subjectId: string;
  readonly as: 'organisation' | 'person';
  /** The agent who acts for the subject, where it is not the subject itself. */
  readonly agentId?: string;
  /** Whether the session may read and nothing else, as after a one-time code. */
  readonly readOnly: boolean;
};

/** Somebody of a unit: an officer's account or the unit's machine client. */
export type SignedInActor = Exclude<Actor, { kind: 'anonymous' | 'subject' }>;

/** How an act is signed in the books: by account or client number, never by a person's name. */
export function actorName(actor: SignedInActor): string {
  return actor.kind === 'account' ? `account:${actor.accountId}` : `client:${actor.clientId}`;
}

export const anonymous: Actor = Object.freeze({ kind: 'anonymous' });

/**
 * Whose data a permission reaches: that of the own unit (`unit-or-centre`: for the centre, of every unit), what is the
 * centre's alone, the account's own, the subject's own (`own-file-in-person`: not for agents and one-time codes), or any
 * subject's for a purpose.
 */
export type Reach =
  | 'own-unit'
  | 'unit-or-centre'
  | 'centre'
  | 'own-account'
  | 'own-file'
  | 'own-file-in-person'
  | 'for-a-purpose';

/** How a caller stands to the data that a request is about. */
export type Relation =
  | 'own unit'
  | 'other unit'
  | 'centre'
  | 'subject itself'
  | 'its agent'
  | 'another subject';

const reached: Readonly<Record<Reach, readonly Relation[]>> = {
  'own-unit': ['own unit'],
  'unit-or-centre': ['own unit', 'centre'],
  centre: ['centre'],
  // Nobody but the one account, whatever its unit.
  'own-account': [],
  'own-file': ['subject itself', 'its agent'],
  'own-file-in-person': ['subject itself'],
  'for-a-purpose': ['own unit', 'other unit', 'centre'],
};

/** Whether somebody who stands so to the data reaches it by the permission. */
export function reaches({ reach }: Permission, relation: Relation): boolean {
  return reached[reach].includes(relation);
}

/** Something that not everybody may do. */
export type Permission = {
  /** `module.verb`, unique. */
  readonly id: string;
  /** The roles of accounts that have it; `anyRole` for every account. */
  readonly roles: readonly string[];
  /** Whether machine clients have it. */
  readonly clients: boolean;
  /** Whether subjects have it for what is their own; absent means no. */
  readonly subjects?: boolean;
  readonly reach: Reach;
};

/** Stands among `roles` for every account that is signed in, whatever its roles. */
export const anyRole = '*';

const registry = new Map<string, Permission>();

/**
 * Defines a permission (a module does so in its permissions.ts).
 * @throws Error for a name taken or badly written
 */
export function definePermission(
  id: string,
  holders: {
    readonly roles: readonly string[];
    readonly clients: boolean;
    readonly subjects?: boolean;
    /** Default: the own unit's. */
    readonly reach?: Reach;
  },
): Permission {
  if (!/^[a-z][a-z-]*\.[a-z][a-zA-Z-]*$/.test(id))
    throw new Error(`permission is not written module.verb: ${id}`);
  if (registry.has(id)) throw new Error(`permission is defined twice: ${id}`);
  const permission = Object.freeze({
    id,
    roles: Object.freeze([...holders.roles]),
    clients: holders.clients,
    reach: holders.reach ?? 'own-unit',
    ...(holders.subjects === undefined ? {} : { subjects: holders.subjects }),
  });
  registry.set(id, permission);
  return permission;
}

/** All permissions, by name (for the matrix test and the documentation). */
export function listPermissions(): Permission[] {
  return [...registry.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Whether `actor` may do this at all; whose data it may be done to is the verb's own question. */
export function can(actor: Actor, permission: Permission): boolean {
  if (actor.kind === 'account') {
    return permission.roles.some((role) => role === anyRole || actor.roles.includes(role));
  }
  if (actor.kind === 'subject') return permission.subjects === true;
  return actor.kind === 'client' && permission.clients;
}
