import { parseDecimal } from '../../lib/decimal.js';
import { described } from '../../lib/described.js';
import type { Language } from '../../lib/language.js';
import type { YamlPath } from '../../lib/yaml/node.js';
import { type Expr, exprSchema } from '../formula/expr.js';
import { arithmetic } from '../formula/operators.js';
import type { Env, Node } from '../values/node.js';
import { NO_NOTES, type Trace } from '../values/trace.js';
import { PLAIN } from '../values/type.js';
import { ABSENT, type Value } from '../values/value.js';
import type { MechanismContext } from './mechanism.js';

const optional = exprSchema.optional();

/** The keys that say how much a row of a table gives: points, yuan, or a share of what the entry is worth. */
export const amountKeys = {
  points: described(optional, '分数', 'points'),
  amount: described(optional, '金额（元）', 'amount (yuan)'),
  share: described(optional, '占满分或权重的比例', 'share of what the entry is worth'),
} as const;

/** What a row of a table gives: as it stands, or as a share of what the entry is worth. */
export interface AmountSpec {
  readonly points?: Expr | undefined;
  readonly amount?: Expr | undefined;
  readonly share?: Expr | undefined;
}

/** Compiles what a row gives; exactly one of points, amount and share must be said. */
export function compileAmount(
  spec: AmountSpec,
  path: YamlPath,
  context: MechanismContext,
): Node | undefined {
  const given = (['points', 'amount', 'share'] as const).filter((key) => spec[key] !== undefined);
  const [key] = given;
  const expr = key === undefined ? undefined : spec[key];
  if (key === undefined || expr === undefined || given.length > 1) {
    context.report(path, 'one-amount');
    return undefined;
  }
  if (key !== 'share') return context.number(expr, [...path, key], context.result);
  const share = context.number(expr, [...path, key], PLAIN);
  return share === undefined ? undefined : shareOfWorth(share, path, context);
}

/** A share of what the entry is worth; an entry that does not say what it is worth cannot be shared. */
export function shareOfWorth(
  share: Node,
  path: YamlPath,
  context: MechanismContext,
): Node | undefined {
  const { worth } = context;
  if (worth === undefined) {
    context.report(path, 'no-worth');
    return undefined;
  }
  return {
    type: context.result,
    unit: worth.unit,
    uses: [...share.uses, ...worth.uses],
    print: (language) => `${factor(worth, language)} × ${factor(share, language)}`,
    evaluate: (env: Env): Trace => {
      const parts = [worth.evaluate(env), share.evaluate(env)];
      const [a, b] = parts;
      const value: Value = arithmetic('*', a?.value ?? ABSENT, b?.value ?? ABSENT);
      return { step: 'operator', operation: '*', value, unit: worth.unit, parts, notes: NO_NOTES };
    },
  };
}

/** A rule in words as part of a product: a sum needs parentheses there. */
export function factor(node: Node, language: Language): string {
  const written = node.print(language);
  return /\s[+−<>=≤≥≠]|\s(?:且|或|and|or)\s|^(?:非|not)\s/.test(written) ? `(${written})` : written;
}

/** Whether a value is written as a percentage: on every date of it, when it is dated. */
export function isPercent(expr: Expr): boolean {
  const texts = typeof expr === 'string' ? [expr] : expr.dated.map(({ text }) => text);
  return texts.every((text) => /[%％]\s*$/.test(text) && parseDecimal(text) !== undefined);
}
