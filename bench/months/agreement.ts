import { parse } from 'csv-parse/sync';
import type { MonthFolder } from './make.js';
import { metricsCommand, type Program } from './programs.js';
import { runTimed } from './run.js';

/** The core figures of each agent, by id: whole numbers, sales in fen. */
type Figures = ReadonlyMap<string, Readonly<Record<string, number>>>;

interface AgentMetrics {
  readonly id: string;
  readonly metrics: Readonly<Record<string, number>>;
  readonly parts: Readonly<
    Record<string, { readonly numerator: number; readonly denominator: number }>
  >;
}

interface MetricsDocument {
  readonly agents: readonly AgentMetrics[];
  readonly inputs: readonly { readonly file: string; readonly rows: number }[];
}

const FEN_PER_YUAN = 100;
const COUNTS = ['consults', 'replied', 'receptions', 'effective_receptions'];
const INQUIRIES = ['inquiries', 'inquiry_paid'];

/** Throws unless what a program printed agrees with `kpi metrics`. */
export type AgreementCheck = (program: Program, printed: string) => void;

/**
 * Holds what programs print about a month against `kpi metrics`: peers give every agent the same figures,
 * exactly, the scan has as many rows, and every salary table is the same. That the comparison finds a difference is checked first, on each
 * figure of the last agent.
 */
export function agreementCheck(month: MonthFolder, secondsAllowed: number): AgreementCheck {
  const { sample, stdout } = runTimed('kpi metrics', metricsCommand(month), secondsAllowed);
  if (sample === undefined) throw new Error(`kpi metrics takes more than ${secondsAllowed} s`);
  const document = JSON.parse(stdout) as MetricsDocument;
  const expected = figuresOf(document);
  checkComparison(expected);
  let salaries: string | undefined;
  const differenceIn: Readonly<Record<Program['prints'], (printed: string) => string | undefined>> =
    {
      figures: (printed) => differenceOf(expected, figuresIn(printed)),
      rows: (printed) => rowsDifference(document, JSON.parse(printed) as Record<string, number>),
      salaries: (printed) => {
        salaries ??= printed;
        return printed === salaries ? undefined : 'another salary table than before';
      },
    };
  return ({ title, prints }, printed) => {
    const difference = differenceIn[prints](printed);
    if (difference !== undefined) throw new Error(`${title}: ${difference}`);
  };
}

function figuresOf({ agents }: MetricsDocument): Figures {
  return new Map(agents.map((agent) => [agent.id, coreOf(agent)]));
}

function coreOf({ metrics, parts }: AgentMetrics): Readonly<Record<string, number>> {
  const taken = (names: readonly string[]) =>
    Object.fromEntries(names.map((name) => [name, metrics[name] ?? Number.NaN]));
  return {
    ...taken(COUNTS),
    response_seconds: parts.response_time?.numerator ?? Number.NaN,
    responses: parts.response_time?.denominator ?? Number.NaN,
    first_response_seconds: parts.first_response_time?.numerator ?? Number.NaN,
    first_responses: parts.first_response_time?.denominator ?? Number.NaN,
    paid_orders: metrics.paid_orders ?? Number.NaN,
    // Amounts have two decimals: the nearest whole number of fen is the exact one.
    sales_fen: Math.round((metrics.sales ?? Number.NaN) * FEN_PER_YUAN),
    ...taken(INQUIRIES),
  };
}

function figuresIn(csv: string): Figures {
  const rows = parse(csv, { columns: true }) as Record<string, string>[];
  return new Map(
    rows.map(({ agent = '', ...figures }) => [
      agent,
      Object.fromEntries(Object.entries(figures).map(([name, text]) => [name, Number(text)])),
    ]),
  );
}

/** The first figure that is not exactly equal. A peer also has agents who are not paid this month. */
function differenceOf(expected: Figures, found: Figures): string | undefined {
  for (const [agent, figures] of expected) {
    for (const [name, value] of Object.entries(figures)) {
      const given = found.get(agent)?.[name];
      if (given !== value) return `${name} of ${agent} is ${given}, kpi metrics says ${value}`;
    }
  }
  return expected.size === 0 ? 'there is no agent to compare' : undefined;
}

function checkComparison(expected: Figures): void {
  const [agent, figures] = [...expected].at(-1) ?? ['', {}];
  for (const [name, value] of Object.entries(figures)) {
    const spoilt = new Map([...expected, [agent, { ...figures, [name]: value + 1 }]]);
    if (differenceOf(expected, spoilt) === undefined) {
      throw new Error(`a wrong ${name} of ${agent} went unnoticed`);
    }
  }
}

function rowsDifference(
  { inputs }: MetricsDocument,
  found: Readonly<Record<string, number>>,
): string | undefined {
  for (const table of ['chats', 'orders']) {
    const read = inputs.find(({ file }) => file.endsWith(`/${table}.csv`))?.rows;
    if (found[table] !== read) return `${found[table]} rows of ${table}, kpi metrics read ${read}`;
  }
  return undefined;
}
