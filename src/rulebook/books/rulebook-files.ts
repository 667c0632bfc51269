import type { Problems } from '../../words/problem.js';
import { reportAt } from '../../words/yaml/report-at.js';
import { type RulebookFile, readRulebook } from './rulebook.js';

/** The text of a rulebook and where it comes from. */
export interface RulebookText {
  readonly file: string;
  readonly text: string;
}

/** The shipped rulebooks: a file each, named by its id and read when it is first asked for. */
export interface ShippedRulebooks {
  readonly ids: readonly string[];
  /** Ids of example plans and their books: found by name, and part of nothing else. */
  readonly examples: readonly string[];
  read(id: string): RulebookText | undefined;
}

/** The files of a library, read but not yet built on one another. */
export interface RulebookFiles {
  /** All ids but those of examples, in order of the alphabet. */
  readonly ids: readonly string[];
  /** The ids of examples of which the shop has none of its own, in order of the alphabet. */
  readonly examples: readonly string[];
  /** The shop's own files by id. */
  readonly own: ReadonlyMap<string, RulebookFile>;
  /** The shop's own texts that could not be read, by the id that they seem to have. */
  readonly broken: ReadonlyMap<string, string>;
  readonly shippedIds: readonly string[];
  /** Whether a rulebook is shipped, as a policy or an example. */
  isShipped(id: string): boolean;
  has(id: string): boolean;
  /** A shipped file; undefined when there is none, or nothing can be made of it. */
  shipped(id: string): RulebookFile | undefined;
}

/** Reads the shop's own rulebooks at once and the shipped ones when they are asked for; reports what is wrong in them. */
export function readRulebookFiles(
  texts: readonly RulebookText[],
  shipped: ShippedRulebooks,
  problems: Problems,
): RulebookFiles {
  const { own, broken } = readOwn(texts, problems);
  const shippedFiles = new Map<string, RulebookFile | undefined>();
  const isOwn = (id: string) => own.has(id) || broken.has(id);
  const isShipped = (id: string) => shipped.ids.includes(id) || shipped.examples.includes(id);
  return {
    ids: [...new Set([...own.keys(), ...broken.keys(), ...shipped.ids])].sort(),
    examples: shipped.examples.filter((id) => !isOwn(id)).sort(),
    own,
    broken,
    shippedIds: shipped.ids,
    isShipped,
    has: (id) => isOwn(id) || isShipped(id),
    shipped(id) {
      if (!shippedFiles.has(id)) {
        const text = shipped.read(id);
        shippedFiles.set(id, text && readShipped(text, problems));
      }
      return shippedFiles.get(id);
    },
  };
}

/** Shipped texts in which nothing was wrong, by file and text: one run may open several libraries. */
const READ_SHIPPED = new Map<string, RulebookFile>();

function readShipped({ file, text }: RulebookText, problems: Problems): RulebookFile | undefined {
  const key = `${file}\n${text}`;
  const known = READ_SHIPPED.get(key);
  if (known !== undefined) return known;
  const before = problems.all.length;
  const read = readRulebook(text, file, true, problems);
  if (read !== undefined && problems.all.length === before) READ_SHIPPED.set(key, read);
  return read;
}

function readOwn(
  texts: readonly RulebookText[],
  problems: Problems,
): Pick<RulebookFiles, 'own' | 'broken'> {
  const own = new Map<string, RulebookFile>();
  const broken = new Map<string, string>();
  for (const { file, text } of texts) {
    const read = readRulebook(text, file, false, problems);
    if (read === undefined) {
      broken.set(seemingId(file, text), text);
      continue;
    }
    const { id } = read.spec;
    const twin = own.get(id);
    if (twin !== undefined) {
      const place = twin.yaml.placeOf(['id']);
      const other = `${place.file}:${place.line}`;
      reportAt(problems, { yaml: read.yaml, path: ['id'] }, 'duplicate-id', { id, other });
    }
    own.set(id, read);
  }
  return { own, broken };
}

/** The id by which others would call a text that cannot be read: its `id`, else the name of its file. */
function seemingId(file: string, text: string): string {
  const written = /^["']?(?:id|编号)["']?\s*:\s*["']?([^\s"'#]+)/m.exec(text)?.[1];
  return written ?? file.replace(/^.*\//, '').replace(/\.[^.]+$/, '');
}
