import { displayUnit } from '../../catalogue/metric.js';
import { metricById } from '../../catalogue/metrics/metrics.js';
import { sum } from '../../lib/decimal.js';
import { groupBy } from '../../lib/group.js';
import type { Json } from '../../lib/json.js';
import type { Language } from '../../lib/language.js';
import type { Effect } from '../../payroll/effects.js';
import { text } from '../../words/text.js';
import { moneyColumn, textColumn, type View } from '../formats/columns.js';
import { tableFigure } from '../formats/figures.js';
import type { Table } from '../formats/table.js';

/** What changed between two months, a row per agent, line and cause. */
export function effectsTable(effects: readonly Effect[], { language, ids }: View): Table {
  return {
    columns: [
      textColumn('agent', language),
      textColumn('name', language),
      textColumn('line', language),
      textColumn('title', language),
      textColumn('cause', language),
      textColumn('before', language),
      textColumn('after', language),
      moneyColumn('change', text(language, 'table.change')),
    ],
    rows: byAgent(effects).map((effect) => {
      const { cause, change, figures } = effect;
      const shown = (figure: 'before' | 'after') =>
        figures && tableFigure(figures[figure], unitOf(cause));
      return [
        change.agent,
        change.name,
        change.line,
        change.title[language],
        ids ? (cause.id ?? cause.kind) : cause.title[language],
        shown('before'),
        shown('after'),
        change.effect,
      ];
    }),
    keyColumns: 5,
  };
}

function unitOf({ id = '' }: Effect['cause']) {
  const metric = metricById(id);
  return metric && displayUnit(metric);
}

/** As `effectsTable`, as data, with what each cause came to in all. */
export function effectsJson(
  effects: readonly Effect[],
  language: Language,
): { readonly [key: string]: Json } {
  return {
    effects: byAgent(effects).map(({ cause, change, figures }) => ({
      agent: change.agent,
      name: change.name,
      line: change.line,
      title: change.title[language],
      cause: cause.kind,
      metric: cause.id ?? null,
      before: figures?.before ?? null,
      after: figures?.after ?? null,
      change: change.effect,
    })),
    change: sum(effects.map(({ change }) => change.effect)),
  };
}

/** By agent and line, in the order in which these first come; the causes of a line in their own order. */
function byAgent(effects: readonly Effect[]): readonly Effect[] {
  const agents = [...groupBy(effects, ({ change }) => change.agent).values()];
  return agents.flatMap((own) => [...groupBy(own, ({ change }) => change.line).values()].flat());
}
