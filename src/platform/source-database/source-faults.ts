/** Reads what a source's own error means, by SQLSTATE, by MySQL's names and by the network's. */
import { SourceError, type SourceFault } from './source-database.ts';

const faults: readonly (readonly [SourceFault, RegExp])[] = [
  ['slow', /^(57014|ER_STATEMENT_TIMEOUT|ER_QUERY_TIMEOUT|ER_QUERY_INTERRUPTED|PROTOCOL_SEQUENCE_TIMEOUT)$/],
  ['credentials', /^(28\w{3}|42501|ER_ACCESS_DENIED\w*|ER_DBACCESS_DENIED\w*|ER_TABLEACCESS_DENIED\w*)$/],
  ['view-missing', /^(42P01|3D000|3F000|ER_NO_SUCH_TABLE|ER_BAD_DB_ERROR)$/],
  ['columns-missing', /^(42703|ER_BAD_FIELD_ERROR|ER_VIEW_INVALID)$/],
  [
    'away',
    /^(E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|NOTFOUND|AI_AGAIN|ADDRNOTAVAIL)|08\w{3}|53\w{3}|57P0\d|PROTOCOL_CONNECTION_LOST|ER_CON_COUNT_ERROR|ER_SERVER_SHUTDOWN|ER_CONNECTION_KILLED)$/,
  ],
];

/** What the clients say without a code, since no server said it. */
const words: readonly (readonly [SourceFault, RegExp])[] = [
  ['slow', /query read timeout/i],
  ['away', /connection terminated|timeout expired|connection is in closed state|connection lost/i],
];

type Coded = { readonly code?: unknown; readonly errno?: unknown; readonly message?: string };

/** 1969 is MariaDB's own number for a statement past its time, which its client has no name for. */
function codeOf({ code, errno }: Coded): string {
  if (errno === 1969) return 'ER_STATEMENT_TIMEOUT';
  return typeof code === 'string' ? code : '';
}

/** The error as we speak of it. Its message stays behind as the cause: it may quote values. */
export function asSourceError(error: unknown): SourceError {
  if (error instanceof SourceError) return error;
  // An address with several numbers fails once for each of them.
  const first = error instanceof AggregateError ? (error.errors[0] as unknown) : error;
  const coded = (first ?? {}) as Coded;
  const code = codeOf(coded);
  const byCode = faults.find(([, pattern]) => pattern.test(code));
  const byWord = code === '' ? words.find(([, pattern]) => pattern.test(coded.message ?? '')) : undefined;
  const [fault] = byCode ?? byWord ?? ['failed' as const];
  return new SourceError(fault, code === '' ? fault : code, error);
}
