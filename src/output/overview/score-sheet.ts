import type { Language } from '../../lib/language.js';
import type { ScorecardScore, ScoreItem } from '../../payroll/statement.js';
import { text, title } from '../../words/text.js';
import { html, type Markup } from '../pages/markup.js';
import { tableMarkup } from '../pages/tables.js';
import { bareFigure } from '../report/figure-text.js';
import { columnOf, type ReportColumn, tableOf } from '../report/report-columns.js';
import { lineReason } from '../traces/line-words.js';

const SECTION_TITLES = {
  item: title('rule.items'),
  addition: title('rule.additions'),
  deduction: title('rule.deductions'),
} as const;

/** What every sheet has of an item, as on paper. */
const ITEM_COLUMNS: readonly ReportColumn<ScoreItem>[] = [
  columnOf(
    { id: 'section', heading: title('overview.section'), align: 'left' },
    ({ section }, language) => SECTION_TITLES[section][language],
  ),
  columnOf({ id: 'item', heading: title('overview.item'), align: 'left' }, (item) => item.title),
  columnOf({ id: 'full', heading: title('overview.full'), align: 'right' }, ({ full }) => full),
];

const STANDARD = columnOf<ScoreItem>(
  { id: 'standard', heading: title('overview.standard'), align: 'left', long: true },
  ({ standard }, language) => standard?.()[language].trim(),
);

const POINTS: readonly ReportColumn<ScoreItem>[] = [
  columnOf(
    { id: 'points', heading: title('overview.points'), align: 'right' },
    ({ points }) => points,
  ),
  columnOf(
    { id: 'reason', heading: title('table.formula'), align: 'left', long: true },
    (item, language) => (item.trace.step === 'literal' ? undefined : lineReason(item, language)),
  ),
];

/** The sheet of a scorecard as on paper: its items, what each is worth, how points are given. */
export function blankSheet(
  { items, total, title: of }: ScorecardScore,
  language: Language,
): Markup {
  const table = tableOf([...ITEM_COLUMNS, STANDARD], items, { language, ids: false }, 2);
  const totals = ['', text(language, 'overview.total'), bareFigure(total, undefined), ''];
  const shown = { ...table, total: totals.slice(0, table.columns.length) };
  const label = text(language, 'overview.sheet', { card: of });
  return html`<h3>${label}</h3>
${tableMarkup(shown, { label, language })}`;
}

/** The sheet of an agent, filled in. */
export function filledSheet(
  { items, total, points, title: of }: ScorecardScore,
  name: string,
  language: Language,
): Markup {
  const table = tableOf([...ITEM_COLUMNS, ...POINTS], items, { language, ids: false }, 2);
  const sums = [text(language, 'overview.total'), total, points].map((each) =>
    typeof each === 'string' ? each : bareFigure(each, undefined),
  );
  return tableMarkup(
    { ...table, total: ['', ...sums, ''].slice(0, table.columns.length) },
    { label: `${name} ${of[language]}`, language },
  );
}
