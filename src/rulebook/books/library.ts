import { sameInAll, type Title } from '../../lib/language.js';
import { type NearNames, nearNames, wrongName } from '../../words/known-names.js';
import type { Problems } from '../../words/problem.js';
import { reportAt } from '../../words/yaml/report-at.js';
import { buildRulebook, type Rulebook, type RulebookFile, readRulebook } from './rulebook.js';

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
  /** The rulebook of an id or title, read and built once; undefined when there is none or it has problems. */
  get(name: string): Rulebook | undefined;
  /** The id that a name means, usable or not: itself, or that of the one rulebook with this title, of the shop's own first. */
  idOf(name: string): string | undefined;
  /** Whether what could not be read of the shop's own texts speaks of something: what it says is not known. */
  mentions(name: string): boolean;
  /** The id of the one rulebook whose title has a text in it: 绩效奖金 of 售后绩效奖金. */
  partOf(text: string): string | undefined;
  /** What is near to a name that means nothing. */
  near(name: string): NearNames;
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
  const { files, broken } = readOwn(own, problems);
  const shippedFiles = new Map<string, RulebookFile | undefined>();
  const built = new Map<RulebookFile, Rulebook | undefined>();

  const shippedFile = (id: string): RulebookFile | undefined => {
    if (!shippedFiles.has(id)) {
      const text = shipped.read(id);
      shippedFiles.set(id, text && readShipped(text, problems));
    }
    return shippedFiles.get(id);
  };

  const ids = [...new Set([...files.keys(), ...broken.keys(), ...shipped.ids])].sort();
  const has = (id: string) => files.has(id) || broken.has(id) || shipped.ids.includes(id);

  /** The title of a rulebook, its own or that of what it extends. */
  const titleOf = (id: string): Title => {
    let file = files.get(id) ?? shippedFile(id);
    for (let depth = 0; depth <= MAX_EXTENDS && file !== undefined; depth++) {
      const { title, extends: base = '' } = file.spec;
      if (title !== undefined) return title;
      file = base === file.spec.id ? shippedFile(base) : (files.get(base) ?? shippedFile(base));
    }
    return sameInAll(id);
  };
  const titled = (among: readonly string[], name: string): string | undefined => {
    const wanted = name.normalize('NFKC').trim();
    const found = among.filter((id) => {
      const { zh, en } = titleOf(id);
      return zh.normalize('NFKC') === wanted || en === wanted;
    });
    return found.length === 1 ? found[0] : undefined;
  };
  const idOf = (name: string): string | undefined =>
    has(name) ? name : (titled([...files.keys()], name) ?? titled(shipped.ids, name));
  const partOf = (name: string): string | undefined => {
    const found = ids.filter((id) => name.length > 1 && titleOf(id).zh.includes(name));
    return found.length === 1 ? found[0] : undefined;
  };
  const near = (name: string) =>
    nearNames(
      name,
      ids.map((id) => ({ id, title: titleOf(id) })),
    );

  /** The file that a rulebook builds on; undefined, with the problem reported, when it cannot. */
  const baseOf = (file: RulebookFile, chain: readonly RulebookFile[]): RulebookFile | undefined => {
    const { extends: id = '' } = file.spec;
    const at = { yaml: file.yaml, path: ['extends'] };
    const isOwn = id === file.spec.id;
    // What the shop's own text says that could not be read has been reported.
    if (broken.has(id) && !isOwn) return undefined;
    // A rulebook that extends its own id builds on the shipped one.
    const isShipped = isOwn || !files.has(id);
    const base = isShipped ? shippedFile(id) : files.get(id);
    if (base === undefined) {
      if (isOwn && !shipped.ids.includes(id)) reportCircle([file, file], at);
      else if (!has(id)) reportUnknown(id, at);
      return undefined;
    }
    if (chain.includes(base)) {
      reportCircle([...chain.slice(chain.indexOf(base)), base], at);
      return undefined;
    }
    if (chain.length > MAX_EXTENDS) {
      reportAt(problems, at, 'extends-too-deep', { limit: MAX_EXTENDS });
      return undefined;
    }
    return base;
  };

  const reportCircle = (circle: readonly RulebookFile[], at: Parameters<typeof reportAt>[1]) => {
    const names = circle.map(({ spec, yaml }) => `${spec.id} (${yaml.file})`).join(' → ');
    reportAt(problems, at, 'circular-extends', { names });
  };

  const reportUnknown = (id: string, at: Parameters<typeof reportAt>[1]): void => {
    const { code, params } = wrongName('rulebook', near(id));
    reportAt(problems, at, code, { id, ...params });
  };

  /** Builds a rulebook on what it extends, once, so that its problems are reported once. */
  const build = (file: RulebookFile, chain: readonly RulebookFile[]): Rulebook | undefined => {
    if (built.has(file)) return built.get(file);
    const under = [...chain, file];
    const base = file.spec.extends === undefined ? undefined : baseOf(file, under);
    const lower = base === undefined ? undefined : build(base, under);
    const sound = file.spec.extends === undefined || lower !== undefined;
    const rulebook = sound ? buildRulebook(file, lower, problems) : undefined;
    built.set(file, rulebook);
    return rulebook;
  };

  return {
    ids,
    own: [...files.keys()],
    idOf,
    partOf,
    near,
    mentions: (name) => {
      const leftOut = [...files.values()].map((file) => file.leftOut);
      return [...broken.values(), ...leftOut].some((text) => text.includes(name));
    },
    get(name) {
      const id = idOf(name);
      if (id === undefined) return undefined;
      // A text that could not be read does not leave its place to the shipped one.
      const file = files.get(id) ?? (broken.has(id) ? undefined : shippedFile(id));
      return file === undefined ? undefined : build(file, []);
    },
  };
}

/** Shipped texts in which nothing was wrong, by file and text: one run may open several libraries. */
const SOUND_SHIPPED = new Map<string, RulebookFile>();

function readShipped({ file, text }: RulebookText, problems: Problems): RulebookFile | undefined {
  const key = `${file}\n${text}`;
  const known = SOUND_SHIPPED.get(key);
  if (known !== undefined) return known;
  const before = problems.all.length;
  const read = readRulebook(text, file, true, problems);
  if (read !== undefined && problems.all.length === before) SOUND_SHIPPED.set(key, read);
  return read;
}

/** How many rulebooks may build on one another. */
const MAX_EXTENDS = 20;

interface OwnRulebooks {
  readonly files: ReadonlyMap<string, RulebookFile>;
  /** The texts that could not be read, by the id that they seem to have. */
  readonly broken: ReadonlyMap<string, string>;
}

function readOwn(texts: readonly RulebookText[], problems: Problems): OwnRulebooks {
  const files = new Map<string, RulebookFile>();
  const broken = new Map<string, string>();
  for (const { file, text } of texts) {
    const read = readRulebook(text, file, false, problems);
    if (read === undefined) {
      broken.set(seemingId(file, text), text);
      continue;
    }
    const { id } = read.spec;
    const twin = files.get(id);
    if (twin !== undefined) {
      const place = twin.yaml.placeOf(['id']);
      const other = `${place.file}:${place.line}`;
      reportAt(problems, { yaml: read.yaml, path: ['id'] }, 'duplicate-id', { id, other });
    }
    files.set(id, read);
  }
  return { files, broken };
}

/** The id by which others would call a text that cannot be read: its `id`, else the name of its file. */
function seemingId(file: string, text: string): string {
  const written = /^["']?id["']?\s*:\s*["']?([^\s"'#]+)/m.exec(text)?.[1];
  return written ?? file.replace(/^.*\//, '').replace(/\.[^.]+$/, '');
}
