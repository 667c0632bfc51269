import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { type EcmaScriptModule, parseSync } from 'oxc-parser';

/** A source file of `src/`, by its path there. */
export interface SourceFile {
  readonly path: string;
  /** The files of `src/` that it imports, types included, in order and once each. */
  readonly imports: readonly string[];
  /** The modules of Node and of packages that it imports. */
  readonly modules: readonly string[];
  /** The names that it exports, once each. */
  readonly exports: readonly string[];
  /** The names that it imports from own files, each as `path name`; the name is `*` where it takes all of a file. */
  readonly uses: readonly string[];
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
  const imported = namesImported(module, text);
  const specifiers = new Set(imported.map(({ specifier }) => specifier));
  const exported = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ exportName }) => exportName.name ?? []),
  );
  const isOwn = (specifier: string) => specifier.startsWith('.');
  const ownFile = (specifier: string) =>
    posix.join(dirname(path), specifier).replace(/\.js$/, '.ts');
  return {
    path,
    imports: [...specifiers].filter(isOwn).map(ownFile),
    modules: [...specifiers].filter((specifier) => !isOwn(specifier)),
    exports: [...new Set(exported)],
    uses: imported
      .filter(({ specifier }) => isOwn(specifier))
      .map(({ specifier, name }) => `${ownFile(specifier)} ${name ?? '*'}`),
  };
}

interface ImportedName {
  readonly specifier: string;
  /** Null where the whole module is taken. */
  readonly name: string | null;
}

/** What a file takes from others: static imports, what it hands on of others, and dynamic imports of a literal. */
function namesImported(module: EcmaScriptModule, text: string): readonly ImportedName[] {
  return [
    ...module.staticImports.flatMap(({ moduleRequest: { value: specifier }, entries }) =>
      entries.length === 0
        ? [{ specifier, name: null }]
        : entries.map(({ importName }) => ({ specifier, name: importName.name })),
    ),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, importName }) =>
        moduleRequest === null ? [] : [{ specifier: moduleRequest.value, name: importName.name }],
      ),
    ),
    ...module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => {
      const literal = /^'([^']+)'$/.exec(text.slice(start, end))?.[1];
      return literal === undefined ? [] : [{ specifier: literal, name: null }];
    }),
  ];
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
