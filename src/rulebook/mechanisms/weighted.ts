import { z } from 'zod';
import { NOTICE_LEVELS } from '../../catalogue/pay-words.js';
import { type Decimal, divide, ONE, parseDecimal, sum } from '../../lib/decimal.js';
import { joined, LANGUAGES, phrase, sameInAll, type Title } from '../../lib/language.js';
import { meaning } from '../../lib/meaning.js';
import type { YamlPath } from '../../lib/yaml/yaml-node.js';
import { filled } from '../../words/fill.js';
import { listedTitles } from '../../words/lists.js';
import type { Sentences } from '../../words/texts/entry.js';
import { eitherWord } from '../../words/yaml/key-words.js';
import { type Expr, exprSchema } from '../formula/expr.js';
import { type Named, nameTrace } from '../names/references.js';
import type { Env, Node } from '../values/node.js';
import { numbersOf } from '../values/obstacles.js';
import { resolveMissing, type StandIns, standInsInWords } from '../values/resolve-missing.js';
import { measure, NO_NOTES, note, type Raised, type Trace } from '../values/trace.js';
import { PLAIN } from '../values/type.js';
import { ABSENT, isLacking, numberValue, undefinedBecause, type Value } from '../values/value.js';
import { idKey, standInKeys, titleKey } from './entry-keys.js';
import {
  type EntryTables,
  type Mechanism,
  type MechanismContext,
  onlyTable,
  type Rule,
} from './mechanism.js';
import { isPercent, shareOfFull } from './share-of-full.js';

/** What it says of itself. */
const SENTENCES = {
  noWeightLeft: { zh: '没有一个部分有数', en: 'none of the parts has a figure' },
  part: { zh: '{title}（权重 {weight}）：{rule}', en: '{title} (weight {weight}): {rule}' },
  partOfOwnName: { zh: '{rule}（权重 {weight}）', en: '{rule} (weight {weight})' },
  renormalised: {
    zh: '缺数据的部分，权重按比例分给其余各部分',
    en: 'the weight of a part without data is spread over the others',
  },
  noteRenormalised: {
    zh: '缺少的部分不计，其余权重 {left} 放大到 {all}',
    en: 'parts without figures left out, the other weights of {left} spread to {all}',
  },
} as const satisfies Sentences;

/** The parts' tables are those of the mechanisms given here: parts have no parts of their own. */
function schemaWith(tables: EntryTables) {
  const part = z.strictObject({
    id: idKey,
    title: titleKey,
    weight: exprSchema.meta(
      meaning('权重：分数或百分比', 'its weight, in points or percent', '权重'),
    ),
    ...standInKeys,
    ...tables,
  });
  const parts = z.array(part).min(1).max(50);
  const spread = z.strictObject({
    parts: parts.meta(
      meaning(
        '各部分；不用 renormalise 时可以省掉这个键，直接写列表',
        'the parts; without `renormalise` the list may stand alone',
        '部分',
      ),
    ),
    renormalise: eitherWord({ true: '是', false: '否' })
      .default('false')
      .meta(
        meaning(
          'true：缺数据的部分，权重按比例分给其余各部分',
          '`true`: the weight of what is missing is spread over the others',
          '补权',
        ),
      ),
  });
  return z
    .union(
      [
        parts.transform((each) => ({ parts: each, renormalise: false, isList: true })),
        spread.transform((spec) => ({
          parts: spec.parts,
          renormalise: spec.renormalise === 'true',
          isList: false,
        })),
      ],
      'want-parts',
    )
    .meta({ id: 'weighted', ...meaning('几个部分按权重相加', 'parts by weight', '加权') });
}

type Spec = z.output<ReturnType<typeof schemaWith>>;
type PartSpec = Spec['parts'][number];

interface WeightedPart {
  readonly id: string;
  readonly title: Title;
  readonly weight: Node;
  readonly node: Node;
  readonly standIns: StandIns;
}

/**
 * `weighted: [{id: reply_rate, weight: 8, target: {…}}, …]`: parts, each with a table of its own and worth
 * its weight, added up. A weight is points, or a percentage of what the whole entry is worth. A part may
 * say what it is worth when its own figure is missing or undefined. With `{parts: […], renormalise: true}`
 * the weight of a part whose figure is missing is spread over the others in proportion.
 */
export function weightedOf(tables: EntryTables): Mechanism<Spec> {
  return {
    id: 'weighted',
    title: { zh: '加权', en: 'weighted' },
    partsShown: 'as sum',
    keepsOrder: true,
    schema: schemaWith(tables),
    compile: (spec, context) => compile(spec, tables, context),
  };
}

function compile(spec: Spec, tables: EntryTables, context: MechanismContext): Rule {
  const at = (index: number) => (spec.isList ? [index] : ['parts', index]);
  const parts = spec.parts.map((each, index) => compilePart(each, at(index), tables, context));
  checkIds(spec, at, context);
  checkWeights(spec, at, context);
  return {
    unit: 'points',
    inWords() {
      const lines = parts.map(partInWords);
      const spread = spec.renormalise ? [filled(SENTENCES.renormalised)] : [];
      return joined(
        [...lines, ...spread].map((line) => phrase`\n${line}`),
        sameInAll(''),
      );
    },
    evaluate: (env) => evaluateParts(env, parts, spec.renormalise, context),
  };
}

function partInWords({ title, weight, node, standIns }: WeightedPart): Title {
  const rule = node.inWords();
  const isNamed = LANGUAGES.every((language) => saysFirst(rule[language], title[language]));
  const params = { weight: weight.inWords(), rule };
  const said = [
    isNamed
      ? filled(SENTENCES.partOfOwnName, params)
      : filled(SENTENCES.part, { title, ...params }),
    ...standInsInWords(standIns),
  ];
  return listedTitles('sentences', said);
}

/** Whether a rule begins with what it is of, and that is called so. */
function saysFirst(rule: string, name: string): boolean {
  return rule.startsWith(name) && /^[:：]/.test(rule.slice(name.length));
}

function compilePart(
  spec: PartSpec,
  path: YamlPath,
  tables: EntryTables,
  context: MechanismContext,
): WeightedPart {
  const { id, title = sameInAll(id) } = spec;
  const weight = compileWeight(spec.weight, [...path, 'weight'], context);
  const table = onlyTable(spec, tables);
  const node =
    table === undefined
      ? context.fail(path, 'one-mechanism', { id })
      : context.inner(table, [...path, table.mechanism], { title, full: weight });
  return { id, title, weight, node, standIns: spec };
}

function compileWeight(weight: Expr, path: YamlPath, context: MechanismContext): Node {
  if (!isPercent(weight)) return context.number(weight, path, context.result);
  return shareOfFull(context.number(weight, path, PLAIN), path, context);
}

function checkIds(
  { parts }: Spec,
  at: (index: number) => YamlPath,
  context: MechanismContext,
): void {
  const ids = parts.map(({ id }) => id);
  for (const [index, id] of ids.entries()) {
    const first = ids.indexOf(id);
    if (first === index) continue;
    context.report(at(index), 'duplicate-id', { id, other: `${first + 1}` });
  }
}

/** Weights in points add up to what the entry is worth, percentages to 100 %, where they are written out. */
function checkWeights(
  { parts }: Spec,
  at: (index: number) => YamlPath,
  context: MechanismContext,
): void {
  const percent = parts.map(({ weight }) => isPercent(weight));
  const odd = percent.findIndex((each) => each !== percent[0]);
  if (odd >= 0) {
    context.report([...at(odd), 'weight'], 'mixed-weights');
    return;
  }
  const weights = parts.flatMap(({ weight }) =>
    typeof weight === 'string' ? (parseDecimal(weight) ?? []) : [],
  );
  const full = percent[0] === true ? ONE : writtenNumber(context.full);
  if (full === undefined || weights.length < parts.length) return;
  const all = sum(weights);
  if (all.equals(full)) return;
  const written = (number: Decimal) =>
    percent[0] === true ? `${number.times(100).toFixed()}%` : number.toFixed();
  context.report([], 'weights-differ', { sum: written(all), total: written(full) });
}

/** The number that a formula is, when nothing but that is written there. */
function writtenNumber(node: Node | undefined): Decimal | undefined {
  const [only, ...others] = node?.constants ?? [];
  return others.length > 0 || only?.name !== undefined ? undefined : only?.number;
}

function evaluateParts(
  env: Env,
  parts: readonly WeightedPart[],
  renormalise: boolean,
  context: MechanismContext,
): Trace {
  const traces = parts.map((part) => evaluatePart(part, env, context));
  const step = (value: Value, notes = NO_NOTES) =>
    context.step(value, traces, { unit: 'points', raised: gravest(traces), notes });
  const gone = traces.map(({ value }) => value.kind === 'absent' || isLacking(value));
  const isSpread = renormalise && gone.includes(true) && gone.includes(false);
  if (!isSpread) return step(total(traces));
  const weights = numbersOf(parts.map(({ weight }) => weight.evaluate(env).value));
  if ('kind' in weights) return step(weights);
  const all = sum(weights);
  const left = sum(weights.filter((_, index) => gone[index] !== true));
  const points = total(traces.filter((_, index) => gone[index] !== true));
  const spread = points.kind === 'number' ? rescale(points.number, all, left) : points;
  return step(spread, () => {
    const params = { left: measure(left, 'points'), all: measure(all, 'points') };
    return [note(SENTENCES.noteRenormalised, params)];
  });
}

/** A part under its own name, so that an explanation can call it. */
function evaluatePart(part: WeightedPart, env: Env, context: MechanismContext): Trace {
  const { id, title, node, standIns, weight } = part;
  const inner = node.evaluate(env);
  const resolved = resolveMissing(inner.value, standIns, title, () => weight.evaluate(env).value);
  const named: Named = { kind: 'item', id: `${context.id}.${id}`, title, unit: 'points' };
  const trace = nameTrace(named, resolved.value, [inner], resolved.notes);
  return { ...trace, raised: resolved.raised ?? inner.raised };
}

/** Of what several parts raise the gravest is said. */
function gravest(traces: readonly Trace[]): Trace['raised'] {
  const raised = traces.flatMap((trace) => trace.raised ?? []);
  const gravity = ({ level }: Raised) => NOTICE_LEVELS.indexOf(level);
  return raised.toSorted((a, b) => gravity(b) - gravity(a))[0];
}

function total(traces: readonly Trace[]): Value {
  const values = traces.map(({ value }) => value).filter(({ kind }) => kind !== 'absent');
  const numbers = numbersOf(values);
  if ('kind' in numbers) return numbers;
  return numbers.length === 0 ? ABSENT : numberValue(sum(numbers));
}

function rescale(points: Decimal, all: Decimal, left: Decimal): Value {
  return left.isZero()
    ? undefinedBecause(SENTENCES.noWeightLeft)
    : numberValue(divide(points.times(all), left));
}
