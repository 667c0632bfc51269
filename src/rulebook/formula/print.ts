import { inAll, joined, type Language, phrase, sameInAll, type Title } from '../../lib/language.js';
import { title } from '../../words/text.js';
import { RELATION_SIGNS } from './operators.js';
import { type Expression, isPlainName } from './syntax.js';

/** How a formula's names and functions are written in a language. */
export interface Wording {
  name(text: string): Title;
  call(callee: string): Title;
  /** A call within a sentence, where it reads otherwise than in a formula. */
  callInSentence?(callee: string, given: readonly Title[]): Title | undefined;
  /** A text in quotes: a word of a vocabulary has a title in each language. */
  text(text: string): Title;
}

const SIGNS: Readonly<Record<string, string>> = { ...RELATION_SIGNS, '-': '−', '*': '×', '/': '÷' };
const WORDS: Readonly<Record<string, Title>> = {
  and: title('operator.and'),
  or: title('operator.or'),
  not: title('operator.not'),
};

/** A formula in words: names by their titles, signs as in print, parentheses as they were written. */
export function printExpression(expression: Expression, wording: Wording): Title {
  const print = (inner: Expression): Title => printExpression(inner, wording);
  const sign = (operator: string): Title | string => WORDS[operator] ?? SIGNS[operator] ?? operator;
  switch (expression.kind) {
    case 'number':
      return sameInAll(expression.text);
    case 'text':
      return quoted(wording.text(expression.text));
    case 'name':
      return quotedIfUnclear(wording.name(expression.text));
    case 'group':
      return phrase`(${print(expression.expression)})`;
    case 'by':
      return {
        zh: `按: ${print(expression.expression).zh}`,
        en: `by: ${print(expression.expression).en}`,
      };
    case 'unary':
      return expression.operator === 'neg'
        ? phrase`−${print(expression.operand)}`
        : phrase`${sign('not')} ${print(expression.operand)}`;
    case 'binary':
      return phrase`${print(expression.left)} ${sign(expression.operator)} ${print(expression.right)}`;
    case 'call': {
      const { callee } = expression;
      const given = expression.arguments.map(print);
      const written = phrase`${wording.call(callee)}(${joined(given, sameInAll(', '))})`;
      return wording.callInSentence?.(callee, given) ?? written;
    }
  }
}

const QUOTES: Readonly<Record<Language, readonly (readonly [string, string])[]>> = {
  zh: [
    ['“', '”'],
    ['"', '"'],
    ["'", "'"],
  ],
  en: [
    ['"', '"'],
    ["'", "'"],
    ['“', '”'],
  ],
};

/** A text in quotes that it does not contain itself. */
function quoted(text: Title): Title {
  return inAll((language) => {
    const written = text[language];
    const [open, close] = QUOTES[language].find(([, end]) => !written.includes(end)) ?? ['"', '"'];
    return `${open}${written}${close}`;
  });
}

/** A Chinese name that could be taken for something else stands in 「」, as in the YAML. */
function quotedIfUnclear({ zh, en }: Title): Title {
  return { zh: isPlainName(zh) ? zh : `「${zh}」`, en };
}
