import { plain } from '../../lib/decimal.js';
import { groupBy } from '../../lib/group.js';
import { inAll, type Language, type Title } from '../../lib/language.js';
import { postedNotices } from '../../payroll/notices.js';
import type { ScorecardScore, ScoreItem, Statement } from '../../payroll/statement.js';
import { text } from '../../words/text.js';
import { salaryTable } from '../month/salary-table.js';
import { type Series, stackedBars } from '../pages/charts.js';
import { html, type Markup } from '../pages/markup.js';
import { tableMarkup } from '../pages/tables.js';
import {
  columnOf,
  numberColumn,
  type ReportColumn,
  tableOf,
  textColumn,
} from '../report/report-columns.js';
import { noticesPart } from './notices-part.js';
import { anchorOf, type Overview } from './overview.js';
import { scoreGates } from './score-gates.js';
import { blankSheet } from './score-sheet.js';

/** The salary table; each amount leads to its reason. */
export function salarySection(overview: Overview): Markup {
  const { statements, language } = overview;
  const title = text(language, 'overview.salary');
  const lines = new Set(statements.flatMap((each) => each.lines.map(({ id }) => id)));
  const table = salaryTable(statements, { language, ids: false, cost: true, planTitles: true });
  const link = (row: number, column: string) => {
    const statement = statements[row];
    if (statement === undefined || (!LINKED.includes(column) && !lines.has(column)))
      return undefined;
    return `#${anchorOf(statement, overview, lines.has(column) ? column : undefined)}`;
  };
  return html`<section id="salary"><h2>${title}</h2>
${tableMarkup(table, { label: title, language, link })}</section>
`;
}

/** The columns that lead to the agent as a whole. */
const LINKED: readonly string[] = [
  'name',
  'score',
  'rank',
  'gross',
  'deductions',
  'payable',
  'net',
  'cost',
];

/** One board for each plan that is judged: item by item, in order of rank. */
export function boardSections(overview: Overview): readonly Markup[] {
  return [...groupBy(overview.statements, ({ plan }) => plan).values()].flatMap((members) => {
    const cards = members[0]?.scores ?? [];
    return cards.map(({ rulebook }) => board(members, rulebook, overview));
  });
}

/** An item with its full marks, as the sheet on paper has it. */
function ofFull({ title, full }: ScoreItem): Title {
  if (full === undefined) return title;
  const shown = plain(full);
  return inAll((each) => text(each, 'overview.of_full', { title: title[each], full: shown }));
}

interface Placed {
  readonly statement: Statement;
  readonly score: ScorecardScore;
}

function board(members: readonly Statement[], rulebook: string, overview: Overview): Markup {
  const { language } = overview;
  const placed = members
    .flatMap((statement): readonly Placed[] => {
      const score = statement.scores.find((each) => each.rulebook === rulebook);
      return score === undefined ? [] : [{ statement, score }];
    })
    .sort((a, b) => a.score.rank - b.score.rank);
  const [first] = placed;
  const plan = first?.statement.planTitle[language] ?? '';
  const title = text(language, 'overview.board', { plan, card: first?.score.title ?? '' });
  const items = first?.score.items ?? [];
  const pointsOf = ({ score }: Placed, id: string) =>
    score.items.find((item) => item.id === id)?.points;
  const columns: readonly ReportColumn<Placed>[] = [
    numberColumn('rank', ({ score }) => score.rank),
    textColumn('name', ({ statement }) => statement.name),
    numberColumn('score', ({ score }) => score.points),
    ...items.map((item) =>
      columnOf<Placed>({ id: item.id, heading: ofFull(item), align: 'right' }, (row) =>
        pointsOf(row, item.id),
      ),
    ),
  ];
  const table = tableOf(columns, placed, { language, ids: false }, 2);
  const given = items.filter(({ section }) => section !== 'deduction');
  const series = given.map(({ id, title: name }) => ({
    name: name[language],
    values: placed.map((row) => pointsOf(row, id)?.toNumber()),
  }));
  const names = placed.map(({ statement }) => statement.name);
  const link = (row: number, column: string) => {
    const statement = placed[row]?.statement;
    return statement === undefined || column !== 'name'
      ? undefined
      : `#${anchorOf(statement, overview)}`;
  };
  return html`<section><h2>${title}</h2>
${stackedBars(names, series, title, { marks: scoreGates(placed, language), result: scored(placed, language) })}
${tableMarkup(table, { label: title, language, link })}
${first && blankSheet(first.score, language)}${noticesOf(rulebook, members, overview)}</section>
`;
}

/** The scores, where something is taken off what the items give. */
function scored(placed: readonly Placed[], language: Language): Series | undefined {
  const isLess = placed.some(({ score }) =>
    score.items.some(
      ({ section, points }) => section === 'deduction' && points?.isZero() === false,
    ),
  );
  if (!isLess) return undefined;
  return {
    name: text(language, 'table.score'),
    values: placed.map(({ score }) => score.points?.toNumber()),
  };
}

/** What the scorecard itself says of these agents: the warnings of a service index with the advice on each figure. */
function noticesOf(
  rulebook: string,
  members: readonly Statement[],
  { month, language }: Overview,
): Markup | undefined {
  const own = postedNotices(month, members).filter((each) => each.rulebook?.id === rulebook);
  return noticesPart(own, text(language, 'sheet.notices'), language);
}
