import { basename } from 'node:path';
import { firstDay, lastDay, type Month, parseDay } from '../../lib/month.js';
import type { MetricSettings } from '../../shop/config.js';
import { parseDate } from '../cells/cells.js';
import type { Findings } from '../facts/month-context.js';
import { checkPeriod, type ExportPeriod, periodWithYears } from '../files/export-period.js';
import { sourceOf, type Table } from '../files/table.js';

/** What a cell of a date column is about: a day, or days from one to another. */
export function periodOfCell(text: string): ExportPeriod | undefined {
  const [, year, month, day] = /^(20\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
  const found = year === undefined ? parseDate(text) : parseDay(`${year}-${month}-${day}`);
  return found === undefined ? periodWithYears(text) : { first: found, last: found };
}

export function touchesMonth({ first, last }: ExportPeriod, month: Month): boolean {
  return first <= lastDay(month) && last >= firstDay(month);
}

/**
 * Holds the days that a report's file name or titles give against the month, and the rule by which it says that
 * orders are credited against that of kpi.yaml. Chitu's names have both:
 * `自定义报表_每周店铺个人数据_下单优先判定_2026-10-01至2026-10-31 (1).xlsx`.
 */
export function checkReport(
  table: Table,
  attribution: AttributionRule | undefined,
  findings: Findings,
): void {
  const name = basename(table.input);
  checkPeriod(table, findings, periodWithYears(name));
  const rule = [name, ...sourceOf(table).above].map(ruleIn).find((found) => found !== undefined);
  if (attribution === undefined || rule === undefined || rule === attribution) return;
  const params = { rule: RULES[rule], id: rule, configured: RULES[attribution], attribution };
  findings.problems.report('report-attribution', { file: table.file }, { params });
}

/** The rules of attribution, as reports call them. */
const RULES = {
  order_first: '下单优先判定',
  order: '下单判定',
  payment: '付款判定',
} as const satisfies Record<MetricSettings['attribution'], string>;
export type AttributionRule = keyof typeof RULES;

/** The rule of attribution that a text names. */
export function ruleIn(text: string): AttributionRule | undefined {
  const rules = Object.keys(RULES) as readonly AttributionRule[];
  return rules.find((rule) => text.includes(RULES[rule]));
}
