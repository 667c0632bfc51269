import { decimal } from '../../src/lib/decimal.js';
import { sameInAll } from '../../src/lib/language.js';
import type { Statement } from '../../src/payroll/statement.js';
import { payMonth } from '../../src/payroll/statements.js';
import type { Facts } from '../../src/rulebook/values/node.js';
import { missing, numberValue, type Value } from '../../src/rulebook/values/value.js';
import type { Limits } from '../../src/shop/config.js';
import { collectProblems, type Problems } from '../../src/words/problem.js';
import { monthNamed } from '../output/samples.js';
import { compileBook } from '../rulebook/world.js';

/** An agent's figures of the month by metric id; what is left out is missing. */
export type Figures = Readonly<Record<string, number>>;

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
    return { agent, plan, facts: { facts: factsOf(own, id), earlier: () => 'unknown' as const } };
  });
  return { statements: payMonth(monthNamed('2026-10'), paid, limits, problems), problems };
}

/** What each statement has to say, as `code: text`. */
export function noticesOf(statements: readonly Statement[]): readonly string[] {
  return statements.flatMap(({ notices }) =>
    notices.map(({ code, text }) => `${code}: ${text.zh}`),
  );
}

function factsOf(figures: Figures, name: string): Facts {
  const unknown = (id: string): Value =>
    missing({
      name: sameInAll(id),
      code: 'metric-without-file',
      place: {},
      params: { metric: id, file: '' },
    });
  return {
    metric(id) {
      const number = figures[id];
      return { value: number === undefined ? unknown(id) : numberValue(decimal(number)) };
    },
    rating: unknown,
    gradings: () => [],
    events: () => [],
    cases: () => [],
    roster: (field) => (field === 'name' ? { kind: 'text', text: name } : unknown(field)),
    target: unknown,
    days: () => ({ days: [] }),
    hours: () => new Map(),
    recorded: () => undefined,
  };
}
