/** Whether an organisation stands on its register, in the words that the code list `registration_status` comes to. */

export const REGISTRATION_STATUSES = ['registered', 'revoked', 'deregistered', 'unknown'] as const;

/** 吊销 takes the licence away (`revoked`); the subject lasts until 注销 ends it (`deregistered`). */
export type RegistrationStatus = (typeof REGISTRATION_STATUSES)[number];

/** The status that a staged row states; anything else is `unknown`: nothing is guessed. */
export function registrationStatus(text: string | null): RegistrationStatus {
  return REGISTRATION_STATUSES.find((status) => status === text) ?? 'unknown';
}
