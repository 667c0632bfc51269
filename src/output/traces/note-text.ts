import type { Language, Title } from '../../lib/language.js';
import type { Note, NumberWithUnit } from '../../rulebook/values/trace.js';
import type { Cause } from '../../rulebook/values/value.js';
import { fill } from '../../words/fill.js';
import { problemRemedy, problemText } from '../../words/problem.js';
import { text } from '../../words/text.js';
import { figureText } from '../report/figure-text.js';

/** A sentence of an explanation, its figures with their units. */
export function noteText(note: Note, language: Language): string {
  const params = Object.entries(note.params).map(
    ([key, param]) => [key, worded(param, language)] as const,
  );
  return fill(note.sentence[language], Object.fromEntries(params), language);
}

/** How far off a condition was, where its note says so. */
export function distanceText({ params }: Note, language: Language): readonly string[] {
  const { distance } = params;
  return distance === undefined ? [] : [String(worded(distance, language))];
}

function worded(
  param: string | number | Title | NumberWithUnit,
  language: Language,
): string | number | Title {
  return typeof param === 'object' && 'number' in param
    ? figureText(param.number, param.unit, language)
    : param;
}

/** Why a value is missing and what to do about it, in one line. */
export function causeText(cause: Cause, language: Language): string {
  const { code, params, place } = cause;
  const said = { code, params, keyWords: place.keyWords };
  return text(language, 'explain.cause', {
    name: cause.name,
    text: problemText(language, said),
    remedy: problemRemedy(language, said),
  });
}
