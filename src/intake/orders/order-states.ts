import type { EngineRow } from '../../lib/engine.js';
import { sqlLiteral } from '../../lib/engine.js';
import {
  CLOSED_STATUSES,
  COMPLETED_STATUSES,
  NOT_REFUNDED_STATUSES,
  REFUNDED_STATUSES,
  SENT_STATUSES,
  UNPAID_STATUSES,
  UNSENT_STATUSES,
} from './order-words.js';

/** What an order or a refund goes through, from first to last; what ends it in different ways stands together. */
const ORDER_STATES: readonly (readonly string[])[] = [
  UNPAID_STATUSES,
  UNSENT_STATUSES,
  SENT_STATUSES,
  [...COMPLETED_STATUSES, ...CLOSED_STATUSES],
];

const REFUND_STATES: readonly (readonly string[])[] = [NOT_REFUNDED_STATUSES, REFUNDED_STATUSES];

/** SQL of how far a row of orders or of refunds says that it has come; NULL where no platform is known to say so. */
export function stateIn(table: 'intake_orders' | 'intake_refunds', rows: string): string {
  const states = table === 'intake_orders' ? ORDER_STATES : REFUND_STATES;
  const cases = states.flatMap((words, state) =>
    words.map((word) => `WHEN ${sqlLiteral(word)} THEN ${state}`),
  );
  return `CASE plain_status(${rows}.status) ${cases.join(' ')} END`;
}

/** Which of two files has the row that is further on; undefined where the rows do not say. */
export function newerOf({
  file,
  first_file,
  state_here,
  state_there,
}: EngineRow): { readonly newer: string; readonly older: string } | undefined {
  const files = [String(file), String(first_file)] as const;
  const [here, there] = [state_here, state_there];
  if (typeof here !== 'number' || typeof there !== 'number' || here === there) return undefined;
  if (files[0] === files[1]) return undefined;
  return here > there ? { newer: files[0], older: files[1] } : { newer: files[1], older: files[0] };
}
