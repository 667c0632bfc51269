import { GRADES, nameables, wordId } from '../../catalogue/vocabulary.js';
import { type Nameable, nearNames, wrongName } from '../../words/known-names.js';
import { title as wording } from '../../words/text.js';
import type { Scope } from '../names/reference.js';
import type { Relation } from '../values/trace.js';
import type { CompiledExpression, ReportAt } from './compiled-expression.js';

/** The grades that a rating can be. */
const GRADE_WORDS: readonly Nameable[] = nameables(GRADES);

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
  const known = asked.type.kind === 'rating' ? GRADE_WORDS : scope.wordsOf?.(reference);
  if (known === undefined || known.some((each) => isCalled(each, word))) return;
  const { code, params } = wrongName('word', nearNames(word, known));
  const follows = wording(relation === '=' ? 'follows.never_holds' : 'follows.always_holds');
  report(at, code, { ...params, name: reference.title, word, follows });
}

function isCalled({ id, title }: Nameable, word: string): boolean {
  return id === word || wordId({ [id]: title }, word) !== undefined;
}
