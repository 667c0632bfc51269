import { medianGrade } from '../../catalogue/grades.js';
import { type RowField, rowFieldNamed, rowFieldsOf, withField } from '../../catalogue/records.js';
import type { Grading, Occurrence, Score } from '../../catalogue/rows.js';
import { type Decimal, decimal, divide, ONE, parseDecimal, sum } from '../../lib/decimal.js';
import type { YamlValue } from '../../lib/yaml/yaml-node.js';
import type { Reference } from '../names/reference.js';
import { knownNumbers } from '../values/obstacles.js';
import { numberValue, UNDEFINED, type Value } from '../values/value.js';
import { readValue } from './example-values.js';

/**
 * `event.violation: 3` is one row that counts three; a list of amounts, or of rows, is one row each.
 * Undefined when something in it is no number.
 */
export function readOccurrences(
  yaml: YamlValue,
  { kind, id }: Reference,
): readonly Occurrence[] | undefined {
  const [word = '', written] = id.split('.');
  const fields = rowFieldsOf(kind === 'event' ? 'event' : 'case', word);
  if (
    written === undefined &&
    Array.isArray(yaml) &&
    yaml.some((each) => typeof each === 'object')
  ) {
    return readWholeRows(yaml, fields);
  }
  const field = rowFieldNamed(written ?? 'count', fields);
  const given = Array.isArray(yaml) ? yaml : [yaml];
  const known = given.flatMap((each) =>
    typeof each === 'string' ? (parseDecimal(each) ?? []) : [],
  );
  if (known.length < given.length) return undefined;
  return known.map((number): Occurrence => {
    if (field === 'grave') return { ...BLANK_ROW, count: number, grave: true };
    if (field === 'order_amount') return { ...BLANK_ROW, order: { id: '', amount: number } };
    const row = field && withField(BLANK_ROW, field, number);
    return row ?? { ...BLANK_ROW, count: number };
  });
}

const BLANK_ROW: Occurrence = { place: {}, count: ONE, grave: false };

/** `[{amount: 8, order_amount: 40}, {amount: 9, order_id: A1, date: 2026-10-05}]`: rows of which more than one thing is given. */
function readWholeRows(
  yaml: readonly YamlValue[],
  fields: readonly RowField[],
): readonly Occurrence[] | undefined {
  const rows = yaml.map((row) => readWholeRow(row, fields));
  const known = rows.filter((row) => row !== undefined);
  return known.length < rows.length ? undefined : known;
}

function readWholeRow(yaml: YamlValue, fields: readonly RowField[]): Occurrence | undefined {
  if (typeof yaml === 'string' || Array.isArray(yaml)) return undefined;
  let row = BLANK_ROW;
  for (const [name, value] of Object.entries(yaml)) {
    if (ORDER_ID.has(name) && typeof value === 'string') {
      row = { ...row, order: { ...row.order, id: value } };
      continue;
    }
    if (DAY.has(name) && typeof value === 'string') {
      row = { ...row, day: value };
      continue;
    }
    const field = rowFieldNamed(name, fields);
    const number = typeof value === 'string' ? parseDecimal(value) : undefined;
    const given = field && number && withGiven(row, field, number);
    if (given === undefined) return undefined;
    row = given;
  }
  return row;
}

function withGiven(row: Occurrence, field: RowField, number: Decimal): Occurrence | undefined {
  if (field === 'count') return { ...row, count: number };
  if (field !== 'order_amount') return withField(row, field, number);
  return { ...row, order: { id: '', ...row.order, amount: number } };
}

const ORDER_ID: ReadonlySet<string> = new Set(['order_id', '订单编号']);
const DAY: ReadonlySet<string> = new Set(['date', '日期']);

/** `rating.attitude: [优, 良]`: one grading a week. Undefined when they are not all grades, or all numbers. */
export function readGradings(
  yaml: readonly YamlValue[],
  reference: Reference,
): readonly Grading[] | undefined {
  const values = yaml.map((each) => readValue(each, reference));
  const [first] = values;
  const scores = values.filter(
    (value): value is Score =>
      value?.kind === first?.kind && (value?.kind === 'grade' || value?.kind === 'number'),
  );
  if (scores.length < values.length) return undefined;
  return scores.map((value, index) => ({ place: {}, week: String(index + 1), value }));
}

/** The month's rating that several gradings make. */
export function ratingOf(gradings: readonly Grading[]): Value {
  const values = gradings.map(({ value }) => value);
  const grades = values.flatMap((value) => (value.kind === 'grade' ? [value.grade] : []));
  if (grades.length > 0) return { kind: 'grade', grade: medianGrade(grades) };
  const numbers = knownNumbers(values);
  return numbers.length === 0
    ? UNDEFINED
    : numberValue(divide(sum(numbers), decimal(numbers.length)));
}
