import { likelyNumber } from '../../lib/likely-number.js';
import { functionNamed } from './functions/index.js';

/** A slip of whoever writes a formula: what stands there, and what was most likely meant. */
export interface Slip {
  readonly code:
    | 'formula-lead'
    | 'formula-sign'
    | 'formula-chained'
    | 'formula-one-sided'
    | 'formula-range'
    | 'formula-number'
    | 'formula-call'
    | 'formula-operator';
  readonly offset: number;
  readonly found: string;
  readonly meant: string;
  /** What stands in its place when it is mended; undefined when that is anybody's guess. */
  readonly mended?: string;
}

/** The slip where the parser stopped; undefined when it is none of those that are known. */
export function slipAt(text: string, offset: number): Slip | undefined {
  return (
    leadSlip(text, offset) ??
    oneSidedSlip(text, offset) ??
    rangeSlip(text, offset) ??
    nameSlip(text, offset) ??
    numberSlip(text, offset) ??
    signSlip(text, offset) ??
    chainedSlip(text, offset) ??
    callSlip(text, offset) ??
    operatorSlip(text, offset)
  );
}

/**
 * A comma after the thousands, which the grammar takes for that of a list: 最大(0, 10,000). With a zero after
 * the comma it is no second number.
 */
export function thousandsSlip(text: string): Slip | undefined {
  const plain = text.replaceAll(/"[^"]*"|「[^」]*」/g, (quoted) => ' '.repeat(quoted.length));
  const found = /(?<![\d.])[1-9]\d{0,2}(?:[,，]\d{3})*[,，]0\d{2}(?:[,，]\d{3})*(?!\d)/.exec(plain);
  if (found === null) return undefined;
  const [written] = found;
  const meant = written.replaceAll(/[,，]/g, '');
  return { code: 'formula-number', offset: found.index, found: written, meant, mended: meant };
}

/** =销售额 × 1%, as in a spreadsheet. */
function leadSlip(text: string, offset: number): Slip | undefined {
  const [found] = /^[=＝]+/.exec(text.slice(offset)) ?? [];
  if (found === undefined || text.slice(0, offset).trim() !== '') return undefined;
  return { code: 'formula-lead', offset, found, meant: '', mended: '' };
}

/** >= 80, or 得分 >= 60 且 < 80: a comparison that does not say of what. */
function oneSidedSlip(text: string, offset: number): Slip | undefined {
  const [found] = new RegExp(`^(?:${RELATION.source})`).exec(text.slice(offset)) ?? [];
  const before = text.slice(0, offset).trimEnd();
  if (found === undefined || (before !== '' && !ENDS_CLAUSE.test(before))) return undefined;
  return { code: 'formula-one-sided', offset, found, meant: '' };
}

/** 100~200, 100至200: from one number to another. */
function rangeSlip(text: string, offset: number): Slip | undefined {
  const start = /[\d.]+[%％]?\s*$/.exec(text.slice(0, offset))?.index;
  if (start === undefined) return undefined;
  const [found] = /^[\d.]+[%％]?\s*[~～至到]\s*[\d.]+[%％]?/.exec(text.slice(start)) ?? [];
  return found === undefined
    ? undefined
    : { code: 'formula-range', offset: start, found, meant: found.replace(/\s*[~～至到].*/, '') };
}

/** {销售额}, as in a text; [销售额] and 【销售额】, as in other tools. */
function nameSlip(text: string, offset: number): Slip | undefined {
  const [found, meant] =
    /^[[［【{｛《〈]\s*([A-Za-z_\u4e00-\u9fff][\w.\u4e00-\u9fff]*)\s*[\]］】}｝》〉]/.exec(
      text.slice(offset),
    ) ?? [];
  if (found === undefined || meant === undefined) return undefined;
  return { code: 'formula-sign', offset, found, meant, mended: meant };
}

const NUMBER_BEFORE = /\d[\d.,，]*\s*$/;
const NUMBER_AND_MORE = /^\d[\d.,，]*\s*\p{L}+/u;

/** 5万, 10,000, 100元. */
function numberSlip(text: string, offset: number): Slip | undefined {
  const start = NUMBER_BEFORE.exec(text.slice(0, offset))?.index ?? offset;
  const [written = text.slice(start).match(/^\d{1,3}(?:[,，]\d{3})+/)?.[0] ?? ''] =
    NUMBER_AND_MORE.exec(text.slice(start)) ?? [];
  const meant = likelyNumber(written) ?? /^([\d.]+)(?:及?以[上下内]|起)$/.exec(written)?.[1];
  return meant === undefined
    ? undefined
    : { code: 'formula-number', offset: start, found: written, meant, mended: meant };
}

/** What people write for a sign of the grammar: signs that look alike, those of other languages, and words. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/^(?:[&＆]{1,2}|并且|而且|同时|和|与)/, '且'],
  [/^(?:[|｜]{1,2}|或者|或是)/, '或'],
  [/^(?:[!！][=＝]|不等于)/, '!='],
  [/^(?:[!！]|不是|没有)/, '非'],
  [/^(?:[‹〈《]\s*[=＝]|[≦⩽]|[=＝]\s*[<＜]|小于或?等于|不大于|不高于|不超过|至多)/, '<='],
  [/^(?:[›〉》]\s*[=＝]|[≧⩾]|[=＝]\s*[>＞]|大于或?等于|不小于|不低于|不少于|至少)/, '>='],
  [/^(?:[‹〈《]|小于|低于|少于)/, '<'],
  [/^(?:[›〉》]|大于|高于|多于|超过)/, '>'],
  [/^(?:等于|是)/, '='],
  [/^(?:[xX✕✖·∙∗](?![\w\u4e00-\u9fff])|乘以?)/, '×'],
  [/^(?:[∕⁄]|除以)/, '÷'],
  [/^(?:[–—‐‑]|减去?)/, '−'],
  [/^加上?/, '+'],
  [/^[;；、]/, ','],
  [/^[［[【{｛]/, '('],
  [/^[］\]】}｝]/, ')'],
];

/** The slip may have begun a character before the parser stopped, or be the whole name before it. */
function signSlip(text: string, offset: number): Slip | undefined {
  const name = /(?:不是|没有|或者)\s*$/.exec(text.slice(0, offset))?.index;
  for (const start of [offset, offset - 1, ...(name === undefined ? [] : [name])]) {
    if (start < 0) continue;
    const rest = text.slice(start);
    for (const [sign, meant] of SIGNS) {
      const [found = ''] = sign.exec(rest) ?? [];
      if (start + found.length <= offset && start !== name) continue;
      if (found !== '')
        return { code: 'formula-sign', offset: start, found, meant, mended: ` ${meant} ` };
    }
  }
  return undefined;
}

const RELATION = /[><]=|[≥≤]|[＞＜][=＝]|!=|≠|<>|==?|＝|[><]|[＞＜]/;
const ENDS_CLAUSE = /(?:[且或非(（，,]|\b(?:and|or|not))$/;
const CLAUSE_END = /[&＆|｜]+|并且|或者|且|或|\band\b|\bor\b|[()（），,]/;

/** 80 <= 得分 < 90 is two conditions. */
function chainedSlip(text: string, offset: number): Slip | undefined {
  const [second] = new RegExp(`^(?:${RELATION.source})`).exec(text.slice(offset)) ?? [];
  if (second === undefined) return undefined;
  const before = text.slice(0, offset).split(CLAUSE_END).at(-1) ?? '';
  const first = RELATION.exec(before);
  if (first === null) return undefined;
  const left = before.slice(0, first.index).trim();
  const middle = before.slice(first.index + first[0].length).trim();
  const [right = ''] = text.slice(offset + second.length).split(CLAUSE_END);
  if (middle === '' || right.trim() === '') return undefined;
  const meant = `${left} ${first[0]} ${middle} 且 ${middle} ${second} ${right.trim()}`;
  const mended = ` 且 ${middle} ${second}`;
  return { code: 'formula-chained', offset, found: second, meant, mended };
}

const NAME_BEFORE = /[A-Za-z_\u4e00-\u9fff][\w\u4e00-\u9fff]*(?=\s*$)/;

/** 如果 销售额 > 5 …: a function without its parentheses. */
function callSlip(text: string, offset: number): Slip | undefined {
  const name = NAME_BEFORE.exec(text.slice(0, offset));
  if (name === null || functionNamed(name[0]) === undefined) return undefined;
  return { code: 'formula-call', offset: name.index, found: name[0], meant: `${name[0]}(…)` };
}

/** Two values with nothing between them. */
function operatorSlip(text: string, offset: number): Slip | undefined {
  const isAfterValue = /[\w\u4e00-\u9fff)）%％」"”]\s*$/.test(text.slice(0, offset));
  const [found] = /^(?:[\w\u4e00-\u9fff.]+|[(（「"“])/.exec(text.slice(offset)) ?? [];
  if (!isAfterValue || found === undefined) return undefined;
  return { code: 'formula-operator', offset, found, meant: '' };
}
