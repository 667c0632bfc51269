import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { parseSync } from 'oxc-parser';

/** A source file of `src/`, by its path there. */
export interface SourceFile {
  readonly path: string;
  /** The files of `src/` that it imports, types included, in order and once each. */
  readonly imports: readonly string[];
  /** The modules of Node and of packages that it imports. */
  readonly modules: readonly string[];
  /** The names that it exports, once each. */
  readonly exports: readonly string[];
}

/** Every TypeScript file below a folder with what it imports and exports. Throws on one that cannot be parsed. */
export function readSources(folder: string): readonly SourceFile[] {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts'))
    .sort();
  return paths.map((path) => readSource(folder, path));
}

function readSource(folder: string, path: string): SourceFile {
  const text = readFileSync(join(folder, path), 'utf8');
  const { module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const specifiers = new Set([
    ...module.staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => {
      const literal = /^'([^']+)'$/.exec(text.slice(start, end));
      return literal?.[1] ?? [];
    }),
  ]);
  const exported = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ exportName }) => exportName.name ?? []),
  );
  const isOwn = (specifier: string) => specifier.startsWith('.');
  return {
    path,
    imports: [...specifiers]
      .filter(isOwn)
      .map((specifier) => posix.join(dirname(path), specifier).replace(/\.js$/, '.ts')),
    modules: [...specifiers].filter((specifier) => !isOwn(specifier)),
    exports: [...new Set(exported)],
  };
}

/** The room of a file: the first folder of its path. */
export function roomOf(path: string): string {
  return path.split('/')[0] ?? path;
}

/** The sub-room of a file: the second folder of its path, or `.` when it lies in the room itself. */
export function subRoomOf(path: string): string {
  const [, second, third] = path.split('/');
  return second !== undefined && third !== undefined ? second : '.';
}
