import { type Decimal, decimal, plain } from '../lib/decimal.js';
import { inAll, type Title } from '../lib/language.js';
import { firstDay, lastDay, type Month } from '../lib/month.js';
import {
  type PartMonthDue,
  partMonthDues,
  withWholeMonthDues,
} from '../metrics/part-month-dues.js';
import { calendarIn } from '../policy/plan-parts.js';
import type { Policy } from '../policy/policy.js';
import { workingDays } from '../rulebook/values/work-calendar.js';
import { listedTitles } from '../words/lists.js';
import { collectProblems, type Problems } from '../words/problem.js';
import { text } from '../words/text.js';
import { changesBetween, type LineChange } from './compare.js';
import { type Payable, pay } from './pay.js';
import type { Statement } from './statement.js';

/**
 * Warns of who joins or leaves in the month and has fewer workdays due than a whole month, where the shop
 * does not say what these count and the pay depends on it: both readings, with what each comes to.
 */
export function reportPartMonths(
  payable: Payable,
  statements: readonly Statement[],
  problems: Problems,
): void {
  const { metrics, active, month, policy } = payable;
  if (metrics?.settings === undefined || metrics.settings.partMonthDue !== undefined) return;
  const dues = partMonthDues(active, metrics.agents, month, () => workingDaysOf(month, policy));
  if (dues.length === 0) return;
  const agents = withWholeMonthDues(metrics.agents, dues);
  const otherwise = pay({ ...payable, metrics: { ...metrics, agents } }, collectProblems());
  const changes = changesBetween(statements, otherwise);
  const file = (metrics.files.get('attendance') ?? []).join(', ');
  for (const due of dues) {
    const own = changes.filter(({ agent }) => agent === due.agent.id);
    if (own.length === 0) continue;
    problems.report('part-month-due', file === '' ? {} : { file }, {
      params: bothReadings(due, own),
    });
  }
}

/** The working days of a month, where the calendar has its year. Read only when asked: what is read is sealed. */
function workingDaysOf(month: Month, { library }: Policy): Decimal | undefined {
  const calendar = calendarIn(library)() ?? { years: new Map() };
  const found = workingDays(calendar, firstDay(month), lastDay(month));
  return 'days' in found ? decimal(found.days) : undefined;
}

function bothReadings(
  { agent, written, wholeMonth: [whole] }: PartMonthDue,
  changes: readonly LineChange[],
) {
  const amounts = (reading: 'before' | 'after') =>
    listedTitles(
      'names',
      changes.map((change) => amountOf(change, reading)),
    );
  return {
    agent: agent.id,
    written: plain(written),
    whole: plain(whole),
    paid: amounts('before'),
    otherwise: amounts('after'),
  };
}

function amountOf(change: LineChange, reading: 'before' | 'after'): Title {
  const amount = change[reading];
  return inAll(
    (language) =>
      `${change.title[language]} ${amount === undefined ? text(language, 'value.absent') : amount.toFixed()}`,
  );
}
