import { readLedger } from '../../ledger/whole-ledger.js';
import { plain, sum } from '../../lib/decimal.js';
import type { Month } from '../../lib/month.js';
import { version } from '../../lib/version.js';
import { EFFECTS_DOCUMENT, effectsTable } from '../../output/months/effects-report.js';
import { recordOf } from '../../output/report/report-columns.js';
import { type ComparedMonth, effectsBetween } from '../../payroll/effects.js';
import { closedOf } from '../../run/closed-month.js';
import { payableMonth } from '../../run/payable.js';
import { collectProblems } from '../../words/problem.js';
import { text } from '../../words/text.js';
import { type MonthFlags, type OutputFlags, parseMonthFlag } from '../flags/flags.js';
import { limitsOf } from '../months/asked-month.js';
import { shopLanguage } from '../months/closed-chain.js';
import { EXIT } from '../present/exit.js';
import type { CommandResult } from '../present/result.js';
import { withProgress } from '../terminal/show-progress.js';
import type { Invocation } from './command.js';

type DiffFlags = OutputFlags & MonthFlags;

/** `kpi diff`: what changed between two months, and what of it each cause made. */
export async function diff({
  flags,
  arguments: [from, to],
  io,
}: Invocation<DiffFlags, readonly [string, string]>): Promise<CommandResult> {
  const request = limitsOf(flags);
  const language = await shopLanguage(request);
  const problems = collectProblems();
  // What is closed is one for both months, and so is what is wrong with it.
  if ((await readLedger(request.folder, problems)) === undefined) {
    return { language, problems: problems.all, exit: EXIT.problems };
  }
  const sides: ComparedMonth[] = [];
  for (const word of [from, to]) {
    const month = parseMonthFlag(word) as Month;
    const closed = await closedOf(request.folder, month, problems);
    const asked = { ...request, month, closed, basis: 'sealed-policy' } as const;
    const side = await withProgress(io, (watching) =>
      payableMonth({ ...asked, ...watching }, problems),
    );
    if (side !== undefined) sides.push(side);
  }
  const [before, after] = sides;
  if (problems.hasErrors() || before === undefined || after === undefined) {
    return { language, problems: problems.all, exit: EXIT.problems };
  }
  const effects = effectsBetween(before, after);
  const change = plain(sum(effects.map((effect) => effect.change.effect)));
  const key = effects.length === 0 ? 'compare.same' : 'diff.total';
  return {
    language,
    data: {
      table: () => effectsTable(effects, { language, ids: flags.ids }),
      json: () => {
        const edition = { version: version() };
        return recordOf(
          EFFECTS_DOCUMENT,
          { edition, from: before.month, to: after.month, effects },
          language,
        );
      },
    },
    notes: [text(language, key, { from, to, change })],
  };
}
