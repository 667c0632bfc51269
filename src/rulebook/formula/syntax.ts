import type { Relation } from '../values/trace.js';

/** A formula as it was written. `start` and `end` are character offsets in its text. */
export type Expression =
  | NumberLiteral
  | TextLiteral
  | NameReference
  | Unary
  | Binary
  | Call
  | Group
  | By;

interface Span {
  readonly start: number;
  readonly end: number;
}

interface NumberLiteral extends Span {
  readonly kind: 'number';
  /** Digits, with `%` after a percentage. */
  readonly text: string;
}

interface TextLiteral extends Span {
  readonly kind: 'text';
  readonly text: string;
}

export interface NameReference extends Span {
  readonly kind: 'name';
  readonly text: string;
}

type UnaryOperator = 'neg' | 'not';

export interface Unary extends Span {
  readonly kind: 'unary';
  readonly operator: UnaryOperator;
  readonly operand: Expression;
}

type BinaryOperator = '+' | '-' | '*' | '/' | 'and' | 'or' | Relation;

export interface Binary extends Span {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Call extends Span {
  readonly kind: 'call';
  /** The function's name as written. */
  readonly callee: string;
  readonly arguments: readonly Expression[];
}

/** Parentheses, kept so that a formula prints as it was written. */
interface Group extends Span {
  readonly kind: 'group';
  readonly expression: Expression;
}

/** An argument that says by its name that it is a column of the roster: by: shift. */
interface By extends Span {
  readonly kind: 'by';
  readonly expression: Expression;
}

const NAME =
  /^[A-Za-z_\u3400-\u4dbf\u4e00-\u9fff][\w\u3400-\u4dbf\u4e00-\u9fff]*(?:\.[\w\u3400-\u4dbf\u4e00-\u9fff]+)*$/;
const RESERVED = /^(?:and|or|not|[且或非])(?:\.|$)/;

/** Whether a text is a name as it stands; any other is one within 「」. */
export function isPlainName(text: string): boolean {
  return NAME.test(text) && !RESERVED.test(text);
}

/** What an expression is directly made of, in the order in which it is written. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'unary':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'call':
      return expression.arguments;
    case 'group':
    case 'by':
      return [expression.expression];
    default:
      return [];
  }
}
