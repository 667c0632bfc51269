import type { Place } from '../lib/place.js';
import { type Library, openLibrary } from '../rulebook/books/library.js';
import type { Book } from '../rulebook/books/rulebook.js';
import { checkNamesOfLaw, reportShopCircles } from '../rulebook/plan/checks.js';
import { compileUsableParts } from '../rulebook/plan/compile-plan.js';
import type { CompiledPlan, PlanParts } from '../rulebook/plan/compiled-plan.js';
import { shippedRules } from '../shop/shipped-rules.js';
import type { Agent, Shop } from '../shop/shop.js';
import { isConfigUnread } from '../shop/unread-config.js';
import { collectProblems, type Problem, type Problems } from '../words/problem.js';
import { mayBeNamed, namedByOthers, namedInAny, OF_NAMES } from './book-names.js';
import { checkSettings, reportOverridden } from './check-settings.js';
import { checkTargets } from './check-targets.js';
import { type FoundParts, partsOfChoice } from './plan-parts.js';
import { wordsInRoster } from './roster-words.js';
import { settingsOf } from './set-parameters.js';
import { statutoryParts } from './statutory-parts.js';

/** The pay policy of a shop: which compiled plan holds for which role. */
export interface Policy {
  readonly library: Library;
  /** By role id. */
  readonly plans: ReadonlyMap<string, CompiledPlan>;
  /** What is left of plans that name a book which cannot be used: nobody is paid by them. */
  readonly partial: ReadonlyMap<string, CompiledPlan>;
  /** What the law withholds from everybody's pay; undefined for a shop that does without, or where it cannot be used. */
  readonly statutory: CompiledPlan | undefined;
  /** Every book that a plan of the shop uses. */
  readonly books: readonly Book[];
  /** Whether every plan could be read, so that `books` are all there are. */
  readonly complete: boolean;
}

/** The library of a shop's own rulebooks and the shipped ones; of the shipped ones alone without a shop. */
export function libraryOf(
  shop: Pick<Shop, 'rulebooks' | 'shipped'> | undefined,
  problems: Problems,
): Library {
  return openLibrary(shop?.rulebooks ?? [], shop?.shipped ?? shippedRules(), problems);
}

/**
 * Opens a shop's policy for the agents of its roster, where that is known; what is wrong with any plan in use is reported. Undefined when the shop's own
 * rulebooks could not all be read, which has been reported.
 */
export function openPolicy(
  shop: Shop,
  problems: Problems,
  agents?: readonly Agent[],
): Policy | undefined {
  if (shop.rulebooks === undefined) return undefined;
  const library = libraryOf(shop, problems);
  const { config } = shop;
  const set = settingsOf(config, library);
  const words = agents && wordsInRoster(agents, config);
  const compile = planCompiler(library, problems);
  const plans = new Map<string, CompiledPlan>();
  const partial = new Map<string, CompiledPlan>();
  const books = new Set<Book>();
  let complete = !isConfigUnread(config, ['plans']);
  const choices = Object.entries(config.plans).map(([role, choice]) => {
    const found = partsOfChoice(role, choice, library, set, config, problems);
    return { role, choice, found };
  });
  const ofOtherPlans = namedInAny(choices.flatMap(({ found }) => found ?? []));
  for (const { role, choice, found } of choices) {
    const key = choice.kind === 'id' ? (library.idOf(choice.id) ?? choice.id) : role;
    if (found?.complete !== true) complete = false;
    else for (const book of booksOf(found.parts)) books.add(book);
    if (found === undefined) continue;
    const inShop = { ...found, parts: { ...found.parts, words, ofOtherPlans } };
    const { plan, isPayable } = compile(key, inShop, choice.place);
    if (plan !== undefined) (isPayable ? plans : partial).set(role, plan);
  }
  const law = statutoryParts(config, library, set);
  for (const book of booksOf(law)) books.add(book);
  checkSettings(config, library, [...books], problems);
  checkTargets(config, problems);
  reportOverridden(config, library, problems);
  // A circle can be followed without end: no plan is evaluated then.
  if (reportShopCircles([...new Set([...plans.values(), ...partial.values()])], problems)) {
    plans.clear();
    partial.clear();
  }
  const statutory = law && compileLaw(law, compile);
  if (statutory !== undefined) checkNamesOfLaw(new Set(plans.values()), statutory, problems);
  return {
    library,
    plans,
    partial,
    statutory,
    books: [...books],
    complete,
  };
}

function compileLaw(
  parts: PlanParts,
  compile: ReturnType<typeof planCompiler>,
): CompiledPlan | undefined {
  const { plan, isPayable } = compile(parts.id, { parts, complete: true }, parts.place ?? {});
  return isPayable ? plan : undefined;
}

function booksOf(parts: PlanParts | undefined): readonly Book[] {
  return parts === undefined ? [] : [...parts.scorecards, ...parts.books, ...parts.noticeBooks];
}

/** Compiles the plans of a shop, each once, whichever roles are paid by it. */
function planCompiler(library: Library, problems: Problems) {
  const compiled = new Map<string, CompiledInShop>();
  return (key: string, { parts, complete }: FoundParts, choice: Place): CompiledInShop => {
    const known = compiled.get(key);
    if (known !== undefined) return known;
    const made = complete
      ? compileInPlan(parts, library, choice, problems)
      : { plan: compileRest(parts, library, problems), isPayable: false };
    compiled.set(key, made);
    return made;
  };
}

/** What came of a plan; undefined when it cannot be evaluated, not payable when nobody is paid by it. */
interface CompiledInShop {
  readonly plan: CompiledPlan | undefined;
  readonly isPayable: boolean;
}

/**
 * Compiles a plan of the shop. What is wrong with a shipped book there is no fault of the book: the plan
 * that brings it together with others, or without them, is named.
 */
function compileInPlan(
  parts: PlanParts,
  library: Library,
  choice: Place,
  problems: Problems,
): CompiledInShop {
  const own = collectProblems();
  const plan = compileUsableParts(parts, own);
  const isPayable = !own.hasErrors() && !booksOf(parts).some(({ isPart }) => isPart);
  // A shipped book is for any shop: that it speaks of levels which nobody has is no slip.
  const ofShop = new Set(library.own.map((id) => library.get(id)?.yaml.file));
  const isOfShop = ({ code, file }: Problem) => !OF_WORDS.has(code) || ofShop.has(file);
  const reported = own.all.filter((problem) => isOfShop(problem) && !mayBeNamed(problem, library));
  problems.addAll(reported);
  const files = new Set(reported.map(({ file }) => file));
  const unfit = booksOf(parts).filter(({ shipped, yaml }) => shipped && files.has(yaml.file));
  if (unfit.length === 0) return { plan, isPayable };
  const books = unfit.map(({ id }) => id).join(', ');
  const params = { plan: parts.title, id: parts.id, books };
  problems.report('shipped-book-unfit', parts.place ?? choice, { params });
  return { plan, isPayable };
}

/**
 * What can be used of a plan, so that what else it lacks is told in the same run. What is wrong with the
 * names in it may follow from the book that is not there: that is told when it is.
 */
function compileRest(
  parts: PlanParts,
  library: Library,
  problems: Problems,
): CompiledPlan | undefined {
  const elsewhere = [...namedByOthers(library).values()].flat();
  const own = collectProblems();
  const plan = compileUsableParts({ ...parts, elsewhere }, own);
  problems.addAll(own.all.filter(({ code }) => !OF_NAMES.has(code)));
  return plan;
}

/** What a condition asks for that nobody in the roster has, or no level of the shop's own is. */
const OF_WORDS: ReadonlySet<string> = new Set([
  'field-of-nobody',
  'word-of-nobody',
  'unknown-word',
  'misspelt-word',
]);
