import { FLAGS, type Vocabulary } from '../../catalogue/vocabulary.js';

/** What a row says of its order or refund. */
export interface Detail {
  /** What the engine calls it. */
  readonly as: string;
  /** The canonical column that it is from; left out for the kind of row, which no column says. */
  readonly column?: string;
  /** SQL of what a row says, from what stands in it: NULL where that says nothing. */
  readonly said?: (value: string) => string;
  /** SQL of what messages show. */
  readonly shown?: (value: string) => string;
  /** The words of the column. */
  readonly words?: Vocabulary<string>;
}

const moment = (value: string) =>
  `strftime(make_timestamp(${value} * 1000000), '%Y-%m-%d %H:%M:%S')`;
const figure = (value: string) => `regexp_replace(CAST(${value} AS VARCHAR), '\\.?0+$', '')`;

/** What lines of one order have in common that say their own amounts. */
export const OF_LINED_ORDER: readonly Detail[] = [
  { as: 'shop', column: 'shop', said: (value) => `nullif(${value}, '')` },
  // Nicks of buyers are in no message.
  { as: 'buyer', column: 'buyer', shown: (value) => `left(${value}, 1) || '***'` },
  { as: 'flag', column: 'flag', said: (value) => `nullif(${value}, 'none')`, words: FLAGS },
  { as: 'account', column: 'agent' },
];

/** What lines have in common that repeat the whole order. */
export const OF_WHOLE_ORDER: readonly Detail[] = [
  { as: 'grain' },
  ...OF_LINED_ORDER,
  { as: 'created', column: 'created_at', shown: moment },
  { as: 'paid', column: 'paid_at', shown: moment },
  { as: 'amount', column: 'amount', shown: figure },
  { as: 'status', column: 'status' },
  { as: 'refund', column: 'refund_amount', shown: figure },
  { as: 'refund_status', column: 'refund_status' },
  {
    as: 'memo',
    column: 'memo',
    said: (value) => `CASE WHEN cell(${value}) IS NOT NULL THEN ${value} END`,
  },
];

/** What makes two rows of one order, or of one line, the same. */
export const OF_ORDER_ROW: readonly Detail[] = [
  ...OF_WHOLE_ORDER,
  { as: 'shipped', column: 'shipped_at', shown: moment },
  { as: 'quantity', column: 'quantity', shown: figure },
  { as: 'item', column: 'item' },
  { as: 'item_id', column: 'item_id' },
  { as: 'category', column: 'category' },
];

/** What makes two rows of one refund the same. */
export const OF_REFUND_ROW: readonly Detail[] = [
  { as: 'order_id', column: 'order_id' },
  { as: 'amount', column: 'refund_amount', shown: figure },
  { as: 'status', column: 'refund_status' },
  { as: 'refunded', column: 'refunded_at', shown: moment },
];

/** SQL of what rows say of a detail, NULL where they say nothing. */
export function saidIn(rows: string, { as, said = (value) => value }: Detail): string {
  return said(`${rows}.${as}`);
}

/** SQL of something about the first detail that `differs`; NULL where none does. */
export function ofFirst(
  details: readonly Detail[],
  differs: (detail: Detail) => string,
  result: (detail: Detail) => string,
): string {
  return `CASE ${details.map((each) => `WHEN ${differs(each)} THEN ${result(each)}`).join(' ')} END`;
}

/** SQL of what messages show of the detail whose name stands in `what`. */
export function shownOf(details: readonly Detail[], rows: string): string {
  const cases = details.map(({ as, shown = (value) => value }) => {
    return `WHEN '${as}' THEN ${shown(`${rows}.${as}`)}`;
  });
  return `CASE what ${cases.join(' ')} END`;
}
