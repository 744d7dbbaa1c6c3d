/** What a department's own database is to us: a view to read by watermark, within a time, and never to write. */

/** The systems that are spoken to. MySQL is spoken to as MariaDB is, and untested. */
export const sourceDrivers = ['postgresql', 'mysql'] as const;
export type SourceDriver = (typeof sourceDrivers)[number];

/** Where it stands and as whom we sign in. */
export type SourceAddress = {
  readonly driver: SourceDriver;
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  /** Whether the connection is encrypted and the server's certificate verified. */
  readonly tls: boolean;
  /** Seconds after which one question is given up. */
  readonly statementSeconds: number;
};

/** A view or table; `schema` is the database itself where the system knows no schemas. */
export type SourceView = { readonly schema: string; readonly view: string };

/** One page by watermark, from the value `from` on (that value included), in its order. */
export type PageQuestion = SourceView & {
  readonly columns: readonly string[];
  readonly watermark: string;
  /** The watermark's type as `columnTypes` says it. */
  readonly watermarkType: string;
  readonly from?: string;
  readonly limit: number;
};

/** One row: the watermark's value, then the columns asked for; all as text, NULL as null. */
export type SourceRow = readonly [watermark: string, ...cells: (string | null)[]];

/** A connection that sees one state of the source from its opening to its end. */
export type SourceConnection = {
  /** The type of each column of the view by name; empty where there is no such view for this account. */
  columnTypes(view: SourceView): Promise<ReadonlyMap<string, string>>;
  /** Whether some row has no watermark: no page would ever show it. */
  hasEmptyWatermark(view: SourceView, watermark: string): Promise<boolean>;
  readPage(question: PageQuestion): Promise<readonly SourceRow[]>;
  close(): Promise<void>;
};

/** What can be wrong with a source, as far as its own errors tell. */
export type SourceFault = 'away' | 'credentials' | 'slow' | 'view-missing' | 'columns-missing' | 'failed';

/** The source could not be read; `code` is its own word for it, such as 28P01 or ECONNREFUSED. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  readonly fault: SourceFault;
  readonly code: string;

  constructor(fault: SourceFault, code: string, cause: unknown) {
    super(`${fault}: ${code}`, { cause });
    this.fault = fault;
    this.code = code;
  }
}

/** Types whose values stand in one order, which a watermark needs. */
export const watermarkTypes: Readonly<Record<SourceDriver, readonly string[]>> = {
  postgresql: [
    'smallint',
    'integer',
    'bigint',
    'numeric',
    'date',
    'timestamp without time zone',
    'timestamp with time zone',
  ],
  mysql: ['tinyint', 'smallint', 'mediumint', 'int', 'bigint', 'decimal', 'date', 'datetime', 'timestamp'],
};
