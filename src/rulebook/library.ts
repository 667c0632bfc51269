import type { Problems } from '../lib/problem.js';
import { suggest } from '../lib/suggest.js';
import {
  buildRulebook,
  type Rulebook,
  type RulebookFile,
  readRulebook,
  reportAt,
} from './rulebook.js';

/** The text of a rulebook and where it comes from. */
export interface RulebookText {
  readonly file: string;
  readonly text: string;
}

/** The shipped rulebooks: a file each, named by its id and read when it is first asked for. */
export interface ShippedRulebooks {
  readonly ids: readonly string[];
  read(id: string): RulebookText | undefined;
}

/** All rulebooks that a shop can use: its own and the shipped ones. */
export interface Library {
  readonly ids: readonly string[];
  /** The rulebook of an id, read and built once; undefined when there is none or it has problems. */
  get(id: string): Rulebook | undefined;
  /** Whether an id exists, usable or not. */
  has(id: string): boolean;
  /** The id that was most likely meant. */
  meant(id: string): string | undefined;
  /** The shop's own ids. */
  readonly own: readonly string[];
}

/**
 * Opens the library. The shop's own rulebooks are read at once, and what is wrong with them is reported;
 * a shop's rulebook of the same id takes the place of a shipped one, and may extend it.
 */
export function openLibrary(
  own: readonly RulebookText[],
  shipped: ShippedRulebooks,
  problems: Problems,
): Library {
  const files = readOwn(own, problems);
  const shippedFiles = new Map<string, RulebookFile | undefined>();
  const built = new Map<string, Rulebook | undefined>();

  const shippedFile = (id: string): RulebookFile | undefined => {
    if (!shippedFiles.has(id)) {
      const text = shipped.read(id);
      const file =
        text === undefined ? undefined : readRulebook(text.text, text.file, true, problems);
      shippedFiles.set(id, file);
    }
    return shippedFiles.get(id);
  };

  const build = (file: RulebookFile, chain: readonly RulebookFile[]): Rulebook | undefined => {
    const { extends: baseId } = file.spec;
    if (baseId === undefined) return buildRulebook(file, undefined, problems);
    // A rulebook that extends its own id builds on the shipped one.
    const base =
      baseId === file.spec.id ? shippedFile(baseId) : (files.get(baseId) ?? shippedFile(baseId));
    const at = { yaml: file.yaml, path: ['extends'] };
    if (base === undefined) {
      reportAt(problems, at, 'unknown-rulebook', { id: baseId, meant: meant(baseId) ?? '' });
      return undefined;
    }
    if (chain.includes(base)) {
      const names = [...chain, base].map(({ spec }) => spec.id).join(' → ');
      reportAt(problems, at, 'circular-extends', { names });
      return undefined;
    }
    const under = build(base, [...chain, base]);
    return under === undefined ? undefined : buildRulebook(file, under, problems);
  };

  const ids = [...new Set([...files.keys(), ...shipped.ids])].sort();
  const meant = (id: string) => suggest(id, ids);
  return {
    ids,
    own: [...files.keys()],
    has: (id) => files.has(id) || shipped.ids.includes(id),
    meant,
    get(id) {
      if (!built.has(id)) {
        const file = files.get(id) ?? shippedFile(id);
        built.set(id, file === undefined ? undefined : build(file, [file]));
      }
      return built.get(id);
    },
  };
}

function readOwn(texts: readonly RulebookText[], problems: Problems): Map<string, RulebookFile> {
  const files = new Map<string, RulebookFile>();
  for (const { file, text } of texts) {
    const read = readRulebook(text, file, false, problems);
    if (read === undefined) continue;
    const { id } = read.spec;
    const twin = files.get(id);
    if (twin !== undefined) {
      const place = twin.yaml.placeOf(['id']);
      const other = `${place.file}:${place.line}`;
      reportAt(problems, { yaml: read.yaml, path: ['id'] }, 'duplicate-id', { id, other });
    }
    files.set(id, read);
  }
  return files;
}
