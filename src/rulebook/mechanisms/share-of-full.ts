import { ONE, parseDecimal } from '../../lib/decimal.js';
import { inAll, phrase, type Title } from '../../lib/language.js';
import { meaning } from '../../lib/meaning.js';
import type { YamlPath } from '../../lib/yaml/yaml-node.js';
import { title as wording } from '../../words/text.js';
import { checkBound } from '../formula/check-range.js';
import { type Expr, exprSchema } from '../formula/expr.js';
import { arithmetic } from '../formula/operators.js';
import type { Node } from '../values/node.js';
import { type Foreseen, usualShare } from '../values/range.js';
import { NO_NOTES, type Trace } from '../values/trace.js';
import { fits, MONEY, PLAIN, type Type } from '../values/type.js';
import type { MechanismContext } from './mechanism.js';

const optional = exprSchema.optional();

/** The keys that say how much a row of a table gives: points, yuan, or a share of what the entry is worth. */
export const amountKeys = {
  points: optional.meta(meaning('给多少分', 'so many points', '给分')),
  amount: optional.meta(meaning('给多少钱（元）', 'so much money (yuan)', '金额')),
  share: optional.meta(
    meaning(
      '给满分（full）或权重的百分之几',
      'a share of what the entry is worth (`full`, or its weight)',
      '占满分',
    ),
  ),
} as const;

/** What a row of a table gives: as it stands, or as a share of what the entry is worth. */
type AmountSpec = Partial<Record<keyof typeof amountKeys, Expr | undefined>>;

/** Compiles what a row gives; exactly one of points, amount and share must be said. */
export function compileAmount(spec: AmountSpec, path: YamlPath, context: MechanismContext): Node {
  const written = (['points', 'amount', 'share'] as const).filter((key) => spec[key] !== undefined);
  const [key, ...others] = written;
  const expr = key && spec[key];
  if (key === undefined || expr === undefined || others.length > 0) {
    return context.fail(path, 'one-amount');
  }
  if (key === 'amount') refusePercent(expr, [...path, key], context.result, context);
  if (key !== 'share') return context.number(expr, [...path, key], context.result);
  return shareOfFull(context.number(expr, [...path, key], PLAIN), path, context);
}

/** No amount of money is a percentage: 5% would be paid as 0.05 yuan. */
export function refusePercent(
  expr: Expr,
  path: YamlPath,
  wanted: Type,
  context: MechanismContext,
): void {
  const isMoney = fits(wanted, MONEY) && !fits(wanted, PLAIN);
  if (isMoney && isPercent(expr)) context.report(path, 'percent-as-amount');
}

/** How much a share usually is, and what follows of one that is more. */
export interface ShareLimit {
  readonly range: ReturnType<typeof usualShare>;
  readonly follows: Title;
}

/** A rate of more than the figure itself. */
export const WHOLE: ShareLimit = {
  range: usualShare(ONE),
  follows: wording('follows.more_than_all'),
};

/** Reports shares that lost their percent sign; one that is written with it, as 150%, is meant. */
export function checkShares(
  node: Foreseen | undefined,
  expr: Expr | undefined,
  { range, follows }: ShareLimit,
  path: YamlPath,
  context: MechanismContext,
): void {
  if (node === undefined || (expr !== undefined && isPercent(expr))) return;
  const always = { never: follows, always: follows };
  checkBound('<=', { range }, node, always, context.reportRange(path));
}

/** A share of what the entry is worth; an entry that does not say what it is worth cannot be shared. */
export function shareOfFull(
  share: Pick<Node, 'inWords' | 'evaluate'>,
  path: YamlPath,
  context: MechanismContext,
): Node {
  const { full } = context;
  if (full === undefined) return context.fail(path, 'full-points-missing');
  context.uses(full);
  return {
    type: context.result,
    unit: full.unit,
    uses: full.uses,
    inWords: () => phrase`${factor(full)} × ${factor(share)}`,
    evaluate: (env): Trace => {
      const [whole, part] = [full.evaluate(env), share.evaluate(env)];
      return {
        step: 'operator',
        operation: '*',
        value: arithmetic('*', whole.value, part.value),
        unit: full.unit,
        parts: [whole, part],
        notes: NO_NOTES,
      };
    },
  };
}

/** A rule in words as part of a product: a sum needs parentheses there. */
export function factor(node: Pick<Node, 'inWords'>): Title {
  const words = node.inWords();
  return inAll((language) => {
    const written = words[language];
    return SUM.test(written) ? `(${written})` : written;
  });
}

const SUM = /\s[+−<>=≤≥≠]|\s(?:且|或|and|or)\s|^(?:非|not)\s/;

/** Whether a value is written as a percentage: on every date of it, when it is dated. */
export function isPercent(expr: Expr): boolean {
  const texts = typeof expr === 'string' ? [expr] : expr.dated.map(({ text }) => text);
  return texts.every((text) => /[%％]\s*$/.test(text) && parseDecimal(text) !== undefined);
}
