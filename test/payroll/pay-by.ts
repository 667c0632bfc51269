import type { Statement } from '../../src/payroll/statement.js';
import { payMonth } from '../../src/payroll/statements.js';
import type { Facts } from '../../src/rulebook/values/node.js';
import type { Limits } from '../../src/shop/config.js';
import { collectProblems, type Problems } from '../../src/words/problem.js';
import { monthNamed } from '../output/samples.js';
import { compileBook } from '../setup/books.js';
import { type Figures, factsOf } from '../setup/facts.js';

/** Agents A01, A02, … who are paid by one pay book, and what was wrong. */
export function payBy(
  book: string,
  figures: readonly Figures[],
  limits?: Limits,
): { readonly statements: readonly Statement[]; readonly problems: Problems } {
  const { plan, problems: wrong } = compileBook(book);
  if (plan === undefined) throw new Error(JSON.stringify(wrong.all));
  const problems = collectProblems();
  const paid = figures.map((own, index) => {
    const id = `A0${index + 1}`;
    const agent = { index, id, name: id, role: 'presales', accounts: [], line: index + 2 };
    return {
      agent,
      plan,
      facts: { facts: namedFacts(id, own), earlier: () => 'unknown' as const },
    };
  });
  return { statements: payMonth(monthNamed('2026-10'), paid, limits, problems), problems };
}

/** What each statement has to say, as `code: text`. */
export function noticesOf(statements: readonly Statement[]): readonly string[] {
  return statements.flatMap(({ notices }) =>
    notices.map(({ code, text }) => `${code}: ${text.zh}`),
  );
}

/** Of the roster the name is known. */
function namedFacts(name: string, figures: Figures): Facts {
  const facts = factsOf(figures);
  return {
    ...facts,
    roster: (field) => (field === 'name' ? { kind: 'text', text: name } : facts.roster(field)),
  };
}
