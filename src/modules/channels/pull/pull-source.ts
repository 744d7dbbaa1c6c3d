/** A department's database that is read by watermark: what is set about it, and where it stands. */
import type { SourceDriver } from '../../../platform/source-database/index.ts';
import type { PullState } from './pull-states.ts';

/** What a unit's administrator sets and a second person approves; no password, only the name of its file. */
export type PullDefinition = {
  readonly driver: SourceDriver;
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  /** The name of the file, in the unit's folder of passwords. */
  readonly secret: string;
  readonly tls: boolean;
  readonly schema: string;
  readonly view: string;
  /** Column of the view → field code of the item. */
  readonly columns: Readonly<Record<string, string>>;
  /** The column that rises with every new or changed row. */
  readonly watermark: string;
  /** Rows of one submission. */
  readonly pageSize: number;
  readonly rowsPerSecond: number;
  readonly everyMinutes: number;
  readonly statementSeconds: number;
};

/** How far a source is read: the last value, and which rows that bear it were taken, as [mark, how often]. */
export type Watermark = {
  readonly value: string;
  readonly taken: readonly (readonly [mark: string, times: number])[];
};

/** A source as it stands. */
export type PullSource = {
  readonly sourceId: string;
  readonly unit: string;
  readonly item: string;
  readonly name: string;
  readonly definition: PullDefinition;
  readonly state: PullState;
  readonly stateParams: Readonly<Record<string, string>> | null;
  readonly stateSince: Date;
  readonly columnTypes: Readonly<Record<string, string>> | null;
  readonly watermark: Watermark | null;
  readonly failures: number;
  readonly rowsRead: string;
  readonly lastRunAt: Date | null;
  readonly nextRunAt: Date | null;
  readonly lastSubmissionId: string | null;
};
