/**
 * The unit of a figure. It decides how the figure is printed, and which figures a formula may add:
 * only figures of the same dimension. Counts, ratios and points are all plain numbers.
 */
export type Unit =
  | 'yuan'
  | 'seconds'
  | 'hours'
  | 'days'
  | 'months'
  | 'count'
  | 'persons'
  | 'person_days'
  | 'ratio'
  | 'points'
  | 'chars_per_minute';
