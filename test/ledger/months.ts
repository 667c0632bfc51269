import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type ClosedMonth, closedFile } from '../../src/ledger/closed-folder.js';
import { correctionFile } from '../../src/ledger/corrections-folder.js';
import { correctionText, type SealedCorrection } from '../../src/ledger/sealed-correction.js';
import { monthText, type SealedMonth } from '../../src/ledger/sealed-month.js';
import type { ExplainedLine, ExplainedStatement } from '../../src/ledger/sealed-statement.js';
import { sha256Of } from '../../src/ledger/sealed-text.js';
import { decimal, sum } from '../../src/lib/decimal.js';
import { sameInAll } from '../../src/lib/language.js';
import type { Month } from '../../src/lib/month.js';
import { amountTrace } from '../../src/payroll/amount-trace.js';
import { NOTHING_COUNTED } from '../../src/payroll/pay.js';
import { numberValue } from '../../src/rulebook/values/value.js';

// Closed months that are written in the test: no file of a month is read, nothing is computed.

/** An empty shop folder that goes away with the test. */
export function emptyShop(): string {
  const shop = mkdtempSync(join(tmpdir(), 'kpi-ledger-'));
  onTestFinished(() => rmSync(shop, { recursive: true, force: true }));
  return shop;
}

const EXPLANATION = {
  formula: sameInAll('a'),
  numbers: sameInAll('1'),
  reason: sameInAll('a = 1'),
};

function lineOf(id: string, amount: string): ExplainedLine {
  return {
    id,
    title: sameInAll(id),
    kind: id === 'fine' ? 'deduction' : 'earning',
    category: 'bonus',
    amount: decimal(amount),
    rulebook: 'book',
    source: undefined,
    explanation: EXPLANATION,
    trace: amountTrace(decimal(amount)),
  };
}

/** What an agent was paid: amounts by line, of which `fine` is a deduction. */
export function paid(
  agent: string,
  amounts: Readonly<Record<string, string>>,
  more: Partial<ExplainedStatement> = {},
): ExplainedStatement {
  const lines = Object.entries(amounts).map(([id, amount]) => lineOf(id, amount));
  const total = (kind: ExplainedLine['kind']) =>
    sum(lines.flatMap((line) => (line.kind === kind && line.amount ? [line.amount] : [])));
  const values = new Map(
    lines.flatMap(({ id, amount }) =>
      amount === undefined ? [] : [[`line.${id}`, numberValue(amount)] as const],
    ),
  );
  return {
    agent,
    name: agent,
    role: { id: 'presales', title: sameInAll('售前') },
    plan: 'presales',
    planTitle: sameInAll('presales'),
    team: undefined,
    scores: [],
    lines,
    gross: total('earning'),
    deductions: total('deduction'),
    payable: total('earning').minus(total('deduction')),
    notices: [],
    values: () => values,
    ...more,
  };
}

/** A month of which nothing is known but what is given. */
export function sealed(month: string, more: Partial<SealedMonth> = {}): SealedMonth {
  return {
    format: 1,
    kpi: '1.0.0',
    month: month as Month,
    shop: '小店',
    history: [],
    restsOn: [],
    accepted: [],
    inputs: [],
    statements: [],
    metrics: NOTHING_COUNTED,
    roster: (more.statements ?? []).map(({ agent }, index) => ({
      index,
      id: agent,
      name: agent,
      role: 'presales',
      accounts: [],
      line: index + 2,
    })),
    policy: {
      config: { file: 'kpi.yaml', text: 'shop: 小店\nplans: {presales: {pay: []}}\n' },
      rulebooks: [],
      shipped: [],
    },
    ...more,
  };
}

/** Writes the file of a closed month as it is given; gives the month with the hash of its file. */
export function write(shop: string, month: SealedMonth): ClosedMonth {
  const text = monthText.write(month);
  mkdirSync(join(shop, 'closed'), { recursive: true });
  writeFileSync(join(shop, closedFile(month.month)), text);
  return { month: month.month, sealed: month, sha256: sha256Of(text) };
}

/** Writes months, each linked to the one before it. */
export function writeChain(shop: string, ...months: readonly SealedMonth[]): ClosedMonth[] {
  const chain: ClosedMonth[] = [];
  for (const month of months) {
    const before = chain.at(-1);
    const previous = before && { month: before.month, sha256: before.sha256 };
    chain.push(write(shop, { ...month, previous }));
  }
  return chain;
}

/** A correction of a closed month without lines, and nothing that has changed. */
export function correction(
  { month, sha256 }: ClosedMonth,
  number: number,
  into: string,
  more: Partial<SealedCorrection> = {},
): SealedCorrection {
  return {
    format: 1,
    kpi: '1.0.0',
    month,
    number,
    in: into as Month,
    sealed: sha256,
    restsOn: [],
    inputs: [],
    changed: [],
    lines: [],
    record: { values: new Map(), facts: new Map(), shop: new Map() },
    ...more,
  };
}

/** Writes the file of a correction; gives the hash of the file. */
export function writeCorrection(shop: string, content: SealedCorrection): string {
  const text = correctionText.write(content);
  mkdirSync(join(shop, 'closed/corrections'), { recursive: true });
  writeFileSync(join(shop, correctionFile(content.month, content.number)), text);
  return sha256Of(text);
}

/** A corrected line of 提成 whose amount changes so. */
export function correctedLine(
  agent: string,
  before: string,
  after: string,
  carried = '0',
): SealedCorrection['lines'][number] {
  return {
    agent,
    name: agent,
    line: 'share',
    title: sameInAll('提成'),
    kind: 'earning',
    category: 'commission',
    before: decimal(before),
    after: decimal(after),
    carried: decimal(carried),
    change: decimal(after).minus(before).minus(carried),
    now: EXPLANATION,
  };
}
