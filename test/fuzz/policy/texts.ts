// What stands in kpi.yaml and rulebooks: names, fields, formulas, and what does not belong there.
import type { Random } from '../../../fixtures/generator/random.js';

/** Names of whatever may have one. */
export const NAMES: readonly string[] = [
  'a',
  'b1',
  'base',
  'rate',
  'bonus',
  'own',
  '比例',
  '底数',
  '奖金',
];

/** Texts that keys of some kind take: months, days, roles, categories, ids of what ships. */
export const FIELDS: readonly string[] = [
  '2026-01',
  '2026-10',
  '2026-10-01',
  '2026-10-01..2026-10-07',
  '24h',
  '90s',
  '09:00',
  '09:00-18:00',
  '5%',
  '优',
  'excellent',
  'presales',
  'aftersales',
  '售后',
  'vip',
  'commission',
  '提成',
  'base',
  'earning',
  'deduction',
  '应发',
  'fen',
  'yuan up',
  '分',
  'zero',
  'absent',
  'red',
  'shanghai',
  '上海',
  'classic',
  'base_flat',
  'base_flat.amount',
  'commission_team_pool.rate',
  'presales_weighted',
  'orders*.csv',
  'error',
  'warning',
  'red|yellow',
];

const LEAVES: readonly string[] = [
  '0',
  '1',
  '2.5',
  '100',
  '1.1%',
  '85',
  'sales',
  '销售额',
  '接待人数',
  'consults',
  'conversion',
  '询单转化率',
  'team_sales',
  'target.sales',
  'base_pay',
  'line.a',
  'line.base',
  'score.own',
  'parameter.rate',
  'event.bonus',
  'event.bonus.amount',
  'case.complaint',
  'rating.a',
  'days_due',
  '应发工资',
  ...NAMES,
];

const CALLS: readonly string[] = [
  'min',
  'max',
  '最小',
  'floor',
  '如果',
  'team_sum',
  'team_average',
  '全队平均',
  'rank',
  'previous',
  'streak',
  'count_days',
  'round',
  'months_between',
];

/** A formula, most often of a number. */
export function formula(random: Random, depth = 0): string {
  const inner = () => formula(random, depth + 1);
  if (depth > 3 || random.chance(0.5)) return random.pick(LEAVES);
  const kind = random.below(6);
  if (kind < 3) return `${inner()} ${random.pick(['+', '−', '×', '÷', '*', '/'])} ${inner()}`;
  if (kind === 3) return `${inner()} ${random.pick(['≥', '<', '=', '≠', '<='])} ${inner()}`;
  if (kind === 4) return `(${inner()})`;
  const parts = Array.from({ length: random.between(1, 3) }, inner);
  return `${random.pick(CALLS)}(${parts.join(', ')})`;
}

/** What belongs nowhere, or anywhere. */
export function anyText(random: Random): string {
  return random.pick([
    '',
    ' ',
    '~',
    '-1',
    '1e400',
    '99999999999999999999999999',
    '0.0000000000000000001',
    'NaN',
    '１２％',
    '2026-13',
    '2026-02-30',
    '__proto__',
    'constructor',
    'toString',
    'a\u0000b',
    '\u001b[2J',
    '\u202e',
    '\ud800',
    '😀',
    '：',
    '"',
    "'",
    '{1}',
    '$1',
    '*',
    '&a',
    '(((',
    '如果(',
    'a'.repeat(3000),
    '在'.repeat(300),
    'x：1',
  ]);
}
