import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';

/** A row as the engine gives it: whole numbers and decimals as exact text, nothing as null. */
export type EngineRow = Readonly<Record<string, string | number | boolean | null>>;

/** The embedded SQL engine: a private, unshared database that is gone when it is closed. */
export interface Engine {
  /**
   * Runs statements without looking at what they return. `onShare` is told now and then which share of the
   * statement under way is done, 0 to 1, as the engine reckons it.
   */
  run(sql: string, onShare?: (share: number) => void): Promise<void>;
  /** Runs one query and gives its rows; decimals and 64-bit numbers come as text. */
  query(sql: string): Promise<readonly EngineRow[]>;
  /** As `query`, a part at a time: for more rows than memory holds. Nothing else may run meanwhile. */
  stream(sql: string): AsyncIterable<readonly EngineRow[]>;
  /** Appends rows to a table, in the order of its columns; undefined and null are NULL. */
  append(table: string, rows: readonly (readonly EngineCell[])[]): Promise<void>;
  /** As `append`, for any number of rows: of a table whose columns have these types. */
  appender(table: string, types: readonly AppendedType[]): Promise<Appender>;
  close(): void;
}

/** The types of columns that an appender fills. */
type AppendedType = 'INTEGER' | 'VARCHAR';

/** Adds rows to a table, which has them when it is closed. Nothing is NULL. */
export interface Appender {
  /** Takes rows column by column; all columns are of one length. */
  append(columns: readonly (Int32Array | readonly string[])[]): void;
  close(): void;
}

export type EngineCell = string | number | bigint | boolean | null | undefined;

/** Settings of the engine that a caller may choose. */
interface EngineOptions {
  /** For example `512MB`; the engine spills to `temporaryFolder` beyond it. */
  readonly memoryLimit?: string;
  readonly temporaryFolder?: string;
  readonly threads?: number;
}

/** Starts the engine, in memory, without extensions and without network. */
export async function openEngine(options: EngineOptions = {}): Promise<Engine> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const settings: Record<string, string> = {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    preserve_insertion_order: 'true',
  };
  if (options.memoryLimit !== undefined) settings.memory_limit = options.memoryLimit;
  if (options.temporaryFolder !== undefined) settings.temp_directory = options.temporaryFolder;
  if (options.threads !== undefined) settings.threads = String(options.threads);
  const instance = await DuckDBInstance.create(':memory:', settings);
  const connection = await instance.connect();
  await connection.run('SET enable_progress_bar = true; SET enable_progress_bar_print = false');
  return engineOver(instance, connection);
}

function engineOver(instance: DuckDBInstance, connection: DuckDBConnection): Engine {
  return {
    async run(sql, onShare) {
      const stop = onShare === undefined ? undefined : watch(connection, onShare);
      try {
        await connection.run(sql);
      } finally {
        stop?.();
      }
    },
    async query(sql) {
      const reader = await connection.runAndReadAll(sql);
      return reader.getRowObjectsJson() as EngineRow[];
    },
    async *stream(sql) {
      const result = await connection.stream(sql);
      for await (const rows of result.yieldRowObjectJson()) yield rows as EngineRow[];
    },
    async append(table, rows) {
      if (rows.length === 0) return;
      const values = rows.map((row) => `(${row.map(sqlLiteral).join(', ')})`);
      for (let start = 0; start < values.length; start += ROWS_PER_INSERT) {
        const part = values.slice(start, start + ROWS_PER_INSERT);
        await connection.run(`INSERT INTO ${table} VALUES ${part.join(', ')}`);
      }
    },
    appender: (table, types) => appenderTo(table, types, connection),
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Which limit an error of the engine says it came up against: its memory, or the disk that it spills to. */
export function engineLimitOf(error: unknown): 'memory' | 'disk' | undefined {
  if (!(error instanceof Error) || !error.message.startsWith('Out of Memory Error'))
    return undefined;
  return error.message.includes('max_temp_directory_size') ? 'disk' : 'memory';
}

const ROWS_PER_INSERT = 500;

/** The engine takes and gives rows so many at a time. */
const ROWS_PER_CHUNK = 2048;

async function appenderTo(
  table: string,
  types: readonly AppendedType[],
  connection: DuckDBConnection,
): Promise<Appender> {
  const { DuckDBDataChunk, INTEGER, VARCHAR } = await import('@duckdb/node-api');
  const appender = await connection.createAppender(table);
  const engineTypes = types.map((type) => (type === 'INTEGER' ? INTEGER : VARCHAR));
  // One for all: each has memory that stays until the garbage is collected.
  const chunk = DuckDBDataChunk.create(engineTypes);
  return {
    append(columns) {
      const rows = columns[0]?.length ?? 0;
      for (let start = 0; start < rows; start += ROWS_PER_CHUNK) {
        const end = Math.min(start + ROWS_PER_CHUNK, rows);
        chunk.reset();
        chunk.rowCount = end - start;
        for (const [at, column] of columns.entries()) {
          chunk.setColumnValues(at, [...column.slice(start, end)]);
        }
        appender.appendDataChunk(chunk);
      }
    },
    close: () => appender.closeSync(),
  };
}

const LOOK_EVERY_MS = 200;

/** Looks now and then how far the connection's statement is, until the function that it gives is called. */
function watch(connection: DuckDBConnection, onShare: (share: number) => void): () => void {
  const timer = setInterval(() => {
    // Below 0: not known yet.
    const { percentage } = connection.progress;
    if (percentage >= 0) onShare(Math.min(percentage / 100, 1));
  }, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}

/** A name as an SQL identifier. Quoted, so that no input can become SQL. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A path as an SQL literal that is not taken for a pattern: shops have brackets in folder names. */
export function pathLiteral(path: string): string {
  return sqlLiteral(path.replace(/[*?[]/g, '[$&]'));
}

/** A value as an SQL literal. Text is quoted, so that no input can become SQL. */
export function sqlLiteral(value: EngineCell): string {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  return String(value);
}
