import { metricById } from '../catalogue/metrics/metrics.js';
import { targetNamed } from '../catalogue/metrics/targets.js';
import { outcomeOf, rangeOfMetric, rangeProblem } from '../rulebook/values/range.js';
import type { ShopConfig } from '../shop/config.js';
import type { Problems } from '../words/problem.js';
import { title } from '../words/text.js';

/** Says of a target that is called like a metric that the metric can never be so much: 85 of a rate is 8500%. */
export function checkTargets({ targets }: ShopConfig, problems: Problems): void {
  for (const [name, { entries, place }] of Object.entries(targets)) {
    const metric = metricById(name);
    const range = metric && rangeOfMetric(metric);
    const beyond = entries.find(({ value }) => range && outcomeOf('>=', range, value) === 'never');
    if (range === undefined || beyond === undefined || place === undefined) continue;
    const constant = { number: beyond.value, name: targetNamed(name).title, place };
    const { code, params } = rangeProblem(range, constant, title('follows.never_reached'));
    problems.report(code, place, { cell: name, params });
  }
}
