import type { MetricValue } from '../catalogue/figure.js';
import type { OccurrenceRow } from '../catalogue/rows.js';
import { plain } from '../lib/decimal.js';
import type { AgentMonth, MonthMetrics } from '../metrics/month-metrics.js';
import type { PaidMonth } from '../payroll/run.js';
import type { Notice, PayLine, Score, Statement, Told } from '../payroll/statement.js';
import { numberValue } from '../rulebook/values/value.js';
import type { Agent, Shop } from '../shop/shop.js';
import type { SourceText } from '../shop/source-text.js';
import { sealedCorrections } from './corrections-due.js';
import type {
  SealedAgent,
  SealedFacts,
  SealedFigure,
  SealedMonth,
  SealedSource,
  SealedStatement,
} from './sealed-month.js';
import { sha256Of } from './sealed-text.js';
import { exactText, known, sealedValue } from './sealed-values.js';

/** What is sealed of a month beside what was computed. */
export interface Sealing {
  /** The version of the program. */
  readonly version: string;
  readonly previous: SealedMonth['previous'];
  /** The closed months before it. */
  readonly history: SealedMonth['history'];
  readonly accepted: SealedMonth['accepted'];
  /** The shipped rulebooks that the policy rests on. */
  readonly shipped: readonly SourceText[];
  /** How a line came about, in words. */
  readonly tell: (line: PayLine) => Told;
}

/** Seals a month that was paid without problems. The same month gives the same value wherever it is closed. */
export function sealMonth(month: PaidMonth, shop: Shop, sealing: Sealing): SealedMonth {
  const metrics = month.metrics ?? NOTHING;
  return {
    format: 1,
    kpi: sealing.version,
    month: month.month,
    shop: shop.name,
    ...known({ previous: sealing.previous }),
    history: sealing.history,
    accepted: sealing.accepted,
    ...known({ corrections: month.corrections && sealedCorrections(month.corrections) }),
    inputs: sealedInputs(month.inputs),
    statements: month.statements.map((statement) => sealedStatement(statement, sealing.tell)),
    facts: [...metrics.agents].map(([id, own]) => sealedFacts(id, own)),
    shop_metrics: sealedFigures(metrics.shop),
    counts: { ...metrics.counts },
    roster: month.roster.map(sealedAgent),
    policy: {
      config: sealedSource(shop.source),
      rulebooks: (shop.rulebooks ?? []).map(sealedSource),
      shipped: sealing.shipped.map(sealedSource),
    },
  };
}

const NOTHING: Pick<MonthMetrics, 'agents' | 'shop' | 'counts'> = {
  agents: new Map(),
  shop: new Map(),
  counts: {},
};

/** The files that a month was computed from. */
export function sealedInputs(inputs: PaidMonth['inputs']): SealedMonth['inputs'] {
  return inputs.map(({ file, sha256, rows, readAs, kind }) => ({
    file,
    sha256,
    rows,
    read_as: readAs,
    kind,
  }));
}

function sealedSource({ file, text }: SourceText): SealedSource {
  return { file, sha256: sha256Of(text), text };
}

function sealedStatement(statement: Statement, tell: Sealing['tell']): SealedStatement {
  const { agent, name, role, plan, planTitle, team, scores, lines, notices } = statement;
  const paid = new Map(lines.map(({ id, amount }) => [`line.${id}` as string, amount] as const));
  const values = [...statement.values()].map(([key, value]) => {
    // What a limit has cut was paid as it was cut.
    const amount = paid.get(key);
    return [
      key,
      amount === undefined ? sealedValue(value) : sealedValue(numberValue(amount)),
    ] as const;
  });
  return {
    id: agent,
    name,
    role,
    plan: { id: plan, title: planTitle },
    ...known({ team }),
    scores: scores.map(sealedScore),
    lines: lines.map((line) => sealedLine(line, tell)),
    gross: exactText(statement.gross),
    deductions: exactText(statement.deductions),
    payable: exactText(statement.payable),
    notices: notices.map(sealedNotice),
    values: Object.fromEntries(values),
  };
}

function sealedScore({ rulebook, title, points, total, rank, items }: Score) {
  return {
    rulebook,
    title,
    points: exactText(points),
    total: exactText(total),
    rank,
    items: items.map(({ id, title: itemTitle, section, points: own, full }) => ({
      id,
      title: itemTitle,
      section,
      ...known({ points: own && exactText(own), full: full && exactText(full) }),
    })),
  };
}

function sealedLine(line: PayLine, tell: Sealing['tell']) {
  const { id, title, kind, category, amount, rulebook, source } = line;
  return {
    id,
    title,
    kind,
    category,
    ...known({ amount: amount && exactText(amount) }),
    rulebook,
    ...(line.told ?? tell(line)),
    ...known({ source }),
  };
}

function sealedNotice({ code, level, text, rulebook, once }: Notice) {
  return { code, level, text, ...known({ rulebook, once }) };
}

function sealedFacts(id: string, own: AgentMonth): SealedFacts {
  return {
    id,
    metrics: sealedFigures(own.metrics),
    ratings: mapped(own.ratings, (rating) =>
      rating.kind === 'grade' ? { grade: rating.grade } : { number: exactText(rating.mean) },
    ),
    gradings: mapped(own.gradings, (list) =>
      list.map(({ value, week, place: { file, line } }) => ({
        score:
          value.kind === 'grade' ? { grade: value.grade } : { number: exactText(value.number) },
        ...known({ week }),
        file,
        line,
      })),
    ),
    ...known({
      complaints: own.cases && mapped(own.cases, (rows) => rows.map(sealedOccurrence)),
      events: own.events && mapped(own.events, (rows) => rows.map(sealedOccurrence)),
    }),
  };
}

function sealedOccurrence({ place, day, count, amount, points, grave, order }: OccurrenceRow) {
  return {
    file: place.file,
    line: place.line,
    day,
    count: exactText(count),
    ...known({ amount: amount && exactText(amount), points: points && exactText(points) }),
    grave,
    ...known({
      order: order && {
        id: order.id,
        ...known({ amount: order.amount && exactText(order.amount) }),
      },
    }),
  };
}

function sealedFigures(figures: ReadonlyMap<string, MetricValue>): Record<string, SealedFigure> {
  return mapped(figures, (figure): SealedFigure => {
    if (figure.state === 'missing') return {};
    const { numerator, denominator, provisional } = figure;
    return known({
      value: figure.state === 'known' ? exactText(figure.value) : undefined,
      numerator: numerator && exactText(numerator),
      denominator: denominator && exactText(denominator),
      imported: figure.state === 'known' && figure.origin === 'imported' ? true : undefined,
      provisional,
    });
  });
}

function mapped<From, To>(
  map: ReadonlyMap<string, From>,
  change: (from: From) => To,
): Record<string, To> {
  return Object.fromEntries([...map].map(([key, each]) => [key, change(each)]));
}

function sealedAgent(agent: Agent): SealedAgent {
  const { id, name, role, accounts, accountDays, line, basePay, workdaysDue } = agent;
  return {
    id,
    name,
    role,
    ...known({
      level: agent.level,
      level_since: agent.levelSince,
      team: agent.team,
      shift: agent.shift,
    }),
    accounts: [...accounts],
    ...known({
      account_days: accountDays?.map(({ account, from, to }) => ({
        account,
        ...known({ from, to }),
      })),
      hired_on: agent.hiredOn,
      left_on: agent.leftOn,
      probation_until: agent.probationUntil,
      base_pay: basePay && plain(basePay),
      workdays_due: workdaysDue && plain(workdaysDue),
      insurance: agent.insurance,
    }),
    line,
  };
}
