import { GRADES, nameables, wordAmong } from '../../catalogue/vocabulary.js';
import type { Title } from '../../lib/language.js';
import { nearNames, wrongName } from '../../words/known-names.js';
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
  readonly isExact: boolean;
}

/**
 * Reports a word that what it is compared with never is: a level that does not exist, a role, team or shift
 * that nobody has. `at` is the character where the word stands. False when nothing can be compared with it.
 */
export function checkWord(
  relation: Relation,
  asked: CompiledExpression,
  { word }: CompiledExpression,
  { scope, report, at }: { readonly scope: Scope; readonly report: ReportAt; readonly at: number },
): boolean {
  const { reference } = asked;
  if (word === undefined || reference === undefined) return true;
  const words = asked.type.kind === 'rating' ? GRADE_WORDS : scope.wordsOf?.(reference);
  if (words === undefined) return true;
  if (relation !== '=' && relation !== '!=') {
    // Any level is more or less than others, whoever has it.
    if (wordAmong(words.known, word) !== undefined) return true;
    const { code, params } = wrongName('level', nearNames(word, words.known));
    report(at, code, { ...params, level: word });
    return false;
  }
  const follows = wording(relation === '=' ? 'follows.never_holds' : 'follows.always_holds');
  const { type } = asked;
  const isExact = type.kind === 'text' && type.ranked !== true;
  const asks = { field: reference.title, word, follows, isExact };
  reportWord(asks, words, (code, ...params) => report(at, code, ...params));
  return true;
}

function reportWord(
  asks: ComparedWord,
  { known, held = known }: FieldWords,
  report: <Code extends ProblemCode>(code: Code, ...params: ProblemArgument<Code>) => void,
): void {
  const { field: name, word, follows } = asks;
  if (isAmong(asks, held, word)) return;
  const isKnown = isAmong(asks, known, word);
  if (!isKnown && known.length > 0) {
    const { code, params } = wrongName('word', nearNames(word, known));
    report(code, { ...params, name, word, follows });
  } else if (held.length === 0) {
    report('field-of-nobody', { name, follows });
  } else {
    report('word-of-nobody', { name, word, follows, known: nearNames(word, held).known });
  }
}

/** Whether a condition finds a word: levels and grades however they are written, everything else as it is written. */
function isAmong({ isExact }: ComparedWord, words: FieldWords['known'], word: string): boolean {
  const found = wordAmong(words, word);
  if (found === undefined || !isExact) return found !== undefined;
  return [found.id, found.title.zh, found.title.en].includes(word);
}
