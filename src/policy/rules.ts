import { groupBy } from '../lib/group.js';
import type { Language, Title } from '../lib/language.js';
import { inFlow } from '../lib/yaml/yaml-node.js';
import type { Library } from '../rulebook/books/library.js';
import { type EntryBook, hasEntries, type Rulebook } from '../rulebook/books/rulebook.js';
import { checkExamples, runExamples } from '../rulebook/examples/examples.js';
import { compilePlan } from '../rulebook/plan/compile-plan.js';
import type { CompiledPlan, PlanParts } from '../rulebook/plan/compiled-plan.js';
import {
  describeBook,
  describeCalendar,
  describePlan,
  describeSettings,
  type RuleDescription,
} from '../rulebook/plan/describe.js';
import type { Trace } from '../rulebook/values/trace.js';
import type { PlanChoice } from '../shop/config.js';
import { hasShop, openShop } from '../shop/open.js';
import type { Shop } from '../shop/shop.js';
import type { NearNames } from '../words/known-names.js';
import { collectProblems, type Problem, type Problems } from '../words/problem.js';
import { mayBeNamed } from './book-names.js';
import {
  aloneParts,
  type Declared,
  declaredIn,
  NOTHING_DECLARED,
  planParts,
} from './plan-parts.js';
import { libraryOf, openPolicy } from './policy.js';
import { settingsOf } from './set-parameters.js';

/** Where to look for rulebooks: a shop folder, or anywhere for the shipped ones alone. */
interface RulesRequest {
  readonly folder: string;
  readonly language?: Language;
}

/** Whose a rulebook is: the shop's own, a shipped policy, or one of the shipped example plans. */
export type RulebookOrigin = 'own' | 'shipped' | 'example';

/** A rulebook in a list. */
export interface RulebookSummary {
  readonly id: string;
  readonly kind: Rulebook['kind'];
  readonly title: Title;
  readonly source?: string;
  readonly file: string;
  readonly origin: RulebookOrigin;
  /** Ids of the roles whose plan uses it. */
  readonly usedBy: readonly string[];
}

/** How the examples of one rulebook came out. */
export interface RulebookTest {
  readonly rulebook: string;
  readonly file: string;
  readonly examples: number;
  readonly failures: readonly FailedExample[];
  /** Items, lines and outcomes that no example touches. */
  readonly untouched: readonly Title[];
}

/** What an example expects and does not get. */
interface FailedExample {
  /** Where the example begins. */
  readonly line: number;
  /** Which of the rulebook's examples it is, from 1. */
  readonly example: number;
  readonly title: Title | undefined;
  /** What is expected otherwise, as the example calls it, and its title. */
  readonly name: string;
  readonly of: Title;
  readonly expected: string;
  readonly actual: string;
  /** How it came about; undefined of all notices together. */
  readonly why: Trace | undefined;
}

interface Opened {
  readonly shop: Shop | undefined;
  readonly library: Library;
  readonly declared: Declared;
  readonly language: Language;
}

/** Opens the rulebooks; outside a shop folder those are the shipped ones. */
async function open(request: RulesRequest, problems: Problems): Promise<Opened> {
  const { folder, language } = request;
  const shop = (await hasShop(folder)) ? await openShop(folder, problems, language) : undefined;
  const library = libraryOf(shop, problems);
  const declared = shop === undefined ? NOTHING_DECLARED : declaredIn(shop.config);
  return { shop, library, declared, language: language ?? shop?.language ?? 'zh' };
}

/** Every rulebook in force, and after them the example plans. */
export async function listRules(request: RulesRequest): Promise<{
  readonly language: Language;
  readonly rulebooks: readonly RulebookSummary[];
  readonly problems: readonly Problem[];
}> {
  const problems = collectProblems();
  const { shop, library, language } = await open(request, problems);
  const users = usersOf(shop, library);
  const examples = new Set(library.examples);
  const ids = [...library.ids, ...examples];
  const rulebooks = ids.flatMap((id): readonly RulebookSummary[] => {
    const rulebook = library.get(id);
    if (rulebook === undefined) return [];
    const { kind, title, source, yaml, shipped } = rulebook;
    const about = source === undefined ? {} : { source };
    const usedBy = users.get(id) ?? [];
    const origin = examples.has(id) ? 'example' : shipped ? 'shipped' : 'own';
    return [{ id, kind, title, ...about, file: yaml.file, origin, usedBy }];
  });
  return { language, rulebooks, problems: problems.all };
}

/** Which roles use which rulebook. */
function usersOf(shop: Shop | undefined, library: Library): ReadonlyMap<string, readonly string[]> {
  const uses = Object.entries(shop?.config.plans ?? {}).flatMap(([role, choice]) =>
    namesIn(choice, library).map((name) => ({ role, id: library.idOf(name) ?? name })),
  );
  const byBook = [...groupBy(uses, ({ id }) => id)];
  return new Map(byBook.map(([id, of]) => [id, of.map(({ role }) => role)]));
}

/** The rulebooks that a plan of kpi.yaml is made of, and the plan's own when it is one. */
function namesIn(choice: PlanChoice, library: Library): readonly string[] {
  if (choice.kind === 'lists') return [...choice.scores, ...choice.pay, ...choice.notices];
  const plan = library.get(choice.id);
  if (plan?.kind !== 'plan') return [];
  const books = [...plan.scores, ...plan.pay, ...plan.noticeBooks];
  return [plan.id, ...books.map((book) => book.name)];
}

/** The rulebook that somebody asks for: by its id or title, or part of a title that no other has. */
function meantBy(name: string, library: Library): string | undefined {
  return library.idOf(name) ?? library.partOf(name);
}

/** One rulebook in words; undefined when there is none of that id or title: `near` is what there is. */
export async function showRule(request: RulesRequest & { readonly id: string }): Promise<{
  readonly language: Language;
  readonly description: RuleDescription | undefined;
  readonly near: NearNames;
  readonly problems: readonly Problem[];
}> {
  const problems = collectProblems();
  const { shop, library, declared, language } = await open(request, problems);
  const rulebook = library.get(meantBy(request.id, library) ?? '');
  const settings = shop === undefined ? [] : [...settingsOf(shop.config, library)];
  const own = settings.filter(([key]) => key.startsWith(`${rulebook?.id}.`));
  const described =
    rulebook && describe(rulebook, library, declared, { set: new Map(own) }, problems);
  const set = own.map(([key, { value }]) => [key, inFlow(value)] as const);
  const description = described && describeSettings(described, set, (id) => library.get(id));
  return { language, description, near: library.near(request.id), problems: problems.all };
}

function describe(
  rulebook: Rulebook,
  library: Library,
  declared: Declared,
  { set }: Pick<PlanParts, 'set'>,
  problems: Problems,
): RuleDescription | undefined {
  if (rulebook.kind === 'plan') {
    return describePlan(rulebook, (id) => library.get(id));
  }
  if (rulebook.kind === 'calendar') return describeCalendar(rulebook);
  const alone = aloneParts(rulebook, library, declared);
  // What the shop sets is written with its own levels.
  const parts = set.size === 0 ? alone : { ...alone, levels: declared.levels, set };
  const plan = compilePlan(parts, problems);
  return plan && describeBook(rulebook, plan);
}

/** Runs the examples in rulebooks: those named, or the shop's own, all shipped ones and the example plans. */
export async function testRules(
  request: RulesRequest & { readonly ids: readonly string[] },
): Promise<{
  readonly language: Language;
  readonly results: readonly RulebookTest[];
  /** A name that no rulebook has, and what is near to it. */
  readonly unknown: { readonly name: string; readonly near: NearNames } | undefined;
  readonly problems: readonly Problem[];
}> {
  const problems = collectProblems();
  const { library, declared, language } = await open(request, problems);
  const ids =
    request.ids.length === 0
      ? [...library.ids, ...library.examples]
      : [...new Set(request.ids.map((name) => meantBy(name, library) ?? name))];
  const results = ids.flatMap((id): readonly RulebookTest[] => {
    const rulebook = library.get(id);
    return hasEntries(rulebook) ? testBook(rulebook, library, declared, problems) : [];
  });
  const name = ids.find((id) => library.idOf(id) === undefined);
  const unknown = name === undefined ? undefined : { name, near: library.near(name) };
  return { language, results, unknown, problems: problems.all };
}

function testBook(
  book: EntryBook,
  library: Library,
  declared: Declared,
  problems: Problems,
): readonly RulebookTest[] {
  const plan = compilePlan(aloneParts(book, library, declared), problems);
  if (plan === undefined) return [];
  const results = runExamples(book, plan, problems);
  const failures = results.flatMap(({ title, place, failures: failed }, index) =>
    failed.map(
      ({ title: of, ...failure }): FailedExample => ({
        ...failure,
        of,
        title,
        line: place.line ?? 0,
        example: index + 1,
      }),
    ),
  );
  const branches = new Set(results.flatMap((result) => [...result.branches]));
  const asked = new Set(results.flatMap((result) => [...result.asked]));
  return [
    {
      rulebook: book.id,
      file: book.yaml.file,
      examples: results.length,
      failures,
      untouched: untouchedOf(plan, branches, asked),
    },
  ];
}

function untouchedOf(
  plan: CompiledPlan,
  branches: ReadonlySet<string>,
  asked: ReadonlySet<string>,
): readonly Title[] {
  const entries = [...plan.scorecards.flatMap(({ items }) => items), ...plan.lines];
  const unasked = entries.filter(({ id }) => !asked.has(id)).map(({ title }) => title);
  const missed = [...plan.outcomes].filter(([key]) => !branches.has(key));
  return [...unasked, ...missed.map(([, title]) => title)];
}

/** Compiles every rulebook of the shop alone, in use or not, with its examples, and every plan of it. */
export function checkRulebooks(shop: Shop, problems: Problems): void {
  if (shop.rulebooks === undefined) return;
  const quiet = collectProblems();
  const library = libraryOf(shop, quiet);
  const declared = declaredIn(shop.config);
  // A book of a plan is checked in it, where its names mean what they do when people are paid.
  const paid = openPolicy(shop, collectProblems())?.books ?? [];
  for (const id of library.own) {
    const rulebook = library.get(id);
    if (rulebook === undefined) continue;
    const isPaid = paid.some((book) => book.id === id);
    const collector = isPaid ? collectProblems() : quiet;
    const compiled = compileAlone(rulebook, library, declared, collector);
    if (compiled !== undefined && hasEntries(rulebook) && !rulebook.isPart) {
      checkExamples(rulebook, compiled, quiet);
    }
  }
  problems.addAll(quiet.all);
}

/** A plan as it stands, or a book without its plan; undefined, with everything reported, when it is wrong. */
function compileAlone(
  rulebook: Rulebook,
  library: Library,
  declared: Declared,
  problems: Problems,
): CompiledPlan | undefined {
  if (rulebook.kind === 'plan') {
    const { parts, complete } = planParts(rulebook, library, new Map(), declared, problems);
    return complete ? compilePlan(parts, problems) : undefined;
  }
  if (rulebook.kind === 'calendar') return undefined;
  const own = collectProblems();
  const compiled = compilePlan(aloneParts(rulebook, library, declared), own);
  // What a book that cannot be read would define is no wrong name elsewhere.
  problems.addAll(own.all.filter((problem) => !mayBeNamed(problem, library)));
  return compiled;
}
