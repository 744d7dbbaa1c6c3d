/** Who is signed in, as the pages see it, and what each role may do. */
import { createContext, useContext } from 'react';
import type { Bilingual } from '../language/language.ts';

export type Role =
  | 'data-officer'
  | 'reviewer'
  | 'checker'
  | 'case-officer'
  | 'publisher'
  | 'auditor'
  | 'administrator';

/** The signed-in account. */
export interface Account {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly unit: { readonly code: string; readonly name: Bilingual<string> };
}

/** What GET and POST /api/v1/session answer. */
export interface SessionAnswer {
  readonly account: Account;
  readonly expiresAt: string;
}

/** The password was right: what the second step needs. */
export interface StepAnswer {
  readonly ticket: string;
  readonly enrol?: { readonly secret: string; readonly uri: string };
  readonly choosePassword: boolean;
}

/** The session of the pages below. */
export interface Session {
  readonly account: Account;
  signOut(): void;
}

export const SessionContext = createContext<Session | undefined>(undefined);

/** The session; only below its provider. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession stands outside its provider');
  return session;
}

/** What can be done in the console; the server judges each request anew, this only keeps doors shut that lead nowhere. */
export type Duty =
  | 'manage-accounts'
  | 'approvals'
  | 'read-own'
  | 'submit'
  | 'decide-held'
  | 'load-calendar'
  | 'waiting-rules'
  | 'register'
  | 'drafts'
  | 'look'
  | 'export'
  | 'erasures'
  | 'read-findings'
  | 'audit';

const duties: Record<Role, readonly Duty[]> = {
  'data-officer': ['read-own', 'submit', 'approvals', 'read-findings', 'register'],
  reviewer: ['look', 'erasures', 'read-own', 'approvals', 'read-findings', 'waiting-rules', 'drafts'],
  checker: ['look', 'read-findings'],
  'case-officer': [
    'look',
    'export',
    'erasures',
    'read-own',
    'submit',
    'decide-held',
    'approvals',
    'read-findings',
  ],
  publisher: ['load-calendar', 'approvals', 'read-findings', 'waiting-rules', 'drafts', 'register'],
  auditor: ['audit', 'look', 'erasures', 'approvals', 'read-findings', 'waiting-rules'],
  administrator: [
    'read-own',
    'load-calendar',
    'approvals',
    'manage-accounts',
    'read-findings',
    'waiting-rules',
    'drafts',
    'register',
  ],
};

/** Whether an account has a duty under any of its roles. */
export function mayDo({ roles }: Account, duty: Duty): boolean {
  return roles.some((role) => duties[role].includes(duty));
}
