import { SCORE_NAMES } from '../../catalogue/score-names.js';
import { compileFormula } from '../formula/compile.js';
import type { ScoreShare } from '../names/plan-names.js';
import type { Reference, Scope } from '../names/reference.js';
import { type Named, nameTrace, slotReference } from '../names/references.js';
import type { Slot } from '../values/node.js';
import { PLAIN } from '../values/type.js';

const ID = 'score_share';
const TITLE = SCORE_NAMES.score_share;

/** `score_share`: score ÷ total of the plan, at most 1 unless the book's parameter `cap` says more. */
export function scoreShareOf(score: Slot, scoreTotal: Slot): ScoreShare {
  return { id: ID, title: TITLE, cappedBy: (cap) => shareReference(score, scoreTotal, cap) };
}

function shareReference(
  score: Slot,
  scoreTotal: Slot,
  cap: Slot | undefined,
): Reference | undefined {
  // The plan's own score, whatever else the book calls by that name.
  const slots = new Map([
    ['cap', cap],
    ['score', score],
    ['score_total', scoreTotal],
  ]);
  const scope: Scope = {
    lookup(word) {
      const slot = slots.get(word);
      return slot === undefined
        ? { found: 'none', code: 'no-score', params: { what: '', key: '', meant: '', known: '' } }
        : { found: 'one', reference: slotReference(slot) };
    },
  };
  const most = cap === undefined ? '100%' : 'cap';
  const node = compileFormula(`min(${most}, score ÷ score_total)`, scope, () => {});
  if (node === undefined) return undefined;
  const named: Named = { kind: 'score', id: ID, title: TITLE, unit: 'ratio' };
  return {
    ...named,
    type: PLAIN,
    uses: node.uses,
    read(env) {
      const trace = node.evaluate(env);
      return nameTrace(named, trace.value, [trace]);
    },
  };
}
