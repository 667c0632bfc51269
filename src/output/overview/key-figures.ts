import type { MetricValue } from '../../catalogue/figure.js';
import { KEY_METRICS } from '../../catalogue/key-metrics.js';
import { targetKey } from '../../catalogue/metrics/targets.js';
import { averagesOf } from '../../ledger/averages.js';
import { valueIn } from '../../lib/dated.js';
import type { Decimal } from '../../lib/decimal.js';
import type { Title } from '../../lib/language.js';
import { metricTitles } from '../month/metric-titles.js';
import { tableFigure } from '../report/figure-text.js';
import type { Overview } from './overview.js';

/** A key metric of the month, as texts: of each agent, of all of them together, and what was aimed at. */
export interface KeyFigure {
  readonly id: string;
  readonly title: Title;
  /** Of an agent, by id. */
  readonly own: (agent: string) => string | undefined;
  readonly team: string | undefined;
  /** The target of the shop. */
  readonly target: string | undefined;
  /** The target of an agent's own. */
  readonly ownTarget: (agent: string) => string | undefined;
}

/** The key metrics that anybody has. */
export function keyFigures({ month, statements }: Overview): readonly KeyFigure[] {
  const { metrics, shop } = month;
  if (metrics === undefined) return [];
  const titleOf = metricTitles(month);
  return KEY_METRICS.flatMap((id): readonly KeyFigure[] => {
    const figureOf = (agent: string) => metrics.agents.get(agent)?.metrics.get(id);
    const known = statements.flatMap(({ agent }) => {
      const value = figureOf(agent);
      return value?.state === 'known' ? [new Map([[id, value]])] : [];
    });
    if (known.length === 0) return [];
    const { title, shown } = titleOf(id);
    const text = (value: Decimal | undefined) => value && tableFigure(value, shown);
    const set = Object.entries(shop?.config.targets ?? {}).find(([key]) => targetKey(key) === id);
    return [
      {
        id,
        title,
        own: (agent) => text(numberIn(figureOf(agent))),
        team: text(numberIn(averagesOf(known).get(id))),
        target: text(set && valueIn(set[1], month.month)),
        ownTarget: (agent) => text(metrics.agents.get(agent)?.targets?.get(id)?.value),
      },
    ];
  });
}

function numberIn(figure: MetricValue | undefined): Decimal | undefined {
  return figure?.state === 'known' ? figure.value : undefined;
}
