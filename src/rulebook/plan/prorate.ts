import { phrase, type Title } from '../../lib/language.js';
import { filled } from '../../words/fill.js';
import type { Sentences } from '../../words/texts/entry.js';
import type { LineSpec } from '../books/entry-schemas.js';
import { compileFormula } from '../formula/compile.js';
import { arithmetic } from '../formula/operators.js';
import type { Scope } from '../names/reference.js';
import type { Env, Node } from '../values/node.js';
import { firstObstacle } from '../values/obstacles.js';
import { NO_NOTES, type Notes, note, type Trace } from '../values/trace.js';
import { isYes, type Value } from '../values/value.js';
import type { Outcomes } from './compile-table.js';
import { outcomeTitle } from './compile-table.js';

/** What it says of itself. */
const SENTENCES = {
  noteWhole: { zh: '全月在职，不折算', en: 'employed all month: in full' },
  notePart: {
    zh: '月中入职或离职，按在职的部分折算',
    en: 'joined or left during the month: in part',
  },
  who: {
    zh: '月中入职、离职的折算：× {share}',
    en: 'who joins or leaves during the month: × {share}',
  },
  outcomeWhole: { zh: '全月在职', en: 'employed all month' },
  outcomePart: { zh: '月中入职或离职', en: 'joined or left during the month' },
} as const satisfies Sentences;

/** By what somebody is paid in part. */
type ShareOfMonth = Exclude<NonNullable<LineSpec['prorate']>, 'none'>;

/** What share of the month counts, by what it is measured; attendance beyond what was due pays no more. */
const SHARES: Readonly<Record<ShareOfMonth, string>> = {
  attendance: 'min(1, metric.workdays / metric.workdays_due)',
  calendar_days: '(days_between(roster.employed_from, roster.employed_to) + 1) / calendar_days()',
  working_days: 'working_days(roster.employed_from, roster.employed_to) / working_days()',
};

const FULL_MONTH = 'roster.full_month';

/** How somebody who is not employed all month is paid. */
export interface Proration {
  /** An amount of which who joins or leaves during the month gets a share. */
  apply(node: Node): Node;
  readonly words: Title;
}

/** How a line pays who joins or leaves during the month. */
export function prorationOf(
  by: ShareOfMonth,
  { key, title }: { readonly key: string; readonly title: Title },
  scope: Scope,
  outcomes: Outcomes,
): Proration | undefined {
  const isWhole = compileFormula(FULL_MONTH, scope, () => {});
  const share = compileFormula(SHARES[by], scope, () => {});
  if (isWhole === undefined || share === undefined) return undefined;
  const [whole, part] = [`${key}:prorate:whole`, `${key}:prorate:part`];
  outcomes.set(whole, outcomeTitle(title, filled(SENTENCES.outcomeWhole)));
  outcomes.set(part, outcomeTitle(title, filled(SENTENCES.outcomePart)));
  const evaluate = (node: Node, env: Env): Trace => {
    const full = node.evaluate(env);
    if (full.value.kind !== 'number') return full;
    const asked = isWhole.evaluate(env).value;
    if (isYes(asked)) {
      const said: Notes = () => [...full.notes(), note(SENTENCES.noteWhole)];
      const parts = full.step === 'formula' ? full.parts : [full];
      return step(full, full.value, parts, said, whole);
    }
    const counted = share.evaluate(env);
    const value = firstObstacle([asked]) ?? arithmetic('*', full.value, counted.value);
    const product: Trace = {
      step: 'operator',
      operation: '*',
      value,
      unit: 'yuan',
      parts: [full, counted],
      notes: NO_NOTES,
    };
    return step({ raised: full.raised }, value, [product], () => [note(SENTENCES.notePart)], part);
  };
  const apply = (node: Node): Node => ({
    ...node,
    uses: [...node.uses, ...isWhole.uses, ...share.uses],
    evaluate: (env) => evaluate(node, env),
  });
  return { apply, words: filled(SENTENCES.who, { share: phrase`${share.inWords()}` }) };
}

/** The formula that comes of it, as if it stood in the rulebook. */
function step(
  { text, words, raised }: Pick<Trace, 'text' | 'words' | 'raised'>,
  value: Value,
  parts: readonly Trace[],
  notes: Notes,
  branch: string,
): Trace {
  return { step: 'formula', value, unit: 'yuan', text, words, raised, parts, notes, branch };
}
