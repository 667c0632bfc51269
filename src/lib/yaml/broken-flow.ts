import { isScalar, type Node, type Pair, Scalar, visit } from 'yaml';

/** Something within braces or brackets that a comma has broken, put together again. */
interface Broken {
  readonly start: number;
  readonly code: 'comma-in-braces' | 'comma-in-number';
  /** The whole of it; of a number without its commas. */
  readonly whole: string;
}

/**
 * Within braces and brackets a comma ends a value: of `{formula: 最大(0, 5)}` there is left `最大(0`, and a key
 * `5)` that says nothing. No value is meant to have an open parenthesis, and no key to be `000`: they are put
 * together in the document, so that whatever else is wrong in it can be told.
 */
export function mendFlow(contents: Node, text: string): readonly Broken[] {
  const broken: Broken[] = [];
  visit(contents, {
    Map(_, map) {
      if (map.flow === true) broken.push(...mendItems(map, text, pieceOfPair, isThousands));
    },
    Seq(_, list) {
      if (list.flow === true) broken.push(...mendItems(list, text, pieceOfItem, isZeros));
    },
  });
  return broken.toSorted((a, b) => a.start - b.start);
}

/** A part of something that is broken: its first scalar, its text, and where it ends. */
interface Piece {
  readonly scalar: Scalar;
  readonly written: string;
  readonly end: number;
}

/** What may be the first part of something that is broken, and what a later one. */
type PieceOf<Item> = (item: Item, isFirst: boolean) => Piece | undefined;

/** Within parentheses `by: shift)` is an argument with its name, and no key. */
function pieceOfPair({ key, value }: Pair, isFirst: boolean): Piece | undefined {
  if (isFirst) return pieceOfItem(value);
  const isEmpty = value === null || (isScalar(value) && (value.source ?? '') === '');
  const [first, last] = [pieceOfItem(key), pieceOfItem(value)];
  if (isEmpty || first === undefined) return first;
  return last && { ...first, written: `${first.written}: ${last.written}`, end: last.end };
}

function pieceOfItem(item: unknown): Piece | undefined {
  const scalar = plainScalar(item);
  return scalar && { scalar, written: String(scalar.value ?? ''), end: scalar.range?.[1] ?? 0 };
}

function plainScalar(node: unknown): Scalar | undefined {
  return isScalar(node) && node.type === Scalar.PLAIN && node.range ? node : undefined;
}

function mendItems<Item>(
  collection: { items: Item[] },
  text: string,
  pieceOf: PieceOf<Item>,
  isGroup: (piece: string) => boolean,
): readonly Broken[] {
  const broken: Broken[] = [];
  for (let at = 0; at < collection.items.length; at++) {
    const item = collection.items[at];
    const first = item === undefined ? undefined : pieceOf(item, true);
    if (first === undefined) continue;
    const next = collection.items.slice(at + 1, at + 1 + MOST_PIECES);
    const rest = next.map((each) => pieceOf(each, false));
    const count = brokenAfter(first.written, rest, isGroup);
    const last = rest[count - 1];
    if (last === undefined) continue;
    broken.push(joined(first.scalar, last.end, text));
    collection.items.splice(at + 1, count);
  }
  return broken;
}

/** More pieces than anything has that people write within braces. */
const MOST_PIECES = 100;

/** How many pieces after the first belong to it. */
function brokenAfter(
  first: string,
  rest: readonly (Piece | undefined)[],
  isGroup: (piece: string) => boolean,
): number {
  let open = depthOf(first);
  const isNumber = /(?:^|[^\d.])\d{1,3}$/.test(first);
  for (const [index, piece] of rest.entries()) {
    if (piece === undefined) return 0;
    const { written } = piece;
    if (open <= 0) return isNumber && isGroup(written) ? groupsIn(rest, isGroup) : 0;
    open += depthOf(written);
    if (open <= 0) return index + 1;
  }
  return 0;
}

function groupsIn(rest: readonly (Piece | undefined)[], isGroup: (piece: string) => boolean) {
  const end = rest.findIndex((piece) => piece === undefined || !isGroup(piece.written));
  return end < 0 ? rest.length : end;
}

/** Parentheses that are open at the end of a text. */
function depthOf(text: string): number {
  return [...text].reduce(
    (depth, sign) => depth + ('(（'.includes(sign) ? 1 : ')）'.includes(sign) ? -1 : 0),
    0,
  );
}

function isThousands(piece: string): boolean {
  return /^\d{3}(?!\d)/.test(piece);
}

/** In a list three digits are a number of their own, unless they begin with a zero. */
function isZeros(piece: string): boolean {
  return /^0\d{2}(?!\d)/.test(piece);
}

/** Makes the first piece the whole, up to the end of the last. */
function joined(first: Scalar, end: number, text: string): Broken {
  const [start = 0] = first.range ?? [];
  const written = text.slice(start, end);
  const isNumber = !/[(（]/.test(written);
  const whole = isNumber ? written.replaceAll(/(\d),\s*(?=\d{3})/g, '$1') : written;
  first.value = whole;
  return { start, code: isNumber ? 'comma-in-number' : 'comma-in-braces', whole };
}
