/** How long sessions, locks and tokens last, and what a password costs: every constant of this module in one place. */

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** Durations in milliseconds unless the name says otherwise. */
export const settings = {
  /** A session that nobody uses ends (OWASP ASVS 5.0 V7.3: both limits are to be documented). */
  sessionIdle: 30 * minute,
  /** A session ends this long after sign-in, used or not. */
  sessionAbsolute: 12 * hour,
  /** "Last seen" is written at most this often, so that reading pages does not write a row each time. */
  sessionTouch: minute,
  /** After a new token was given, requests under way with the one before it are answered this long. */
  sessionFormer: 30 * second,
  /** Dangerous acts want a second factor that was shown within this time. */
  factorFresh: 5 * minute,
  /** Between the password and the code. */
  signInStep: 10 * minute,
  /** Between asking for a passkey and its answer. */
  passkeyChallenge: 5 * minute,
  passkeysAnAccount: 10,
  /** By how much the clock of the city's sign-on may differ from ours. */
  clockSkew: 30 * second,
  /** Failures in a row after which a name is locked, and for how long. */
  failuresToLock: 10,
  lock: 15 * minute,
  /** Failed sign-ins of one network address within the window. */
  failuresPerAddress: 30,
  addressWindow: 5 * minute,
  /** Unknown names lock like known ones; their failures are remembered this long. */
  unknownNameMemory: 24 * hour,
  /** A role is delegated for at most so many days. */
  delegationDays: 60,
  /** RFC 6749 § 5.1 `expires_in`, in seconds. */
  tokenSeconds: 3_600,
  passwordShortest: 12,
  passwordLongest: 128,
  /** Argon2id as the OWASP password storage cheat sheet has it: 19 MiB, two passes, one lane. */
  argon2: { memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 },
} as const;
