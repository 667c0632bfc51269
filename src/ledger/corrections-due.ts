import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listMonths } from '../intake/month/month-folder.js';
import { decimal } from '../lib/decimal.js';
import type { Month } from '../lib/month.js';
import type { CorrectionPart, DueCorrection } from '../payroll/correction.js';
import type { CorrectionsDue, SettledCorrections } from '../payroll/corrections.js';
import type { RunRequest } from '../payroll/run.js';
import type { Problems } from '../words/problem.js';
import { reportUnreadable } from '../words/system-reasons.js';
import { closedFile, closedMonths, readClosed } from './closed-folder.js';
import { type Correction, readCorrections } from './corrections-folder.js';
import type { SealedCorrections, SealedOpenCorrection } from './sealed-correction.js';
import { exactText, known } from './sealed-values.js';

/**
 * The corrections that a month has to settle: those that were made since the month closed before it, and what
 * that month has left open. A month that is closed has the same ones that it had then.
 */
export function correctionsDue(
  folder: string,
  month: Month,
): NonNullable<RunRequest['corrections']> {
  return async (problems) => {
    const closed = await closedMonths(folder, problems);
    const corrections = await readCorrections(folder, problems);
    if (closed === undefined || corrections === undefined) return NOTHING_DUE;
    const last = closed.filter((each) => each < month).at(-1);
    if (last === undefined) return NOTHING_DUE;
    const open = openAfter(folder, last, problems);
    const since = corrections.filter(({ content }) => content.in > last && content.in <= month);
    const between = closed.includes(month) ? undefined : await monthBetween(folder, last, month);
    if (between === undefined) return dueOf(since, open);
    // The month between will settle what is due before this one, and only then is it known what is left.
    const own = since.filter(({ content }) => content.in === month);
    if (open.length > 0 || own.length < since.length) {
      problems.report('correction-waits', { file: between }, { params: { month, between } });
    }
    return dueOf(own, []);
  };
}

/** What a month without corrections has to settle. */
export const NOTHING_DUE: CorrectionsDue = { files: [], due: [] };

async function monthBetween(folder: string, last: Month, month: Month): Promise<Month | undefined> {
  const months = await listMonths(folder);
  return months.filter((each) => each > last && each < month).sort()[0];
}

function dueOf(corrections: readonly Correction[], open: readonly DueCorrection[]): CorrectionsDue {
  return {
    files: corrections.map(({ file, sha256 }) => ({ file, sha256 })),
    due: [...open, ...corrections.flatMap(linesDue)],
  };
}

/** The lines of a correction, as the month that settles it takes them. */
export function linesDue({ file, month, number, content }: Correction): readonly DueCorrection[] {
  const inputs = content.changed.map((each) => each.file);
  return content.lines.map((line) => ({
    agent: line.agent,
    name: line.name,
    month,
    line: line.line,
    title: line.title,
    kind: line.kind,
    category: line.category,
    amount: decimal(line.change),
    parts: [{ ...amountsOf(line), number, file, reason: line.now?.reason, inputs }],
  }));
}

function amountsOf(line: {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly carried: string;
  readonly change: string;
}) {
  return {
    before: line.before === undefined ? undefined : decimal(line.before),
    after: line.after === undefined ? undefined : decimal(line.after),
    carried: decimal(line.carried),
    change: decimal(line.change),
  };
}

/** What stands in the file of every closed month that has settled corrections. Most have not. */
const SETTLED = '\n  "corrections": {';

function openAfter(folder: string, month: Month, problems: Problems): readonly DueCorrection[] {
  const file = closedFile(month);
  try {
    if (!readFileSync(join(folder, file), 'utf8').includes(SETTLED)) return [];
  } catch (error) {
    return reportUnreadable(error, file, problems) ?? [];
  }
  const settled = readClosed(folder, month, problems)?.sealed.corrections;
  return settled === undefined ? [] : settledOf(settled).open;
}

/** What a month has settled, as it is sealed. */
export function sealedCorrections({ files, paid, open }: SettledCorrections): SealedCorrections {
  return {
    files: files.map(({ file, sha256 }) => ({ file, sha256 })),
    paid: paid.map(({ agent, month, line, amount }) => ({
      agent,
      month,
      line,
      amount: exactText(amount),
    })),
    open: open.map(({ agent, name, month, line, title, kind, category, amount, parts }) => ({
      agent,
      name,
      month,
      line,
      title,
      kind,
      category,
      amount: exactText(amount),
      parts: parts.map(sealedPart),
    })),
  };
}

function sealedPart({
  number,
  file,
  before,
  after,
  carried,
  change,
  reason,
  inputs,
}: CorrectionPart) {
  return {
    number,
    file,
    ...known({ before: before && exactText(before), after: after && exactText(after) }),
    carried: exactText(carried),
    change: exactText(change),
    ...known({ reason }),
    inputs: [...inputs],
  };
}

/** What a closed month has settled. */
export function settledOf({ files, paid, open }: SealedCorrections): SettledCorrections {
  return {
    files,
    paid: paid.map((each) => ({
      ...each,
      month: each.month as Month,
      amount: decimal(each.amount),
    })),
    open: open.map(openOf),
  };
}

function openOf({ parts, amount, month, ...line }: SealedOpenCorrection): DueCorrection {
  return {
    ...line,
    month: month as Month,
    amount: decimal(amount),
    parts: parts.map((part) => ({
      ...amountsOf(part),
      number: part.number,
      file: part.file,
      reason: part.reason,
      inputs: part.inputs,
    })),
  };
}
