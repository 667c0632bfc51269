import { GRADES, nameables, wordId } from '../../catalogue/vocabulary.js';
import type { Title } from '../../lib/language.js';
import { type Nameable, nearNames, wrongName } from '../../words/known-names.js';
import type { ProblemArgument } from '../../words/problem.js';
import type { ProblemCode } from '../../words/problem-entries.js';
import { title as wording } from '../../words/text.js';
import type { FieldWords, Scope } from '../names/reference.js';
import type { Relation } from '../values/trace.js';
import type { CompiledExpression, ReportAt } from './compiled-expression.js';

/** The grades that a rating can be. */
const GRADE_WORDS: FieldWords = { known: nameables(GRADES) };

/** A word that a figure is compared with. */
interface ComparedWord {
  readonly field: Title;
  readonly word: string;
  readonly follows: Title;
}

/**
 * Reports a word that what it is compared with never is: a level that does not exist, a role, team or shift
 * that nobody has. `at` is the character where the word stands.
 */
export function checkWord(
  relation: Relation,
  asked: CompiledExpression,
  { word }: CompiledExpression,
  { scope, report, at }: { readonly scope: Scope; readonly report: ReportAt; readonly at: number },
): void {
  const { reference } = asked;
  if (word === undefined || reference === undefined) return;
  const words = asked.type.kind === 'rating' ? GRADE_WORDS : scope.wordsOf?.(reference);
  if (words === undefined) return;
  const follows = wording(relation === '=' ? 'follows.never_holds' : 'follows.always_holds');
  const asks = { field: reference.title, word, follows };
  reportWord(asks, words, (code, ...params) => report(at, code, ...params));
}

function reportWord(
  { field: name, word, follows }: ComparedWord,
  { known, held = known }: FieldWords,
  report: <Code extends ProblemCode>(code: Code, ...params: ProblemArgument<Code>) => void,
): void {
  if (held.some((each) => isCalled(each, word))) return;
  const isKnown = known.some((each) => isCalled(each, word));
  if (!isKnown && known.length > 0) {
    const { code, params } = wrongName('word', nearNames(word, known));
    report(code, { ...params, name, word, follows });
  } else if (held.length === 0) {
    report('field-of-nobody', { name, follows });
  } else {
    report('word-of-nobody', { name, word, follows, known: nearNames(word, held).known });
  }
}

function isCalled({ id, title }: Nameable, word: string): boolean {
  return id === word || wordId({ [id]: title }, word) !== undefined;
}
