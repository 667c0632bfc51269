import { sum } from '../lib/decimal.js';
import { listedTitles } from '../words/lists.js';
import type { Problems } from '../words/problem.js';
import type { PayLine, Statement } from './statement.js';

/**
 * A transfer moves money from one agent to another, so that over the shop nothing is left of it. Where the
 * two sides differ somebody is paid, or pays, without a counterpart, which is said.
 */
export function reportUnbalancedTransfers(
  statements: readonly Statement[],
  file: string,
  problems: Problems,
): void {
  const lines = statements.flatMap((statement) =>
    statement.lines.filter(({ category }) => category === 'transfer'),
  );
  const side = (kind: PayLine['kind']) =>
    sum(lines.flatMap((line) => (line.kind === kind && line.amount ? [line.amount] : [])));
  const [given, taken] = [side('earning'), side('deduction')];
  if (given.equals(taken)) return;
  const titles = [...new Map(lines.map(({ id, title }) => [id, title])).values()];
  const params = {
    lines: listedTitles('names', titles),
    given: given.toFixed(),
    taken: taken.toFixed(),
  };
  problems.report('transfer-unbalanced', { file }, { params });
}
