import type { Problems } from '../words/problem.js';
import { factSources, type Payable } from './pay.js';
import type { RunRequest } from './run.js';
import type { Statement } from './statement.js';
import { withStatutory } from './statutory.js';

/** What is asked beside the amounts. */
interface Asked extends Pick<RunRequest, 'listsFigures'> {
  /** Whether what pay comes to is known: else only what the law lacks is told. */
  readonly isJudged: boolean;
}

/** Statements with what the law makes of them; as they are in a shop that does without. */
export function payUnderLaw(
  { month, shop, policy, active, metrics, history }: Payable,
  statements: readonly Statement[],
  { isJudged, listsFigures = false }: Asked,
  problems: Problems,
): readonly Statement[] {
  const plan = policy.statutory;
  if (plan === undefined || metrics === undefined) return statements;
  if (!metrics.files.has('deductions')) {
    problems.report('no-deductions', { file: month }, { params: { month } });
  }
  const sources = factSources(month, shop, policy, metrics);
  const about = { plan, agents: active, sources, history, isJudged, listsFigures };
  return withStatutory(statements, about, problems);
}
