import { decimal } from '../../src/lib/decimal.js';
import { sameInAll } from '../../src/lib/language.js';
import type { Facts } from '../../src/rulebook/values/node.js';
import { missing, numberValue, type Value } from '../../src/rulebook/values/value.js';

/** An agent's figures of the month by metric id; what is left out is missing. */
export type Figures = Readonly<Record<string, number | string>>;

/** The facts of an agent of whom these figures are known, and nothing else. */
export function factsOf(figures: Figures): Facts {
  return {
    metric(id) {
      const figure = figures[id];
      return { value: figure === undefined ? unknown(id) : numberValue(decimal(figure)) };
    },
    rating: unknown,
    gradings: () => [],
    events: () => [],
    cases: () => [],
    roster: unknown,
    target: (id) => ({ value: unknown(id) }),
    days: () => ({ days: [] }),
    hours: () => new Map(),
    recorded: () => undefined,
  };
}

function unknown(id: string): Value {
  const params = { metric: id, file: '' };
  return missing({ name: sameInAll(id), code: 'metric-without-file', place: {}, params });
}
