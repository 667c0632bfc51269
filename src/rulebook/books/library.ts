import { sameInAll, type Title } from '../../lib/language.js';
import { type NearNames, nearNames } from '../../words/known-names.js';
import type { Problems } from '../../words/problem.js';
import { extendedBy, MAX_EXTENDS, rulebookBuilder } from './extended-rulebooks.js';
import type { Rulebook, RulebookFile } from './rulebook.js';
import {
  type RulebookFiles,
  type RulebookText,
  readRulebookFiles,
  type ShippedRulebooks,
} from './rulebook-files.js';

/** All rulebooks that a shop can use: its own and the shipped ones. */
export interface Library extends LibraryNames {
  /** Every rulebook but the examples. */
  readonly ids: readonly string[];
  /** Example plans and their books: a shop has one only by naming it. */
  readonly examples: readonly string[];
  /** The rulebook of an id or title, read and built once; undefined when there is none or it has problems. */
  get(name: string): Rulebook | undefined;
  /** The rulebooks, but for the examples, that may speak of something: all of the shop's own, and the shipped ones in whose text it is written. */
  idsWith(text: string): readonly string[];
  /** Whether what could not be read of the shop's own texts speaks of something: what it says is not known. */
  mentions(name: string): boolean;
  /** The shop's own ids. */
  readonly own: readonly string[];
}

/** How the rulebooks of a library are called. */
interface LibraryNames {
  /** The id that a name means, usable or not: itself, or that of the one rulebook with this title, of the shop's own first and of examples last. */
  idOf(name: string): string | undefined;
  /** The id of the one rulebook whose title has a text in it, examples last: 绩效奖金 of 售后绩效奖金. */
  partOf(text: string): string | undefined;
  /** What is near to a name that means nothing; of one kind where only that can be meant. */
  near(name: string, kind?: Rulebook['kind']): NearNames;
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
  const files = readRulebookFiles(own, shipped, problems);
  const names = libraryNames(files);
  const build = rulebookBuilder(files, names.near, problems);
  return {
    ...names,
    ids: files.ids,
    examples: files.examples,
    own: [...files.own.keys()],
    idsWith: (text) =>
      files.ids.filter((id) => files.own.has(id) || shipped.read(id)?.text.includes(text) === true),
    mentions: (name) => {
      const leftOut = [...files.own.values()].map((file) => file.leftOut);
      return [...files.broken.values(), ...leftOut].some((text) => text.includes(name));
    },
    get(name) {
      const id = names.idOf(name);
      if (id === undefined) return undefined;
      // A text that could not be read does not leave its place to the shipped one.
      const file = files.own.get(id) ?? (files.broken.has(id) ? undefined : files.shipped(id));
      return file === undefined ? undefined : build(file);
    },
  };
}

function libraryNames(files: RulebookFiles): LibraryNames {
  const { ids, examples, own, shippedIds } = files;
  const titled = (among: readonly string[], name: string): string | undefined => {
    const wanted = name.normalize('NFKC').trim();
    const found = among.filter((id) => {
      const { zh, en } = titleOf(id, files);
      return zh.normalize('NFKC') === wanted || en === wanted;
    });
    return found.length === 1 ? found[0] : undefined;
  };
  const withPart = (among: readonly string[], part: string): readonly string[] =>
    among.filter((id) => part.length > 1 && titleOf(id, files).zh.includes(part));
  return {
    idOf(name) {
      if (files.has(name)) return name;
      // An example is asked last: it takes no name from a rulebook that is in force.
      return titled([...own.keys()], name) ?? titled(shippedIds, name) ?? titled(examples, name);
    },
    partOf(text) {
      const inForce = withPart(ids, text);
      const found = inForce.length > 0 ? inForce : withPart(examples, text);
      return found.length === 1 ? found[0] : undefined;
    },
    near(name, kind) {
      const isFit = (id: string) => kind === undefined || (kindOf(id, files) ?? kind) === kind;
      const among = (all: readonly string[]) =>
        nearNames(
          name,
          all.filter(isFit).map((id) => ({ id, title: titleOf(id, files) })),
        );
      const inForce = among(ids);
      // Examples are not listed among what there is; one that is misspelt may be meant.
      return inForce.meant === undefined ? { ...inForce, meant: among(examples).meant } : inForce;
    },
  };
}

/** The title of a rulebook, its own or that of what it extends. */
function titleOf(id: string, files: RulebookFiles): Title {
  return withBases(id, files).flatMap(({ spec }) => spec.title ?? [])[0] ?? sameInAll(id);
}

function kindOf(id: string, files: RulebookFiles): Rulebook['kind'] | undefined {
  return withBases(id, files).flatMap(({ spec }) => spec.kind ?? [])[0];
}

/** The text of a rulebook and those that it extends, the nearest first. */
function withBases(id: string, files: RulebookFiles): readonly RulebookFile[] {
  const chain: RulebookFile[] = [];
  let file = files.own.get(id) ?? files.shipped(id);
  while (file !== undefined && chain.length <= MAX_EXTENDS) {
    chain.push(file);
    file = file.spec.extends === undefined ? undefined : extendedBy(file, files);
  }
  return chain;
}
