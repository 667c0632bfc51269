import { readFileSync } from 'node:fs';
import { aloneParts, NOTHING_DECLARED, planParts } from '../src/policy/plan-parts.js';
import { type Library, openLibrary } from '../src/rulebook/books/library.js';
import { hasEntries } from '../src/rulebook/books/rulebook.js';
import type { RulebookText } from '../src/rulebook/books/rulebook-files.js';
import { compilePlan } from '../src/rulebook/plan/compile-plan.js';
import type { CompiledPlan, SetParameter } from '../src/rulebook/plan/compiled-plan.js';
import { shippedRules } from '../src/shop/shipped-rules.js';
import { collectProblems, type Problems } from '../src/words/problem.js';

/** Everything that is shipped, compiled. */
export interface CompiledRules {
  /** Every scorecard, pay book and notice book alone, as `kpi rules test` compiles it. */
  readonly books: ReadonlyMap<string, CompiledPlan>;
  readonly plans: ReadonlyMap<string, CompiledPlan>;
  /** What could not be compiled, and why: none, unless a rulebook is being worked on. */
  readonly failures: readonly string[];
}

/** Reads and compiles all shipped rulebooks. */
export function compileShipped(): CompiledRules {
  const problems = collectProblems();
  const library = openLibrary([], shippedRules(), problems);
  const books = new Map<string, CompiledPlan>();
  const plans = new Map<string, CompiledPlan>();
  const failed: string[] = [];
  for (const id of library.ids) {
    const compiled = compileOne(id, library, problems);
    if (compiled === undefined) failed.push(id);
    else (library.get(id)?.kind === 'plan' ? plans : books).set(id, compiled);
  }
  const failures = failed.length === 0 ? [] : [...failed, ...reasonsOf(problems)];
  return { books, plans, failures };
}

/** What a shop must set, as no source says it. */
const SET: ReadonlyMap<string, SetParameter> = new Map([
  [
    'base_by_level.amounts',
    { value: { junior: '1500', intermediate: '1800', senior: '2200', expert: '3000' }, place: {} },
  ],
]);

function compileOne(id: string, library: Library, problems: Problems): CompiledPlan | undefined {
  const rulebook = library.get(id);
  if (rulebook?.kind === 'plan') {
    return compilePlan(
      planParts(rulebook, library, SET, NOTHING_DECLARED, problems).parts,
      problems,
    );
  }
  if (!hasEntries(rulebook)) return undefined;
  return compilePlan(aloneParts(rulebook, library, NOTHING_DECLARED), problems);
}

/** A rulebook of which nothing but the text is given, read and checked. Throws when it has problems. */
export function readAlone(text: RulebookText): { readonly compile: () => CompiledPlan } {
  const problems = collectProblems();
  const library = openLibrary([text], { ids: [], examples: [], read: () => undefined }, problems);
  const [id = ''] = library.own;
  if (library.get(id) === undefined) throw new Error(reasonsOf(problems).join(', '));
  return {
    compile() {
      const plan = compileOne(id, library, problems);
      if (plan === undefined) throw new Error(reasonsOf(problems).join(', '));
      return plan;
    },
  };
}

/** The text of a shipped rulebook. */
export function shippedText(id: string): RulebookText {
  const text = shippedRules().read(id);
  if (text === undefined) throw new Error(`no rulebook ${id} is shipped`);
  return text;
}

/** The text of a file beside this one. */
export function readBeside(name: string): string {
  return readFileSync(new URL(name, import.meta.url), 'utf8');
}

function reasonsOf({ all }: Problems): readonly string[] {
  return all.map(({ code, file, line }) => `${code} (${file}:${line})`);
}
