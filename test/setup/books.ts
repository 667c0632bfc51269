import { aloneParts, NOTHING_DECLARED } from '../../src/policy/plan-parts.js';
import { type Library, openLibrary } from '../../src/rulebook/books/library.js';
import { type EntryBook, hasEntries } from '../../src/rulebook/books/rulebook.js';
import type { ShippedRulebooks } from '../../src/rulebook/books/rulebook-files.js';
import { type ExampleResult, runExamples } from '../../src/rulebook/examples/examples.js';
import { compilePlan } from '../../src/rulebook/plan/compile-plan.js';
import type { CompiledPlan } from '../../src/rulebook/plan/compiled-plan.js';
import { collectProblems, type Problem, type Problems } from '../../src/words/problem.js';

/** A rulebook that was read and compiled alone, and everything that was wrong with it. */
export interface Compiled {
  readonly library: Library;
  readonly book: EntryBook | undefined;
  readonly plan: CompiledPlan | undefined;
  readonly problems: Problems;
}

const NOTHING_SHIPPED: ShippedRulebooks = { ids: [], examples: [], read: () => undefined };

/** Shipped rulebooks by id. */
export function shippedOf(texts: Readonly<Record<string, string>>): ShippedRulebooks {
  return {
    ids: Object.keys(texts),
    examples: [],
    read(id) {
      const text = texts[id];
      return text === undefined ? undefined : { file: `rules/${id}.yaml`, text };
    },
  };
}

/** A library of rulebook texts; the file of the first is `book.yaml`, of the others `book2.yaml`, … */
export function libraryOf(
  texts: readonly string[],
  problems: Problems,
  shipped = NOTHING_SHIPPED,
): Library {
  const files = texts.map((text, index) => ({
    file: index === 0 ? 'book.yaml' : `book${index + 1}.yaml`,
    text,
  }));
  return openLibrary(files, shipped, problems);
}

/** Reads rulebooks and compiles the first alone. */
export function compileBook(...texts: readonly string[]): Compiled {
  const problems = collectProblems();
  const library = libraryOf(texts, problems);
  const [id] = library.own;
  const book = id === undefined ? undefined : library.get(id);
  if (!hasEntries(book)) {
    return { library, book: undefined, plan: undefined, problems };
  }
  return {
    library,
    book,
    plan: compilePlan(aloneParts(book, library, NOTHING_DECLARED), problems),
    problems,
  };
}

/** Runs the examples of a rulebook; it must have no problems. */
export function exampleResults(...texts: readonly string[]): readonly ExampleResult[] {
  const { book, plan, problems } = compileBook(...texts);
  if (book === undefined || plan === undefined || problems.hasErrors()) {
    throw new Error(problemLines(problems.all).join('\n'));
  }
  const results = runExamples(book, plan, problems);
  if (problems.hasErrors()) throw new Error(problemLines(problems.all).join('\n'));
  return results;
}

/** What did not come true in the examples of a rulebook, one line each. */
export function failures(...texts: readonly string[]): readonly string[] {
  return exampleResults(...texts).flatMap(({ title, failures: failed }) =>
    failed.map(({ name, expected, actual }) => `${title?.zh}: ${name} ${expected}, not ${actual}`),
  );
}

/** Problems as `code line:column`. */
export function problemLines(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ code, line, column }) => `${code} ${line}:${column}`);
}

/** The problems of rulebooks of which the first is compiled alone. */
export function problemsOf(...texts: readonly string[]): readonly string[] {
  return problemLines(compileBook(...texts).problems.all);
}
