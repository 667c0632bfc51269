import { CATEGORIES, isPaid } from '../../catalogue/pay-words.js';
import { type Decimal, sum, ZERO } from '../../lib/decimal.js';
import type { Language, Title } from '../../lib/language.js';
import type { Month } from '../../lib/month.js';
import { padLeft, padRight, textWidth } from '../../lib/text-width.js';
import { ownNotices } from '../../payroll/notices.js';
import type { PayLine, ScorecardScore, ScoreItem, Statement } from '../../payroll/statement.js';
import type { Nameable } from '../../words/known-names.js';
import { text, title as wording } from '../../words/text.js';
import { levelText } from '../month/notice-words.js';
import { type Branch, leaf } from '../report/branch.js';
import { figureText, moneyText } from '../report/figure-text.js';
import { betterAmount, betterPoints, withBetterOnly } from '../traces/outlook.js';
import { rankingBranches, rankingText } from '../traces/ranking-text.js';
import { type ExplanationContext, nameKey, traceBranches } from '../traces/trace-branches.js';

/** What of a statement is to be explained. */
export interface Explained {
  readonly scores: readonly ScorecardScore[];
  readonly lines: readonly PayLine[];
}

/** The whole statement. */
export function everythingOf({ scores, lines }: Statement): Explained {
  return { scores, lines };
}

/**
 * What of a statement a word means: a line, an item, a whole scorecard, by id or title in any language,
 * with `line.`, `item.` or `score.` before it when only that is meant.
 */
export function partsNamed(statement: Statement, word: string): Explained {
  const lines = statement.lines.filter((line) => isMeant(word, 'line', line.id, line.title));
  const scores = statement.scores.flatMap((score) => {
    if (isMeant(word, 'score', score.rulebook, score.title)) return [score];
    const items = score.items.filter((item) => isMeant(word, 'item', item.id, item.title));
    return items.length === 0 ? [] : [{ ...score, items }];
  });
  return { scores, lines };
}

/** Whether a word that a user typed means the thing of this kind, id and title. */
export function isMeant(word: string, kind: string, id: string, title: Title): boolean {
  const wanted = word.toLowerCase();
  return [id, title.zh, title.en]
    .map((name) => name.toLowerCase())
    .some((name) => name === wanted || `${kind}.${name}` === wanted);
}

/**
 * What a word means that is no name: the lines of a category, else those of which it is a part, as 提成 is of
 * 个人提成 and 团队提成.
 */
export function partsLike({ lines, scores }: Statement, word: string): Explained {
  const ofCategory = lines.filter(({ category }) =>
    CATEGORIES.some(
      (id) => id === category && isMeant(word, 'category', id, wording(`category.${id}`)),
    ),
  );
  if (ofCategory.length > 0) return { lines: ofCategory, scores: [] };
  const isPart = ({ title }: { readonly title: Title }) =>
    word.length > 1 && title.zh.includes(word);
  const found = scores.map((score) => ({ ...score, items: score.items.filter(isPart) }));
  return { lines: lines.filter(isPart), scores: found.filter(({ items }) => items.length > 0) };
}

/** Everything that `partsNamed` understands, for suggestions. */
export function namesInStatement({ lines, scores }: Statement): readonly Nameable[] {
  const cards = scores.map(({ rulebook, title }) => ({ id: rulebook, title }));
  return [...lines, ...scores.flatMap((score) => score.items), ...cards];
}

/** A plan by title and id; one that kpi.yaml lists for a role has no title but the role's. */
function planText({ plan, planTitle, role }: Statement, language: Language): string {
  const title = planTitle[language];
  return title === plan || title === role.title[language]
    ? plan
    : text(language, 'explain.titled', { title, id: plan });
}

/** Who is paid what: the first lines of an explanation; of a whole statement with the amount of each line. */
export function headOf(
  statement: Statement,
  month: Month,
  isWhole: boolean,
  language: Language,
): Branch {
  return {
    text: text(language, 'explain.head', {
      name: statement.name,
      id: statement.agent,
      month,
      role: statement.role.title,
      plan: planText(statement, language),
    }),
    tone: 'title',
    children: [
      ...(isWhole ? amountLines(statement, language) : []).map((line) => leaf(line)),
      ...sums(statement, language).map((line) => leaf(line)),
      ...balances(statement, language).map((line) => leaf(line)),
    ],
  };
}

/** What the lines come to; with insurance and tax, what is left after them as well. */
function sums(statement: Statement, language: Language): string[] {
  const money = (amount: Decimal) => moneyText(amount, language);
  const { statutory, lines } = statement;
  const [gross, deductions, payable] = [
    money(statement.gross),
    money(statement.deductions),
    money(statement.payable),
  ];
  if (statutory === undefined)
    return [text(language, 'explain.pay', { gross, deductions, payable })];
  const taken = lines.filter(({ kind }) => kind === 'withheld');
  const withheld = money(sum(taken.flatMap(({ amount }) => amount ?? [])));
  const [net, cost] = [money(statutory.net), money(statutory.cost)];
  return [
    text(language, 'explain.before_tax', { gross, deductions, payable }),
    text(language, 'explain.net', { payable, withheld, net, cost }),
  ];
}

/** What is carried over and not paid. */
function balances({ lines }: Statement, language: Language): string[] {
  return lines.flatMap(({ kind, title, amount }) => {
    if (kind !== 'balance' || amount === undefined) return [];
    const params = { title, amount: moneyText(amount, language) };
    return [text(language, 'explain.balance', params)];
  });
}

/** The lines that pay or take something, one below the other; how many others there are. */
function amountLines({ lines }: Statement, language: Language): string[] {
  const paying = lines.filter((line) => isPaid(line) || line.kind === 'withheld');
  const paid = paying.filter(({ amount }) => amount?.isZero() === false);
  const rows = paid.map(({ title, kind, amount = ZERO }) => {
    const sign = kind === 'earning' ? '' : '−';
    return { title: title[language], amount: `${sign}${moneyText(amount, language)}` };
  });
  const [left, right] = [
    widest(rows.map(({ title }) => title)),
    widest(rows.map((row) => row.amount)),
  ];
  const others = paying.length - paid.length;
  return [
    ...rows.map(({ title, amount }) => `${padRight(title, left)}  ${padLeft(amount, right)}`),
    ...(others === 0 ? [] : [text(language, 'explain.other_lines', { count: others })]),
  ];
}

function widest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(textWidth));
}

/** The reasons of what is to be explained, as trees. */
export function reasonBranches(explained: Explained, language: Language): Branch[] {
  // A score or line that has its own place in the explanation is not told again inside another.
  const places = placesOf(explained, language);
  return [
    ...explained.scores.map((score) => scoreBranch(score, places, language)),
    ...explained.lines.map((line) => lineBranch(line, places, language)),
  ];
}

function placesOf({ scores, lines }: Explained, language: Language): string[] {
  return [
    ...scores.map(({ ranking }) => rankingText(ranking, language)),
    ...scores.map(({ rulebook }) => nameKey('score', rulebook)),
    ...scores.flatMap(({ items }) => items.map(({ id }) => nameKey('item', id))),
    ...lines.map(({ id }) => nameKey('line', id)),
  ];
}

function scoreBranch(score: ScorecardScore, places: readonly string[], language: Language): Branch {
  return {
    text: text(language, 'explain.score', {
      title: score.title,
      id: score.rulebook,
      points: figureText(score.points, undefined, language),
      total: figureText(score.total, undefined, language),
      rank: score.rank,
    }),
    tone: 'title',
    children: [
      ...rankingBranches(score.ranking, language),
      ...score.items.map((item) => itemBranch(item, places, language)),
    ],
  };
}

function itemBranch(item: ScoreItem, places: readonly string[], language: Language): Branch {
  const context = contextOf(language, places);
  return {
    text: `${item.title[language]} ${itemPoints(item, language)}`,
    children: [
      ...traceBranches(withBetterOnly(item.trace, betterPoints(item)), context),
      ...sourceBranch(item.source, language),
    ],
  };
}

function itemPoints({ points, full, section }: ScoreItem, language: Language): string {
  if (points === undefined) return text(language, 'value.absent');
  const given = figureText(points, 'points', language);
  if (section === 'addition') return `+${given}`;
  if (section === 'deduction') return points.isZero() ? given : `−${given}`;
  if (full === undefined) return given;
  return text(language, 'explain.points', {
    points: figureText(points, undefined, language),
    full: figureText(full, undefined, language),
  });
}

function lineBranch(line: PayLine, places: readonly string[], language: Language): Branch {
  const context = contextOf(language, places);
  const amount =
    line.amount === undefined ? text(language, 'value.absent') : moneyText(line.amount, language);
  return {
    text: text(language, 'explain.line', {
      title: line.title,
      id: line.id,
      kind: text(language, `line.${line.kind}`),
      amount,
    }),
    tone: 'title',
    children: [
      ...(line.explanation === undefined
        ? traceBranches(withBetterOnly(line.trace, betterAmount(line)), context)
        : [leaf(line.explanation.reason[language])]),
      ...sourceBranch(line.source, language),
    ],
  };
}

function sourceBranch(source: string | undefined, language: Language): Branch[] {
  return source === undefined ? [] : [leaf(text(language, 'explain.source', { source }))];
}

function contextOf(language: Language, places: readonly string[]): ExplanationContext {
  return { language, shown: new Set(places) };
}

/** The notices to an agent under one heading; nothing when there are none. */
export function statementNotices(statement: Statement, language: Language): Branch[] {
  const notices = ownNotices(statement);
  if (notices.length === 0) return [];
  const children = notices.map((notice) =>
    leaf(
      `${levelText(notice, language)}: ${notice.text[language]}`,
      notice.level === 'info' ? 'fact' : 'warning',
    ),
  );
  return [{ text: text(language, 'explain.notices'), tone: 'title', children }];
}
