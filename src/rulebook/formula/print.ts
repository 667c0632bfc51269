import type { Language, Title } from '../../lib/language.js';
import type { Expression } from './syntax.js';

/** How a formula's names and functions are written in a language. */
export interface Wording {
  name(text: string): Title;
  call(callee: string): Title;
  /** A text in quotes: a word of a vocabulary has a title in each language. */
  text(text: string): Title;
}

const SIGNS: Readonly<Record<string, string>> = {
  '+': '+',
  '-': '−',
  '*': '×',
  '/': '÷',
  '<=': '≤',
  '>=': '≥',
  '!=': '≠',
};
const WORDS: Readonly<Record<string, Title>> = {
  and: { zh: '且', en: 'and' },
  or: { zh: '或', en: 'or' },
  not: { zh: '非', en: 'not' },
};

/** A formula in words: names by their titles, signs as in print, parentheses as they were written. */
export function printExpression(
  expression: Expression,
  wording: Wording,
  language: Language,
): string {
  const print = (inner: Expression): string => printExpression(inner, wording, language);
  const sign = (operator: string): string =>
    WORDS[operator]?.[language] ?? SIGNS[operator] ?? operator;
  switch (expression.kind) {
    case 'number':
      return expression.text;
    case 'text':
      return quoted(wording.text(expression.text)[language], language);
    case 'name':
      return named(wording.name(expression.text)[language], language);
    case 'group':
      return `(${print(expression.expression)})`;
    case 'unary':
      return expression.operator === 'neg'
        ? `−${print(expression.operand)}`
        : `${sign('not')} ${print(expression.operand)}`;
    case 'binary':
      return `${print(expression.left)} ${sign(expression.operator)} ${print(expression.right)}`;
    case 'call': {
      const name = wording.call(expression.callee)[language];
      return `${name}(${expression.arguments.map(print).join(', ')})`;
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
function quoted(text: string, language: Language): string {
  const [open, close] = QUOTES[language].find(([, end]) => !text.includes(end)) ?? ['"', '"'];
  return `${open}${text}${close}`;
}

const WORD =
  /^[A-Za-z_\u3400-\u4dbf\u4e00-\u9fff][\w\u3400-\u4dbf\u4e00-\u9fff]*(?:\.[\w\u3400-\u4dbf\u4e00-\u9fff]+)*$/;
const RESERVED = /^(?:and|or|not|且|或|非)(?:\.|$)/;

/** A Chinese name that could be taken for something else stands in 「」, as in the YAML. */
function named(name: string, language: Language): string {
  return language === 'en' || (WORD.test(name) && !RESERVED.test(name)) ? name : `「${name}」`;
}
