import type { ScorecardScore, ScoreItem } from '../../payroll/statement.js';
import { jsonColumn, listColumn, type ReportColumn } from '../report/report-columns.js';
import { DECIMAL, orNull, STRING } from '../report/shapes.js';

/** Of which scorecard a score is. */
export const SCORECARD_COLUMN: ReportColumn<Pick<ScorecardScore, 'rulebook'>> = jsonColumn(
  'rulebook',
  STRING,
  ({ rulebook }) => rulebook,
);

/** What a scorecard came to. */
export const POINTS_COLUMNS: readonly ReportColumn<
  Pick<ScorecardScore, 'points' | 'total' | 'rank'>
>[] = [
  jsonColumn('points', DECIMAL, ({ points }) => points),
  jsonColumn('total', DECIMAL, ({ total }) => total),
  jsonColumn('rank', DECIMAL, ({ rank }) => rank),
];

/** Which item of a scorecard it is. */
export const ITEM_COLUMN: ReportColumn<Pick<ScoreItem, 'id'>> = jsonColumn(
  'id',
  STRING,
  ({ id }) => id,
);

/** What an item came to, and the most that it can. */
export const ITEM_POINTS_COLUMNS: readonly ReportColumn<Pick<ScoreItem, 'points' | 'full'>>[] = [
  jsonColumn('points', orNull(DECIMAL), ({ points }) => points),
  jsonColumn('full', orNull(DECIMAL), ({ full }) => full),
];

/** A score without its items. */
export const SCORE_COLUMNS: readonly ReportColumn<
  Pick<ScorecardScore, 'rulebook' | 'points' | 'total' | 'rank'>
>[] = [SCORECARD_COLUMN, ...POINTS_COLUMNS];

const ITEM_COLUMNS: readonly ReportColumn<ScoreItem>[] = [ITEM_COLUMN, ...ITEM_POINTS_COLUMNS];

/** A score and what its items came to. */
export const SCORE_AND_ITEM_COLUMNS: readonly ReportColumn<ScorecardScore>[] = [
  ...SCORE_COLUMNS,
  listColumn('items', ITEM_COLUMNS, ({ items }) => items),
];
