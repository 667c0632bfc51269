import type { ScorecardScore, ScoreItem } from '../../payroll/statement.js';
import { jsonColumn, type ReportColumn, recordsOf } from '../report/report-columns.js';

/** Of which scorecard a score is. */
export const SCORECARD_COLUMN: ReportColumn<Pick<ScorecardScore, 'rulebook'>> = jsonColumn(
  'rulebook',
  ({ rulebook }) => rulebook,
);

/** What a scorecard came to. */
export const POINTS_COLUMNS: readonly ReportColumn<
  Pick<ScorecardScore, 'points' | 'total' | 'rank'>
>[] = [
  jsonColumn('points', ({ points }) => points),
  jsonColumn('total', ({ total }) => total),
  jsonColumn('rank', ({ rank }) => rank),
];

/** Which item of a scorecard it is. */
export const ITEM_COLUMN: ReportColumn<Pick<ScoreItem, 'id'>> = jsonColumn('id', ({ id }) => id);

/** What an item came to, and the most that it can. */
export const ITEM_POINTS_COLUMNS: readonly ReportColumn<Pick<ScoreItem, 'points' | 'full'>>[] = [
  jsonColumn('points', ({ points }) => points),
  jsonColumn('full', ({ full }) => full),
];

/** A score without its items. */
export const SCORE_COLUMNS: readonly ReportColumn<
  Pick<ScorecardScore, 'rulebook' | 'points' | 'total' | 'rank'>
>[] = [SCORECARD_COLUMN, ...POINTS_COLUMNS];

/** A score and what its items came to. */
export const SCORE_AND_ITEM_COLUMNS: readonly ReportColumn<ScorecardScore>[] = [
  ...SCORE_COLUMNS,
  jsonColumn('items', ({ items }, language) =>
    recordsOf([ITEM_COLUMN, ...ITEM_POINTS_COLUMNS], items, language),
  ),
];
