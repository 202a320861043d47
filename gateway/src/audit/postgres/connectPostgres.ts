import { Pool } from 'pg';

export interface PostgresLogConfig {
  readonly url: string;
  /** Where `createAuditTables` made the tables. */
  readonly schema: string;
  /** An answer that takes longer counts as none; milliseconds. */
  readonly timeoutMs: number;
  /** Told when a connection that nobody uses breaks; the next question opens another. */
  readonly onConnectionLost?: (error: Error) => void;
}

/** At most `size` connections, each opened when it is first needed. */
export function connectPostgres(
  { url, schema, timeoutMs, onConnectionLost }: PostgresLogConfig,
  size: number,
): Pool {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(schema)) throw new Error(`"${schema}" is not a schema name`);
  const pool = new Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs,
    statement_timeout: timeoutMs,
    // Whatever the server is set to: a commit that is not on the disk is no receipt.
    options: `-c search_path=${schema} -c synchronous_commit=on`,
  });
  // Without a listener a broken idle connection would end the process.
  pool.on('error', (error) => onConnectionLost?.(error));
  return pool;
}
