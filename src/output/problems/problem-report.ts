import { groupBy } from '../../lib/group.js';
import type { Language } from '../../lib/language.js';
import { cutToWidth, padRight, singleLine, textWidth } from '../../lib/text-width.js';
import { wrapHanging } from '../../lib/wrap.js';
import { listed } from '../../words/lists.js';
import type { Problem } from '../../words/problem.js';
import { foldedText, problemRemedy, problemText } from '../../words/problem.js';
import { text } from '../../words/text.js';
import type { ProblemLevel } from '../../words/texts/entry.js';
import type { Style } from '../report/style.js';

/** Problems of one kind that are shown before "and so many more like it". */
const SHOWN_PER_CODE = 5;
const CELL_WIDTH = 40;
const EXCERPT_WIDTH = 100;
const EXCERPT_INDENT = 6;
const LEAST_EXCERPT = 20;

/** Errors first, what is merely good to know last; of one kind together, in the order of the files. */
export function sortedProblems(problems: readonly Problem[]): Problem[] {
  return groups(problems).flat();
}

function groups(problems: readonly Problem[]): Problem[][] {
  const byCode = groupBy(problems, ({ level, code }) => `${level} ${code}`);
  const sorted = [...byCode.values()].map((group) => group.sort(byPlace));
  return LEVELS.flatMap((level) => sorted.filter(([first]) => first?.level === level));
}

/** The gravest first. */
export const LEVELS: readonly ProblemLevel[] = ['error', 'warning', 'info'];

function byPlace(a: Problem, b: Problem): number {
  const files = compare(a.file ?? '', b.file ?? '');
  if (files !== 0) return files;
  const lines = (a.line ?? 0) - (b.line ?? 0);
  if (lines !== 0) return lines;
  if (typeof a.column === 'number' && typeof b.column === 'number') return a.column - b.column;
  return compare(String(a.column ?? ''), String(b.column ?? ''));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `file:line:column`, as far as it is known. */
function placeText({ file, line, column }: Problem): string {
  return [file, line, column].filter((part) => part !== undefined).join(':');
}

export interface ReportOptions {
  readonly language: Language;
  readonly style: Style;
  /** Columns of the terminal; left out where lines may be as long as they want. */
  readonly width?: number | undefined;
}

/** Problems for people: grouped by code, at most five of each, and how many there are in all. */
export function problemReport(problems: readonly Problem[], options: ReportOptions): string {
  if (problems.length === 0) return '';
  const blocks = groups(problems).map((group) => groupText(group, options));
  const count = countText(problems, options.language);
  return [...blocks, ...(count === '' ? [] : [`${count}\n`])].join('\n');
}

/** `2 个错误，1 个警告`; what is merely good to know is not counted. */
function countText(problems: readonly Problem[], language: Language): string {
  const countOf = (wanted: ProblemLevel) => problems.filter(({ level }) => level === wanted).length;
  const counts = [
    { n: countOf('error'), key: 'problems.errors' },
    { n: countOf('warning'), key: 'problems.warnings' },
  ] as const;
  const said = counts.filter(({ n }) => n > 0).map(({ n, key }) => text(language, key, { n }));
  return listed('clauses', said, language);
}

const COLOURS = { error: 'bad', warning: 'warning', info: 'faint' } as const;

function groupText(group: readonly Problem[], options: ReportOptions): string {
  const { language, style, width } = options;
  const [first] = group;
  if (first === undefined) return '';
  const level = text(language, `level.${first.level}`);
  const colour = COLOURS[first.level];
  const heading = `${style[colour](level)} ${style.strong(first.code)}`;
  const folded = foldedText(language, group);
  if (folded !== undefined) {
    // Kinds that are folded say all of one place.
    const said = problemLines(first, folded, options);
    return `${[heading, ...said, ...adviceLines(remedyOf(first, language), width)].join('\n')}\n`;
  }
  const shown = group.slice(0, SHOWN_PER_CODE);
  const lines = [heading];
  for (const [index, problem] of shown.entries()) {
    lines.push(...problemLines(problem, sentenceOf(problem, language), options));
    const remedy = remedyOf(problem, language);
    const next = shown[index + 1];
    // The same advice is given once, below the last problem that it is for.
    if (next === undefined || remedyOf(next, language) !== remedy) {
      lines.push(...adviceLines(remedy, width));
    }
  }
  const more = group.length - shown.length;
  if (more > 0) {
    const rest = wrapHanging(text(language, 'problems.more', { n: more }), {
      width,
      before: 2,
      indent: 2,
    });
    lines.push(...rest.map((line) => `  ${style.faint(line.trimStart())}`));
  }
  return `${lines.join('\n')}\n`;
}

function adviceLines(remedy: string, width: number | undefined): readonly string[] {
  const [advice = '', ...further] = wrapHanging(remedy, { width, before: 6, indent: 6 });
  return [`    → ${advice}`, ...further];
}

function problemLines(
  problem: Problem,
  sentence: string,
  { language, style, width }: ReportOptions,
): string[] {
  const cell =
    problem.cell === undefined
      ? undefined
      : text(language, 'problems.cell', { cell: shortCell(problem.cell) });
  const place = singleLine(placeText(problem));
  const parts = [place, cell, sentence];
  const said = parts.filter((part) => part !== undefined && part !== '').join('  ');
  const [first = '', ...further] = wrapHanging(said, { width, before: 2, indent: 4 });
  const excerpt = problem.excerpt === undefined ? [] : excerptLines(problem.excerpt, width);
  return [
    `  ${first.startsWith(place) ? style.strong(place) + first.slice(place.length) : first}`,
    ...further,
    ...excerpt.map((line) => style.faint(`${' '.repeat(EXCERPT_INDENT)}${line}`)),
  ];
}

/** A cell's text on one line and not too long. */
export function shortCell(cell: string): string {
  return cutToWidth(singleLine(cell), CELL_WIDTH);
}

/** The sentence on what is wrong. */
export function sentenceOf(problem: Problem, language: Language): string {
  return singleLine(problemText(language, problem));
}

/** The sentence on what to do. */
export function remedyOf(problem: Problem, language: Language): string {
  return singleLine(problemRemedy(language, problem));
}

/** The quoted line, with the caret moved to where Chinese characters put the column on a terminal. */
function excerptLines(excerpt: string, width = Number.POSITIVE_INFINITY): string[] {
  const most = Math.max(Math.min(EXCERPT_WIDTH, width - EXCERPT_INDENT), LEAST_EXCERPT);
  const [line = '', marker = ''] = excerpt.split('\n');
  const caret = marker.indexOf('^');
  if (caret < 0) return excerpt.split('\n').map(visible);
  // Of a very long line the part around the caret is enough.
  const start = caret > most / 2 ? caret - LEAST_EXCERPT : 0;
  const before = visible(line.slice(start, caret));
  return [
    cutToWidth(before + visible(line.slice(caret)), most),
    `${padRight('', textWidth(before))}^`,
  ];
}

function visible(line: string): string {
  return line.replaceAll(/[\p{Cc}\p{Cf}]/gu, ' ');
}
