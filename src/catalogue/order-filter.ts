import { z } from 'zod';
import { type Decimal, parseDecimal } from '../lib/decimal.js';
import { joined, phrase, sameInAll, type Title } from '../lib/language.js';
import { meaning } from '../lib/meaning.js';
import type { Place } from '../lib/place.js';

/** How an amount is compared. */
const SIGNS = ['>=', '<=', '>', '<', '='] as const;

/** One condition on the amount of an order, in yuan. */
interface AmountBound {
  readonly sign: (typeof SIGNS)[number];
  readonly yuan: Decimal;
}

/** By what of an order, or of its items, people choose orders: words that it may have, and its amount. */
const FIELDS = {
  shop: { zh: '店铺', en: 'shop' },
  status: { zh: '状态', en: 'status' },
  item: { zh: '商品', en: 'item' },
  category: { zh: '类目', en: 'category' },
} as const satisfies Readonly<Record<string, Title>>;

/** What of an order is one of several words. */
export type FilterField = keyof typeof FIELDS;

/** Which orders are meant: those that have one of the words in each field, and an amount within all bounds. */
export interface OrderFilter {
  readonly words: Readonly<Partial<Record<FilterField, readonly string[]>>>;
  readonly amount: readonly AmountBound[];
  /** Where it is written. */
  readonly place: Place;
}

const word = z.string().min(1, 'want-text');
const wordsSchema = z
  .union([word.transform((text) => [text]), z.array(word).min(1)], 'want-words')
  .optional();

const boundSchema = z.string().transform((text, context): AmountBound => {
  const bound = parseBound(text);
  if (bound !== undefined) return bound;
  context.addIssue({ code: 'custom', message: 'want-amount-bound' });
  return z.NEVER;
});

/** `where` of a filtered metric, as it is written in kpi.yaml and in rulebooks. */
export const orderFilterSchema = z
  .strictObject({
    shop: wordsSchema.meta(meaning('店铺，一个或几个', 'shop, one or several', '店铺')),
    status: wordsSchema.meta(
      meaning('订单状态，写法和导出里一样', 'status of the order, as the export writes it', '状态'),
    ),
    item: wordsSchema.meta(
      meaning(
        '商品的名称或商品ID，写法和导出里一样；只算这些商品的部分',
        'name or id of items, as the export writes it; of an order only their part counts',
        '商品',
      ),
    ),
    category: wordsSchema.meta(
      meaning(
        '商品的类目，写法和商品表、导出里一样；只算这些商品的部分',
        'category of items, as list or export write it; of an order only their part counts',
        '类目',
      ),
    ),
    amount: z
      .union(
        [boundSchema.transform((bound) => [bound]), z.array(boundSchema).min(1)],
        'want-amount-bound',
      )
      .optional()
      .meta(
        meaning(
          '整张订单的实付金额，如 >= 500；几条都要成立',
          'amount of the whole order, such as >= 500; of several all hold',
          '金额',
        ),
      ),
  })
  .refine((where) => Object.values(where).some((value) => value !== undefined), 'want-where')
  .meta({
    id: 'order_filter',
    ...meaning('只算哪些订单，几项都要符合', 'which orders count; all that is said must hold'),
  });

/** What stands under `where`, with its place. */
export function orderFilterOf(
  { amount = [], ...words }: z.output<typeof orderFilterSchema>,
  place: Place,
): OrderFilter {
  return { words: words as OrderFilter['words'], amount, place };
}

/** `>= 500`, `<500元`, `≥ 500`, `500` (just that). */
function parseBound(text: string): AmountBound | undefined {
  const plain = text.normalize('NFKC').replace('≥', '>=').replace('≤', '<=').trim();
  const sign = SIGNS.find((each) => plain.startsWith(each));
  const number = plain.slice(sign?.length ?? 0).replace(/(?:元|yuan)\s*$/, '');
  const yuan = parseDecimal(number.trim());
  // No amount of an order is below 0, or of less than a hundredth of a fen.
  if (yuan === undefined || yuan.isNegative() || yuan.decimalPlaces() > 4) return undefined;
  return { sign: sign ?? '=', yuan };
}

/** A filter in words: `店铺 一店，金额 >= 500 元`. */
export function filterInWords({ words, amount }: OrderFilter): Title {
  const fields = filterWords({ words }).map(
    ([field, list]) => phrase`${FIELDS[field]} ${joined(list.map(sameInAll), OR)}`,
  );
  const bounds = amount.map(({ sign, yuan }) => phrase`${AMOUNT} ${sign} ${yuan.toFixed()}${YUAN}`);
  return joined([...fields, ...bounds], AND);
}

const AMOUNT = { zh: '金额', en: 'amount' };
const YUAN = { zh: ' 元', en: ' yuan' };
const OR = { zh: '或', en: ' or ' };
const AND = { zh: '，', en: ', ' };

/** The fields that a filter speaks of, with their words. */
export function filterWords({
  words,
}: Pick<OrderFilter, 'words'>): readonly (readonly [FilterField, readonly string[]])[] {
  return (Object.keys(FIELDS) as readonly FilterField[]).flatMap((field) => {
    const list = words[field];
    return list === undefined ? [] : [[field, list] as const];
  });
}

/** Whether only some items of an order may be meant. */
export function isByItem({ words }: Pick<OrderFilter, 'words'>): boolean {
  return words.item !== undefined || words.category !== undefined;
}

/** What a field is called. */
export function filterFieldTitle(field: FilterField): Title {
  return FIELDS[field];
}
