import { kpi } from './program.js';

interface JsonLine {
  readonly id: string;
  readonly amount: number | null;
  readonly formula: string;
  readonly numbers: string;
}

export interface JsonAgent {
  readonly id: string;
  readonly scores: readonly { readonly points: number; readonly rank: number }[];
  readonly lines: readonly JsonLine[];
  readonly gross: number;
  readonly deductions: number;
  readonly payable: number;
  readonly notices: readonly { readonly code: string; readonly level: string }[];
}

/** Pays October and gives the agents of the JSON document; fails when the program does. */
export async function paidAgents(
  folder: string,
  ...flags: readonly string[]
): Promise<readonly JsonAgent[]> {
  const run = await kpi(['calc', '-C', folder, '--month', '2026-10', '--format', 'json', ...flags]);
  if (run.code !== 0) throw new Error(run.err);
  return (JSON.parse(run.out) as { agents: readonly JsonAgent[] }).agents;
}

/** The amount of one line of one agent; null when the line is absent. */
export function amountOf(agents: readonly JsonAgent[], agent: string, line: string): number | null {
  const found = agents.find(({ id }) => id === agent)?.lines.find(({ id }) => id === line);
  if (found === undefined) throw new Error(`no line ${line} of ${agent}`);
  return found.amount;
}
