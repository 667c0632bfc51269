import { isPaid } from '../../catalogue/pay-words.js';
import { type Decimal, sum } from '../../lib/decimal.js';
import type { Language } from '../../lib/language.js';
import type { Month } from '../../lib/month.js';
import type { PayLine, ScorecardScore, ScoreItem, Statement } from '../../payroll/statement.js';
import { listed } from '../../words/lists.js';
import { text } from '../../words/text.js';
import { bareFigure, moneyText } from '../report/figure-text.js';
import { ownReason } from '../traces/line-words.js';

/** Of which month and shop slips are, and what they say beside pay. */
interface SlipSetting {
  readonly month: Month;
  readonly shop: string;
  readonly language: Language;
  /** Whom to ask. */
  readonly ask: string | undefined;
  /** Until which day. */
  readonly by: string | undefined;
}

/** What an agent is told of her own pay, in words; nothing in it is of anybody else. */
export interface Payslip {
  readonly heading: string;
  readonly agent: string;
  readonly name: string;
  readonly role: string;
  readonly lines: readonly SlipLine[];
  /** The lines that come to nothing. */
  readonly zeros: string | undefined;
  readonly sums: readonly SlipSum[];
  readonly scores: readonly SlipScore[];
  readonly question: string;
}

interface SlipLine {
  readonly title: string;
  readonly kind: string;
  readonly amount: string;
  readonly reason: string;
  readonly source: string | undefined;
}

interface SlipSum {
  readonly title: string;
  readonly amount: string;
  /** What she is paid in the end. */
  readonly isResult: boolean;
}

interface SlipScore {
  readonly title: string;
  readonly result: string;
  readonly items: readonly { readonly title: string; readonly points: string }[];
}

/** The slip of one agent. */
export function payslipOf(statement: Statement, setting: SlipSetting): Payslip {
  const { month, shop, language } = setting;
  const shown = statement.lines.filter(
    (line) => isPaid(line) || line.kind === 'balance' || line.kind === 'withheld',
  );
  const zeros = shown.filter(({ amount }) => amount?.isZero());
  return {
    heading: text(language, 'payslip.heading', { shop, period: month }).trim(),
    agent: statement.agent,
    name: statement.name,
    role: statement.role.title[language],
    lines: shown.flatMap((line) => slipLine(line, language)),
    zeros: zeros.length === 0 ? undefined : zerosText(zeros, language),
    sums: sumsOf(statement, language),
    scores: statement.scores.map((score) => slipScore(score, language)),
    question: questionText(setting),
  };
}

function slipLine(line: PayLine, language: Language): readonly SlipLine[] {
  const { title, kind, amount, source } = line;
  if (amount === undefined || amount.isZero()) return [];
  const sign = kind === 'deduction' || kind === 'withheld' ? '−' : '';
  return [
    {
      title: title[language],
      kind: text(language, `line.${kind}`),
      amount: `${sign}${moneyText(amount, language)}`,
      reason: ownReason(line, language),
      source,
    },
  ];
}

function zerosText(lines: readonly PayLine[], language: Language): string {
  const names = lines.map(({ title }) => title[language]);
  return text(language, 'payslip.zeros', { lines: listed('names', names, language) });
}

/** What the lines come to, as far as what is paid out. */
function sumsOf(
  { gross, deductions, payable, statutory, lines }: Statement,
  language: Language,
): readonly SlipSum[] {
  const line = (title: string, amount: Decimal, isResult = false): SlipSum => ({
    title,
    amount: moneyText(amount, language),
    isResult,
  });
  const before = [
    line(text(language, 'table.gross'), gross),
    line(text(language, 'table.deductions'), deductions),
  ];
  if (statutory === undefined) {
    return [...before, line(text(language, 'table.payable'), payable, true)];
  }
  const withheld = lines.filter(({ kind }) => kind === 'withheld');
  return [
    ...before,
    line(text(language, 'table.before_tax'), payable),
    line(text(language, 'payslip.withheld'), sum(withheld.flatMap(({ amount }) => amount ?? []))),
    line(text(language, 'table.net'), statutory.net, true),
  ];
}

function slipScore(
  { title, points, total, rank, ranking, items }: ScorecardScore,
  language: Language,
): SlipScore {
  const score = {
    points: bareFigure(points, undefined),
    total: bareFigure(total, undefined),
    rank,
  };
  const count = ranking.places.length;
  return {
    title: title[language],
    // A seal keeps the rank, and not among whom it was.
    result:
      count === 0
        ? text(language, 'payslip.score_alone', score)
        : text(language, 'payslip.score', { ...score, count }),
    items: items.flatMap((item) => slipItem(item, language)),
  };
}

function slipItem({ title, section, points, full }: ScoreItem, language: Language) {
  if (points === undefined) return [];
  const given = bareFigure(points, undefined);
  const sign =
    section === 'addition' ? '+' : section === 'deduction' && !points.isZero() ? '−' : '';
  const shown =
    full === undefined ? `${sign}${given}` : `${given} / ${bareFigure(full, undefined)}`;
  return [{ title: title[language], points: shown }];
}

function questionText({ ask, by, language }: SlipSetting): string {
  const who = ask ?? text(language, 'payslip.lead');
  return by === undefined
    ? text(language, 'payslip.ask', { who })
    : text(language, 'payslip.ask_by', { who, day: by });
}
