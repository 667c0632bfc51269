import type { ClosedMonth } from '../../ledger/closed-folder.js';
import type { Language } from '../../lib/language.js';
import type { PaidMonth } from '../../payroll/run.js';
import type { Statement } from '../../payroll/statement.js';

/** A month as its page shows it. */
export interface Overview {
  readonly month: PaidMonth;
  readonly statements: readonly Statement[];
  readonly isClosed: boolean;
  /** The closed months up to it, itself included when it is closed. */
  readonly chain: readonly ClosedMonth[];
  readonly language: Language;
  /** The version of the program. */
  readonly version: string;
}

/** Where an agent's own part of the page is, and in it the reason of a line. */
export function anchorOf(statement: Statement, { statements }: Overview, line?: string): string {
  const agent = `agent-${statements.indexOf(statement) + 1}`;
  return line === undefined ? agent : `${agent}-${encodeURIComponent(line)}`;
}
