import type { Statement } from '../../payroll/statement.js';
import type { Problem } from '../../words/problem.js';

/** The problems of a month, told apart by whether they bear on one agent's pay. */
interface Bearing {
  readonly own: readonly Problem[];
  /** How many warnings do not. */
  readonly others: number;
}

/**
 * What of a month's problems bears on an agent: what names the agent, and what is said of the rulebooks, of
 * the settings or of a whole file. A row that names somebody else, or nobody, does not.
 */
export function bearingOn(statement: Statement, problems: readonly Problem[]): Bearing {
  const own = problems
    .filter(({ level }) => level !== 'info')
    .filter((each) => bears(each, statement));
  const warnings = problems.filter(({ level }) => level === 'warning').length;
  return { own, others: warnings - own.filter(({ level }) => level === 'warning').length };
}

function bears({ params, file, line }: Problem, { agent, name }: Statement): boolean {
  const people = [params.agent, params.agents].flatMap((each) =>
    typeof each === 'string' ? each.split(', ') : [],
  );
  if (people.length > 0) return people.includes(agent) || people.includes(name);
  return line === undefined || file?.endsWith('.yaml') === true;
}
