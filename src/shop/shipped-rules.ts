import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourceText } from './source-text.js';

/** The rulebooks of the package, two folders up in the sources and in the built program. */
const RULES = fileURLToPath(new URL('../../rules', import.meta.url));

/** The shipped rulebooks: a file each, named by its id, read only when it is asked for. */
export interface ShippedRules {
  readonly ids: readonly string[];
  /** The text of a rulebook; undefined when none of that id is shipped. */
  read(id: string): SourceText | undefined;
}

/** Lists the shipped rulebooks without reading them. */
export function shippedRules(): ShippedRules {
  const files = new Map(
    readdirSync(RULES, { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => [basename(file, '.yaml'), file] as const),
  );
  return {
    ids: [...files.keys()].sort(),
    read(id) {
      const file = files.get(id);
      if (file === undefined) return undefined;
      return { file: `rules/${file}`, text: readFileSync(join(RULES, file), 'utf8') };
    },
  };
}
