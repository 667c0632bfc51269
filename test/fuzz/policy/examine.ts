// Opens a shop of one kpi.yaml and one rulebook, pays two invented agents by it, and holds all against the laws.
import type { MetricValue } from '../../../src/catalogue/figure.js';
import { INPUT_KINDS } from '../../../src/catalogue/inputs.js';
import { METRICS } from '../../../src/catalogue/metrics/metrics.js';
import type { OccurrenceRow } from '../../../src/catalogue/rows.js';
import { SHIPPED_LEVELS } from '../../../src/catalogue/vocabulary.js';
import { decimal, ONE, ZERO } from '../../../src/lib/decimal.js';
import type { Day } from '../../../src/lib/month.js';
import type { AgentMonth, MonthMetrics, Rating } from '../../../src/metrics/month-metrics.js';
import { everythingOf, reasonBranches } from '../../../src/output/explain/explanation.js';
import { pay } from '../../../src/payroll/pay.js';
import type { Statement } from '../../../src/payroll/statement.js';
import { openPolicy, type Policy } from '../../../src/policy/policy.js';
import { checkRulebooks } from '../../../src/policy/rules.js';
import type { Scorecard } from '../../../src/rulebook/books/rulebook.js';
import { shopOf } from '../../../src/shop/open.js';
import { shippedRules } from '../../../src/shop/shipped-rules.js';
import type { Agent, Shop } from '../../../src/shop/shop.js';
import {
  collectProblems,
  type Problem,
  type Problems,
  problemRemedy,
  problemText,
} from '../../../src/words/problem.js';
import { OCTOBER } from '../../output/samples.js';
import { digits, fractionOf, minus, sum } from '../../setup/fraction.js';
import type { PolicyDocument } from './documents.js';

/** How a document ended; every line of `broken` is a law that did not hold. */
export interface PolicyFinding {
  readonly outcome: 'refused' | 'warned' | 'paid' | undefined;
  readonly codes: readonly string[];
  readonly broken: readonly string[];
}

/** How hard a document is tried. */
interface Trial {
  /** Whether it is read a second time, to come to the same. */
  readonly isRepeated: boolean;
  /** Processor time that reading, compiling, checking and paying may take once. */
  readonly seconds: number;
}

/** Reads the document and says which laws it breaks. */
export function examinePolicy(
  document: PolicyDocument,
  { isRepeated, seconds: most }: Trial,
): PolicyFinding {
  const before = process.cpuUsage();
  try {
    const first = outcomeOf(document);
    const { user, system } = process.cpuUsage(before);
    const seconds = (user + system) / 1e6;
    const { problems, statements } = first;
    const again = isRepeated ? outcomeOf(document) : first;
    const broken = [
      ...(seconds > most ? [`${seconds.toFixed(1)} s of processor time`] : []),
      ...(shown(first) === shown(again) ? [] : ['another result the second time']),
      ...problems.flatMap(wrongIn),
      ...statements.flatMap(wrongSums),
    ];
    const levels = new Set(problems.map(({ level }) => level));
    const outcome = levels.has('error') ? 'refused' : levels.has('warning') ? 'warned' : 'paid';
    return { outcome, codes: [...new Set(problems.map(({ code }) => code))], broken };
  } catch (error) {
    const what = error instanceof Error ? error.stack : String(error);
    return { outcome: undefined, codes: [], broken: [`exception: ${what}`] };
  }
}

interface Outcome {
  readonly problems: readonly Problem[];
  readonly statements: readonly Statement[];
  /** Everything that is told of how pay came about, in both languages. */
  readonly reasons: readonly unknown[];
}

function outcomeOf({ kind, text }: PolicyDocument): Outcome {
  const problems = collectProblems();
  const config = kind === 'config' ? text : configFor(text);
  const rulebooks = kind === 'book' ? [{ file: 'rules/own.yaml', text }] : [];
  const source = { file: 'kpi.yaml', text: config };
  const shop = shopOf({ folder: '/shop', source, rulebooks, shipped }, problems);
  checkRulebooks(shop, problems);
  const policy = openPolicy(shop, problems, AGENTS);
  const statements = policy === undefined ? [] : statementsOf(shop, policy, problems);
  const reasons = statements.flatMap((statement) =>
    (['zh', 'en'] as const).map((language) => [
      reasonBranches(everythingOf(statement), language),
      statement.notices.map(({ text: words }) => words[language]),
    ]),
  );
  return { problems: problems.all, statements, reasons };
}

/** The program reads a file that ships once in a run; a run of the fuzzer is thousands of its. */
const shipped = remembered(shippedRules());

function remembered({ ids, examples, read }: Shop['shipped']): Shop['shipped'] {
  const texts = new Map<string, ReturnType<typeof read>>();
  return {
    ids,
    examples,
    read(id) {
      if (!texts.has(id)) texts.set(id, read(id));
      return texts.get(id);
    },
  };
}

/** A kpi.yaml by which people are paid by the book, whatever its kind. */
function configFor(book: string): string {
  const id = /^\s*(?:id|编号)\s*:\s*"?([a-z][a-z0-9_]*)/m.exec(book)?.[1] ?? 'own';
  const kind = /^\s*(?:kind|类型)\s*:\s*"?(\S+?)"?$/m.exec(book)?.[1] ?? 'pay';
  if (/plan|方案/.test(kind)) return `shop: 小店\nplans: {presales: ${id}}\n`;
  const list = /scorecard|考核/.test(kind)
    ? 'scores'
    : /notices|通知/.test(kind)
      ? 'notices'
      : 'pay';
  return `shop: 小店\nplans: {presales: {${list}: [${id}]}}\n`;
}

const AGENTS: readonly Agent[] = ['presales', 'presales', 'aftersales', 'vip'].map(
  (role, index) => ({
    index,
    id: `A0${index + 1}`,
    name: `甲${index + 1}`,
    role,
    accounts: [],
    basePay: decimal(3000 + index),
    workdaysDue: decimal(22),
    insurance: 'insured',
    siBase: decimal(8000),
    fundBase: decimal(8000),
    fundRate: decimal('0.07'),
    taxResidence: 'resident',
    hiredOn: '2024-03-01' as Day,
    level: SHIPPED_LEVELS[index]?.id ?? '',
    levelSince: '2025-03-01' as Day,
    team: '一组',
    shift: '白班',
    lead: 'A01',
    line: index + 2,
  }),
);

function statementsOf(shop: Shop, policy: Policy, problems: Problems): readonly Statement[] {
  const metrics = monthOf(policy);
  const asked = { month: OCTOBER, shop, policy, active: AGENTS, metrics, history: undefined };
  return pay(asked, problems);
}

/** A month in which every figure is known and everything that a book knows happened. */
function monthOf({ books }: Policy): MonthMetrics {
  const figures = (of: number): ReadonlyMap<string, MetricValue> =>
    new Map(
      METRICS.map(({ id, quotient }, at) => {
        const value = quotient
          ? decimal(`0.${(at * 7 + of) % 100}`)
          : decimal((at * 13 + of) % 500);
        const parts = quotient ? { numerator: value, denominator: ONE } : {};
        return [id, { state: 'known', value, origin: 'imported', ...parts } as const];
      }),
    );
  const events = new Map(
    books
      .flatMap((book) => [...book.events.keys()])
      .map((id, at) => [id, [{ ...EVENT, place: { ...EVENT.place, line: at + 2 } }]] as const),
  );
  // An item with points by grade is graded, any other has a number.
  const graded = JSON.stringify(
    books
      .flatMap((book) => ('entries' in book ? (book as Scorecard).entries : []))
      .flatMap(({ spec }) => ('grade' in spec ? [spec.grade] : [])),
  );
  const ratings = new Map(
    books.flatMap((book) =>
      [...book.ratings].map(([id, { zh }]): readonly [string, Rating] => {
        const isGraded = graded.includes(`rating.${id}`) || graded.includes(zh);
        return [
          id,
          isGraded
            ? { kind: 'grade', grade: 'good', count: 1 }
            : { kind: 'number', mean: decimal(3), count: 1 },
        ];
      }),
    ),
  );
  const agentMonth = (of: number): AgentMonth => ({
    metrics: figures(of),
    ratings,
    gradings: new Map(),
    cases: new Map(),
    events,
  });
  return {
    agents: new Map(AGENTS.map(({ id, index }) => [id, agentMonth(index)])),
    shop: figures(AGENTS.length),
    files: new Map(INPUT_KINDS.map((kind) => [kind, [`2026-10/${kind}.csv`]])),
    counts: {},
  };
}

const EVENT: OccurrenceRow = {
  place: { file: '2026-10/events.csv', line: 2 },
  day: '2026-10-05',
  count: decimal(1),
  amount: decimal('12.5'),
  points: decimal(2),
  grave: false,
};

/** What two runs must have in common. */
function shown({ problems, statements, reasons }: Outcome): string {
  const paid = statements.map(({ agent, lines, scores, payable }) => [
    agent,
    lines.map(({ id, amount }) => [id, amount?.toFixed()]),
    scores.map(({ points, rank }) => [points.toFixed(), rank]),
    payable.toFixed(),
  ]);
  return JSON.stringify([problems, paid, reasons]);
}

/** What a problem lacks: a place, a cause or a remedy, in either language. */
function wrongIn(problem: Problem): readonly string[] {
  const { code, file, line, column } = problem;
  const sentences = (['zh', 'en'] as const).flatMap((language) => [
    problemText(language, problem),
    problemRemedy(language, problem),
  ]);
  const isPlaced =
    file !== undefined &&
    (line === undefined || line > 0) &&
    (typeof column !== 'number' || column > 0);
  const isSaid =
    sentences.every((sentence) => sentence.length > 2 && !/\[object |\{[a-z]+\}/.test(sentence)) &&
    Object.values(problem.params).every((param) => param !== undefined);
  return [
    ...(isPlaced ? [] : [`${code}: no place: ${file} ${line}:${column}`]),
    ...(isSaid ? [] : [`${code}: ${sentences.join(' | ')}`]),
  ];
}

/** Where lines do not add up to the totals, digit by digit, or are no amounts. */
function wrongSums({ agent, lines, gross, deductions, payable }: Statement): readonly string[] {
  const of = (kind: string) =>
    sum(
      lines.flatMap((line) =>
        line.kind === kind && line.amount !== undefined ? [fractionOf(line.amount.toFixed())] : [],
      ),
    );
  const [earned, taken] = [of('earning'), of('deduction')];
  const wanted = [earned, taken, minus(earned, taken)].map(digits);
  const found = [gross, deductions, payable].map((total) => total.toFixed());
  const isPaid = lines.every(({ amount = ZERO }) => amount.isFinite());
  return isPaid && String(wanted) === String(found) ? [] : [`${agent}: ${found}, not ${wanted}`];
}
