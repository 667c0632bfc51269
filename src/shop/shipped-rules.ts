import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourceText } from './source-text.js';

/** The rulebooks of the package, two folders up in the sources and in the built program. */
const RULES = fileURLToPath(new URL('../../rules', import.meta.url));

/** Where the example plans are, below the rulebooks of the package. */
const EXAMPLES = 'examples/';

/** The shipped rulebooks: a file each, named by its id, read only when it is asked for. */
export interface ShippedRules {
  /** Those of the shipped policies. */
  readonly ids: readonly string[];
  /** Those of the example plans, which a shop has only by naming them. */
  readonly examples: readonly string[];
  /** The text of a rulebook, policy or example; undefined when none of that id is shipped. */
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
  const idsOf = (isExample: boolean) =>
    [...files].filter(([, file]) => file.startsWith(EXAMPLES) === isExample).map(([id]) => id);
  return {
    ids: idsOf(false).sort(),
    examples: idsOf(true).sort(),
    read(id) {
      const file = files.get(id);
      if (file === undefined) return undefined;
      return { file: `rules/${file}`, text: readFileSync(join(RULES, file), 'utf8') };
    },
  };
}
