import { plain, sum } from '../lib/decimal.js';
import { jsonOf } from '../lib/json.js';
import type { Month } from '../lib/month.js';
import { effectsJson, effectsTable } from '../output/months/effects.js';
import { effectsBetween } from '../payroll/effects.js';
import type { Payable } from '../payroll/pay.js';
import { closedOf } from '../run/closed-month.js';
import { payableOf } from '../run/payable.js';
import { collectProblems } from '../words/problem.js';
import { text } from '../words/text.js';
import { deliver } from './deliver.js';
import { EXIT, type ExitCode } from './exit.js';
import { type MonthFlags, type OutputFlags, parseMonthFlag } from './flags.js';
import { chooseFormat, TABLE_FORMATS } from './format.js';
import type { Io } from './io.js';
import { shopLanguage } from './ledger.js';
import { limitsOf } from './month.js';
import { withProgress } from './progress.js';
import { renderTable } from './render.js';
import { reportProblems, say } from './report.js';
import { version } from './version.js';

export type DiffFlags = OutputFlags & MonthFlags;

/** `kpi diff`: what changed between two months, and what of it each cause made. */
export async function diff(
  first: string,
  second: string,
  flags: DiffFlags,
  io: Io,
): Promise<ExitCode> {
  const format = chooseFormat(flags, TABLE_FORMATS, io.stdout.isTerminal ? 'table' : 'csv');
  const request = limitsOf(flags);
  const language = await shopLanguage(request);
  const reporting = { language, color: flags.color, strict: flags.strict, io };
  const problems = collectProblems();
  const sides: Payable[] = [];
  for (const word of [first, second]) {
    const month = parseMonthFlag(word) as Month;
    const closed = await closedOf(request.folder, month, problems);
    const asked = { ...request, month, closed, basis: 'sealed-policy' } as const;
    const side = await withProgress(io, (watching) =>
      payableOf({ ...asked, ...watching }, problems),
    );
    if (side !== undefined) sides.push(side);
  }
  const [before, after] = sides;
  if (problems.hasErrors() || before === undefined || after === undefined) {
    await reportProblems(problems.all, reporting);
    return EXIT.problems;
  }
  const effects = effectsBetween(before, after);
  const content =
    format === 'json'
      ? jsonOf({ kpi: version(), from: first, to: second, ...effectsJson(effects, language) })
      : await renderTable(effectsTable(effects, { language, ids: flags.ids }), format, flags, io);
  const code = await deliver(content, flags.output, reporting);
  if (code !== EXIT.done) return code;
  const change = plain(sum(effects.map((effect) => effect.change.effect)));
  const key = effects.length === 0 ? 'compare.same' : 'diff.total';
  await say(io, text(language, key, { from: first, to: second, change }));
  return EXIT.done;
}
