import type { Statement } from '../../payroll/statement.js';
import { agentsNamedBy, type Problem } from '../../words/problem.js';

/** The problems of a month, by whether one agent's pay may follow from them. */
interface ProblemsOfAgent {
  readonly own: readonly Problem[];
  /** How many warnings are about others alone. */
  readonly others: number;
}

/**
 * What of a month's problems may touch an agent's pay: what names the agent, and what is said of the rulebooks,
 * of the settings or of a whole file. A row that names somebody else, or nobody, does not.
 */
export function problemsOfAgent(
  statement: Statement,
  problems: readonly Problem[],
): ProblemsOfAgent {
  const own = problems
    .filter(({ level }) => level !== 'info')
    .filter((each) => isAbout(each, statement));
  const warnings = problems.filter(({ level }) => level === 'warning').length;
  return { own, others: warnings - own.filter(({ level }) => level === 'warning').length };
}

/** What of a month's problems may touch the pay of any of these agents. */
export function problemsOfAgents(
  statements: readonly Statement[],
  problems: readonly Problem[],
): readonly Problem[] {
  const own = new Set(statements.flatMap((statement) => problemsOfAgent(statement, problems).own));
  return problems.filter((problem) => own.has(problem));
}

function isAbout(problem: Problem, { agent }: Statement): boolean {
  const people = agentsNamedBy(problem);
  if (people.length > 0) return people.includes(agent);
  const { file, line } = problem;
  return line === undefined || file?.endsWith('.yaml') === true;
}
