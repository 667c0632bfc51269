import type { DuckDBConnection, DuckDBInstance, DuckDBValue } from '@duckdb/node-api';

/** A row as the engine gives it: whole numbers and decimals as exact text, nothing as null. */
export type EngineRow = Readonly<Record<string, string | number | boolean | null>>;

/** A database of the embedded SQL engine: private, unshared, and gone when it is closed. */
export interface Engine {
  /**
   * Runs statements without looking at what they return. `onShare` is told now and then which share of the
   * statement under way is done, 0 to 1, as the engine reckons it.
   */
  run(sql: string, onShare?: (share: number) => void): Promise<void>;
  /** Runs one query and gives its rows; decimals and 64-bit numbers come as text. `texts`: the list that $1 stands for. */
  query(sql: string, texts?: Iterable<string>): Promise<readonly EngineRow[]>;
  /** As `query`, a part at a time: for more rows than memory holds. Nothing else may run meanwhile. */
  stream(sql: string): AsyncIterable<readonly EngineRow[]>;
  /** Appends rows to a table, in the order of its columns; undefined and null are NULL. */
  append(table: string, rows: readonly (readonly EngineCell[])[]): Promise<void>;
  /** As `append`, for any number of rows: of a table whose columns have these types. */
  appender(table: string, types: readonly AppendedType[]): Promise<Appender>;
  /** How many threads work on a statement from now on; undefined for one on each core. */
  useThreads(threads: number | undefined): Promise<void>;
  /** Drops all that the database holds. */
  close(): Promise<void>;
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
  readonly memoryLimit: string;
  /** Not there yet, or empty; the engine makes it when it spills. */
  readonly temporaryFolder: string;
  /** Whether it has made the folder: it takes no other one after that. */
  readonly hasSpilled: () => boolean;
}

/** Engines between two uses: to start and to stop one costs as much as to count a small month. */
const idle: Started[] = [];

interface Started {
  readonly instance: DuckDBInstance;
  /** Undefined for one on each core. */
  threads: number | undefined;
  /** As it was set last: the engine gives up all that it keeps in memory whenever it is told. */
  memoryLimit: string | undefined;
}

/** Where the tables of one use stand; they go with it. */
const DATABASE = 'month';

/** Opens an empty database of the engine, in memory, without extensions and without network. */
export async function openEngine(options?: EngineOptions): Promise<Engine> {
  const started = idle.pop() ?? (await start());
  const connection = await started.instance.connect();
  await connection.run(`${options === undefined ? '' : limits(started, options)}
    SET enable_progress_bar = true; SET enable_progress_bar_print = false;
    ATTACH ':memory:' AS ${DATABASE}; USE ${DATABASE}`);
  return engineOver(started, connection, options);
}

async function start(): Promise<Started> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    preserve_insertion_order: 'true',
  });
  return { instance, threads: undefined, memoryLimit: undefined };
}

function limits(started: Started, { memoryLimit, temporaryFolder }: EngineOptions): string {
  const isSet = started.memoryLimit === memoryLimit;
  started.memoryLimit = memoryLimit;
  return `${isSet ? '' : `SET memory_limit = ${sqlLiteral(memoryLimit)};`}
    SET temp_directory = ${sqlLiteral(temporaryFolder)};`;
}

function engineOver(
  started: Started,
  connection: DuckDBConnection,
  options: EngineOptions | undefined,
): Engine {
  let failed = false;
  /** An engine in which a statement failed is not used again: what is left in it is not known. */
  async function watched<T>(statement: Promise<T>): Promise<T> {
    try {
      return await statement;
    } catch (error) {
      failed = true;
      throw error;
    }
  }
  return {
    async run(sql, onShare) {
      const stop = onShare === undefined ? undefined : watch(connection, onShare);
      try {
        await watched(connection.run(sql));
      } finally {
        stop?.();
      }
    },
    async query(sql, texts) {
      const values = texts && [await listOf(texts)];
      const reader = await watched(connection.runAndReadAll(sql, values));
      return reader.getRowObjectsJson() as EngineRow[];
    },
    async *stream(sql) {
      const result = await watched(connection.stream(sql));
      for await (const rows of result.yieldRowObjectJson()) yield rows as EngineRow[];
    },
    async append(table, rows) {
      for (let start = 0; start < rows.length; start += ROWS_PER_INSERT) {
        const part = rows.slice(start, start + ROWS_PER_INSERT);
        const cells = part.flat().map((cell) => cell ?? null);
        await watched(connection.run(`INSERT INTO ${table} VALUES ${places(part)}`, cells));
      }
    },
    appender: (table, types) => appenderTo(table, types, connection),
    async useThreads(threads) {
      if (started.threads === threads) return;
      await connection.run(threads === undefined ? 'RESET threads' : `SET threads = ${threads}`);
      started.threads = threads;
    },
    async close() {
      const isKept = !failed && options?.hasSpilled() !== true;
      if (isKept) await connection.run(`USE memory; DETACH ${DATABASE}`);
      connection.closeSync();
      if (isKept) idle.push(started);
      else started.instance.closeSync();
    },
  };
}

/** Which limit an error of the engine says it came up against: its memory, or the disk that it spills to. */
export function engineLimitOf(error: unknown): 'memory' | 'disk' | undefined {
  if (!(error instanceof Error) || !error.message.startsWith('Out of Memory Error'))
    return undefined;
  return error.message.includes('max_temp_directory_size') ? 'disk' : 'memory';
}

const ROWS_PER_INSERT = 200;

async function listOf(texts: Iterable<string>): Promise<DuckDBValue> {
  const { listValue } = await import('@duckdb/node-api');
  return listValue([...texts]);
}

/** What stands for the cells of rows: ($1, $2), ($3, $4). */
function places(rows: readonly (readonly EngineCell[])[]): string {
  let count = 0;
  const place = () => {
    count += 1;
    return `$${count}`;
  };
  return rows.map((row) => `(${row.map(place).join(', ')})`).join(', ');
}

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

/**
 * A value as an SQL literal, for what no parameter can carry: macros, types, names of files. Text is quoted, so that no
 * input can become SQL; the engine ends a statement at a NUL, which stands as the call that makes one.
 */
export function sqlLiteral(value: EngineCell): string {
  if (value === null || value === undefined) return 'NULL';
  if (typeof value !== 'string') return String(value);
  const quoted = value.split('\0').map((part) => `'${part.replaceAll("'", "''")}'`);
  return quoted.length === 1 ? quoted.join('') : `(${quoted.join(' || chr(0) || ')})`;
}
