import { isStatutory } from '../../catalogue/pay-words.js';
import type { PayLine, ScoreItem } from '../../payroll/statement.js';
import type { Direction, Trace } from '../../rulebook/values/trace.js';
import { isCondition } from './formula-text.js';

/** What is better for an agent; undefined where that cannot be said. */
type Better = Direction | undefined;

/** Of an item more points are better, of what is taken off a score fewer. */
export function betterPoints({ section }: Pick<ScoreItem, 'section'>): Better {
  return section === 'deduction' ? 'less' : 'more';
}

/** Of what is paid more is better, of what is deducted less. */
export function betterAmount({ kind }: Pick<PayLine, 'kind'>): Better {
  if (kind === 'notice' || kind === 'balance' || isStatutory({ kind })) return undefined;
  return kind === 'deduction' ? 'less' : 'more';
}

/**
 * A trace that tells of what another figure would have given only where that is better for the agent: what
 * is better of the whole decides what is better of each part, through differences and quotients.
 */
export function withBetterOnly(trace: Trace, better: Better): Trace {
  return {
    ...trace,
    notes: () =>
      trace.notes().filter(({ outlook = 'next' }) => outlook === 'next' || outlook === better),
    get parts() {
      return trace.parts.map((part, index) =>
        withBetterOnly(part, isCondition(part) ? undefined : betterOf(trace, index, better)),
      );
    },
  };
}

/** What is better of a part when `better` is of the whole. */
function betterOf(trace: Trace, index: number, better: Better): Better {
  switch (trace.step) {
    case 'name':
    case 'formula':
    case 'entry':
      return better;
    case 'operator':
      return betterOperand(trace, index, better);
    case 'call':
    case 'mechanism':
      return trace.operation.keepsOrder === true ? better : undefined;
    case 'literal':
    case 'day':
      return undefined;
  }
}

function betterOperand(trace: Trace, index: number, better: Better): Better {
  switch (trace.operation) {
    case '+':
    case 'group':
      return better;
    case '-':
      return index === 0 ? better : opposite(better);
    case 'neg':
      return opposite(better);
    case '*':
      return isNegative(trace.parts[1 - index]) ? opposite(better) : better;
    case '/':
      return (index === 0) === isNegative(trace.parts[1 - index]) ? opposite(better) : better;
    default:
      return undefined;
  }
}

function opposite(better: Better): Better {
  if (better === undefined) return undefined;
  return better === 'more' ? 'less' : 'more';
}

function isNegative(trace: Trace | undefined): boolean {
  return trace?.value.kind === 'number' && trace.value.number.isNegative();
}
