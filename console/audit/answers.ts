/** What the API gives auditors. */
import type { Bilingual } from '../language/language.ts';

/** GET /api/v1/audit/log. */
export interface WatchAnswer {
  readonly checkpoint: {
    readonly size: number;
    readonly root: string;
    readonly state: 'witnessed' | 'not-witnessed' | 'broken';
    readonly witnessedAt: string | null;
  } | null;
  readonly witnessAccount: 'own' | 'same' | 'unknown';
  readonly waiting: string;
  readonly placed: string;
  readonly openAlarms: number;
  readonly alarms: readonly {
    readonly alarmId: string;
    readonly kind: string;
    readonly source: string | null;
    readonly entryId: string | null;
    readonly leafIndex: string | null;
    readonly firstSeenAt: string;
    readonly lastSeenAt: string;
    readonly closedAt: string | null;
  }[];
  readonly rounds: readonly {
    readonly roundId: string;
    readonly beganAt: string;
    readonly endedAt: string;
    readonly treeSize: string;
    readonly entries: string;
    readonly rows: string;
    readonly alarms: number;
  }[];
}

/** One of GET /api/v1/audit/access-counts. */
export interface CountAnswer {
  readonly day: string;
  readonly unit: string;
  readonly kind: 'look' | 'own-unit' | 'held-row';
  readonly purpose: string | null;
  readonly looks: number;
  readonly subjects: number;
  readonly officers: number;
  readonly machines: number;
}

/** POST /api/v1/audit/accesses. */
export interface LooksAnswer {
  readonly accessId: string | null;
  readonly items: readonly {
    readonly accessId: string;
    readonly at: string;
    readonly subject: { readonly uscc: string | null; readonly name: string } | null;
    readonly caseNo: string | null;
    readonly duty: string | null;
    readonly officer: string;
    readonly shown: readonly { readonly item: string; readonly records: number; readonly fields: number }[];
  }[];
  readonly next: string | null;
}

/** One of GET /api/v1/audit/role-changes. */
export interface RoleChangeAnswer {
  readonly grantId: string;
  readonly change: 'granted' | 'ended';
  readonly at: string;
  readonly unit: string;
  readonly name: string;
  readonly loginName: string;
  readonly role: string;
  readonly since: string;
  readonly until: string | null;
  readonly by: string;
  readonly approvedBy: string | null;
  readonly isDelegated: boolean;
  readonly reason: string | null;
}

/** GET /api/v1/audit/sign-ins. */
export interface SignInsAnswer {
  readonly items: readonly {
    readonly unit: string;
    readonly accounts: number;
    readonly openSessions: number;
    readonly failing: number;
    readonly failures: number;
    readonly locked: number;
    readonly withoutFactor: number;
  }[];
  readonly strangers: {
    readonly addresses: number;
    readonly fromAddresses: number;
    readonly unknownNames: number;
  } | null;
}

/** One of GET /api/v1/public/purposes. */
export interface PurposeName {
  readonly purpose: string;
  readonly name: Bilingual<string>;
}
