import type { Section } from '../../catalogue/pay-words.js';
import type { Title } from '../../lib/language.js';
import type { Place } from '../../lib/place.js';
import { type YamlFile, yamlFile } from '../../lib/yaml/file.js';
import type { YamlNode, YamlPath } from '../../lib/yaml/yaml-node.js';
import type { Problems } from '../../words/problem.js';
import { checkYaml } from '../../words/yaml/check-yaml.js';
import { withEnglishKeys } from '../../words/yaml/key-words.js';
import { readYaml } from '../../words/yaml/read-yaml.js';
import type { Expr } from '../formula/expr.js';
import type { AdjustSpec } from './adjust-schema.js';
import type { YearSpec } from './calendar.js';
import type { DefinitionSpec, ItemSpec, LineSpec } from './entry-schemas.js';
import type { ExampleSpec } from './example-schema.js';
import type { NoticeSpec } from './notice-schema.js';
import type { ParameterSpec } from './parameter-schema.js';
import { rulebookCache } from './rulebook-cache.js';
import { type RulebookSpec, rulebookSchema } from './schema.js';

/** A part of a rulebook, with the file and the place that it came from: `extends` mixes files. */
export interface Sourced<T> {
  readonly spec: T;
  readonly yaml: YamlFile;
  readonly path: YamlPath;
  /** Something in it is wrong and left out: only its formulas can be judged. */
  readonly isPart?: true;
}

export interface Common {
  readonly id: string;
  readonly title: Title;
  readonly source: string | undefined;
  readonly notes: readonly Title[];
  /** What it builds on, and what of that it leaves out. */
  readonly base: BookBase | undefined;
  readonly yaml: YamlFile;
  readonly shipped: boolean;
  /** Something in it is wrong and left out: what it lacks is not known. */
  readonly isPart: boolean;
}

/** The rulebook that another extends, with the titles of what that leaves out. */
export interface BookBase {
  readonly id: string;
  readonly title: Title;
  readonly removed: readonly Title[];
}

/** What scorecards, pay books and notices have in common. */
export interface Book extends Common {
  readonly parameters: ReadonlyMap<string, Sourced<ParameterSpec>>;
  readonly definitions: ReadonlyMap<string, Sourced<DefinitionSpec>>;
  readonly ratings: ReadonlyMap<string, Title>;
  readonly events: ReadonlyMap<string, Title>;
  /** Settings of metrics that a shop which uses it has to decide. */
  readonly settings: readonly string[];
  readonly notices: readonly Sourced<NoticeSpec>[];
  readonly examples: readonly Sourced<ExampleSpec>[];
  /** Of the law: where its figures are published, by place. */
  readonly published?: ReadonlyMap<string, Title>;
}

export interface Scorecard extends Book {
  readonly kind: 'scorecard';
  readonly total: Sourced<Expr> | undefined;
  readonly entries: readonly (Sourced<ItemSpec> & { readonly section: Section })[];
}

export interface PayBook extends Book {
  readonly kind: 'pay';
  readonly lines: readonly Sourced<LineSpec>[];
  readonly adjustments: readonly Sourced<AdjustSpec>[];
}

/** What the law withholds from pay and takes of the employer: it sees what pay comes to. */
interface StatutoryBook extends Book {
  readonly kind: 'statutory';
  readonly lines: readonly Sourced<LineSpec>[];
  readonly published: ReadonlyMap<string, Title>;
}

/** What is made of lines. */
export type LineBook = PayBook | StatutoryBook;

export interface NoticeBook extends Book {
  readonly kind: 'notices';
}

/** A plan as it is written: which scorecards and books, for whom. */
/** A rulebook of a plan, by id or title, with the place where it is listed. */
export interface ListedBook {
  readonly name: string;
  readonly place: Place;
}

export interface Plan extends Common {
  readonly kind: 'plan';
  readonly roles: readonly string[];
  readonly scores: readonly ListedBook[];
  readonly pay: readonly ListedBook[];
  readonly noticeBooks: readonly ListedBook[];
  readonly teamBy: 'team' | 'shift' | undefined;
  readonly set: ReadonlyMap<string, Sourced<unknown>>;
}

/** Which days are worked, by year. */
export interface CalendarBook extends Common {
  readonly kind: 'calendar';
  readonly years: ReadonlyMap<string, Sourced<YearSpec>>;
}

/** What is made of entries: points, pay, notices. */
export type EntryBook = Scorecard | LineBook | NoticeBook;

export type Rulebook = EntryBook | Plan | CalendarBook;

/** Whether a rulebook is of the law: it sees what pay comes to, whatever lines it is made of. */
export function isOfLaw(rulebook: Rulebook | undefined): boolean {
  if (rulebook?.kind === 'statutory') return true;
  return rulebook?.kind === 'notices' && rulebook.published !== undefined;
}

/** Whether a rulebook is made of entries. */
export function hasEntries(rulebook: Rulebook | undefined): rulebook is EntryBook {
  return rulebook !== undefined && rulebook.kind !== 'plan' && rulebook.kind !== 'calendar';
}

/** A rulebook file that was read, before what it `extends` is mixed in. */
export interface RulebookFile {
  readonly yaml: YamlFile;
  readonly spec: RulebookSpec;
  readonly shipped: boolean;
  /** Whether something in a part of it is wrong and left out, and what stands there. */
  readonly lacks: (path: YamlPath) => boolean;
  readonly leftOut: string;
}

/** What is kept of a rulebook in whose text nothing is wrong. */
interface KnownRulebook {
  readonly root: YamlNode;
  readonly spec: RulebookSpec;
  /** Whether its keys are English as it stands. */
  readonly isEnglish: boolean;
}

/** Reads a rulebook's text; undefined, with every problem reported, when it cannot be used. */
export function readRulebook(
  text: string,
  file: string,
  shipped: boolean,
  problems: Problems,
): RulebookFile | undefined {
  const known = rulebookCache()?.get(text) as KnownRulebook | undefined;
  if (known !== undefined) {
    const written = yamlFile(text, file, known.root);
    const yaml = known.isEnglish ? written : withEnglishKeys(written, rulebookSchema, problems);
    return { yaml, spec: known.spec, shipped, lacks: () => false, leftOut: '' };
  }
  const before = problems.all.length;
  const written = readYaml(text, file, problems);
  if (written === undefined) return undefined;
  const yaml = withEnglishKeys(written, rulebookSchema, problems);
  const checked = checkYaml(yaml, rulebookSchema, problems);
  if (checked === undefined) return undefined;
  const { data: spec, lacks, leftOut } = checked;
  if (problems.all.length === before) {
    const isEnglish = yaml === written;
    const made: KnownRulebook = { root: written.root, spec, isEnglish };
    rulebookCache()?.keep(text, made);
  }
  return { yaml: checked.yaml, spec, shipped, lacks, leftOut };
}
