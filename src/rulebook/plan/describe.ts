import { type FilteredMetric, isFilteredMetric } from '../../catalogue/metrics/filtered.js';
import { filterInWords } from '../../catalogue/order-filter.js';
import { wordTitle } from '../../catalogue/vocabulary.js';
import { joined, phrase, sameInAll, type Title } from '../../lib/language.js';
import { listedTitles } from '../../words/lists.js';
import { type PlainTextKey, title as wording } from '../../words/text.js';
import type { ParameterSpec } from '../books/parameter-schema.js';
import {
  type Book,
  type CalendarBook,
  type EntryBook,
  hasEntries,
  type ListedBook,
  type Plan,
  type Rulebook,
} from '../books/rulebook.js';
import type { Node, Slot } from '../values/node.js';
import { type StandIns, standInsInWords } from '../values/resolve-missing.js';
import { parseRounding, type Rounding } from '../values/rounding.js';
import type { CompiledItem, CompiledLine, CompiledNotice, CompiledPlan } from './compiled-plan.js';
import type { CompiledAdjustment } from './entries.js';
import { rangeInWords } from './parameters.js';

/** A rulebook in words. */
export interface RuleDescription {
  readonly id: string;
  readonly kind: Rulebook['kind'];
  readonly title: Title;
  readonly source?: string;
  readonly notes: readonly Title[];
  readonly sections: readonly DescribedSection[];
  /** The YAML. */
  readonly text: string;
}

interface DescribedSection {
  readonly heading: Title;
  readonly lines: readonly DescribedLine[];
}

type DescribedLine = Title & { readonly indent?: number };

/** Describes a scorecard, pay book or notice book that was compiled alone. */
export function describeBook(book: EntryBook, plan: CompiledPlan): RuleDescription {
  const sections = [
    baseSection(book),
    ...plan.scorecards.flatMap(({ total, items }) => [
      section('rule.total', book.kind === 'scorecard' && book.total ? totalLines(total) : []),
      section('rule.items', items.filter(isIn('item')).flatMap(describeItem)),
      section('rule.additions', items.filter(isIn('addition')).flatMap(describeItem)),
      section('rule.deductions', items.filter(isIn('deduction')).flatMap(describeItem)),
    ]),
    section('rule.lines', plan.lines.flatMap(describeLine)),
    section(
      'rule.adjustments',
      plan.adjustments.flatMap((each) => describeAdjustment(each, plan)),
    ),
    section('rule.notices', plan.notices.flatMap(describeNotice)),
    section('rule.settings', book.settings.map(sameInAll)),
    section('rule.definitions', [
      ...plan.filtered.filter(({ id }) => id.startsWith(`${book.id}.`)).map(describeMetric),
      ...[...plan.asked.ofShop].filter(isFilteredMetric).map(describeMetric),
      ...valuesNamed(book, plan, 'definition'),
    ]),
    section('rule.parameters', valuesNamed(book, plan, 'parameter')),
    section('rule.events', [...book.events].map(titled)),
    section('rule.ratings', [...book.ratings].map(titled)),
  ];
  return { ...head(book), sections: sections.filter(({ lines }) => lines.length > 0) };
}

/** Describes a plan: what it is made of, by title. */
export function describePlan(
  plan: Plan,
  bookOf: (id: string) => Rulebook | undefined,
): RuleDescription {
  const titleOf = (id: string) => bookOf(id)?.title ?? sameInAll(id);
  const list = (books: readonly ListedBook[]) =>
    books.map(({ name }) => titled([name, titleOf(name)]));
  const set = [...plan.set].map(([key, { spec }]) => setText(key, String(spec), bookOf));
  const sections = [
    baseSection(plan),
    section(
      'rule.roles',
      plan.roles.map((role) => titled([role, wordTitle(role) ?? sameInAll(role)])),
    ),
    section('rule.scores', list(plan.scores)),
    section('rule.pay', list(plan.pay)),
    section('rule.notices', list(plan.noticeBooks)),
    section('rule.team_by', plan.teamBy === undefined ? [] : [wording(`rule.by_${plan.teamBy}`)]),
    section('rule.set', set),
  ];
  return { ...head(plan), sections: sections.filter(({ lines }) => lines.length > 0) };
}

/** A description with what the shop sets of the book in kpi.yaml, which holds before what stands in it. */
export function describeSettings(
  description: RuleDescription,
  set: readonly (readonly [key: string, value: string])[],
  bookOf: (id: string) => Rulebook | undefined,
): RuleDescription {
  if (set.length === 0) return description;
  const lines = set.map(([key, value]) => setText(key, value, bookOf));
  return {
    ...description,
    sections: [...description.sections, section('rule.set_by_shop', lines)],
  };
}

/** Describes a calendar: what is off and what is worked, by year. */
export function describeCalendar(calendar: CalendarBook): RuleDescription {
  const sections = [...calendar.years].map(([year, { spec }]) => {
    const lines =
      spec === 'unknown'
        ? [wording('calendar.unknown')]
        : [
            wording('calendar.holidays', { days: (spec.holidays ?? []).join(', ') }),
            wording('calendar.workdays', { days: (spec.workdays ?? []).join(', ') }),
            ...(spec.source === undefined
              ? []
              : [wording('rules.source', { source: spec.source })]),
          ];
    return { heading: sameInAll(year), lines };
  });
  const all = [baseSection(calendar), ...sections];
  return { ...head(calendar), sections: all.filter(({ lines }) => lines.length > 0) };
}

/** What is set of a book: the parameter by its title. */
function setText(key: string, value: string, bookOf: (id: string) => Rulebook | undefined): Title {
  const [id = '', parameter = ''] = key.split('.');
  const book = bookOf(id);
  const spec = hasEntries(book) ? book.parameters.get(parameter)?.spec : undefined;
  const title = spec !== undefined && 'title' in spec ? spec.title : undefined;
  return phrase`${titled([key, title ?? sameInAll(parameter)])} = ${value}`;
}

function head({ id, kind, title, source, notes, yaml }: Rulebook) {
  return { id, kind, title, ...(source === undefined ? {} : { source }), notes, text: yaml.text };
}

/** What a book builds on, whose parts stand among its own, and what of it is left out. */
function baseSection({ base }: Rulebook): DescribedSection {
  if (base === undefined) return section('rule.extends', []);
  const { id, title, removed } = base;
  const entries = listedTitles('names', removed);
  const without = removed.length === 0 ? [] : [indented(wording('rule.removed', { entries }))];
  return section('rule.extends', [titled([id, title]), ...without]);
}

function totalLines({ node }: Slot): readonly DescribedLine[] {
  return node === undefined ? [] : [node.inWords(), ...valueLines([node])];
}

function section(key: PlainTextKey, lines: readonly DescribedLine[]) {
  return { heading: wording(key), lines };
}

function isIn(wanted: CompiledItem['section']) {
  return (item: CompiledItem): boolean => item.section === wanted;
}

function titled([id, title]: readonly [string, Title]): Title {
  return wording('rules.heading', { title, id });
}

function describeItem({
  title,
  full,
  node,
  spec,
  conditions,
}: CompiledItem): readonly DescribedLine[] {
  const heading =
    full === undefined ? title : wording('rule.full', { title, points: full.inWords() });
  return [
    heading,
    ...rule(node),
    ...conditionLines(conditions),
    ...standInLines(spec.spec),
    ...valueLines([node, full, ...conditions]),
    ...remarkLines(spec.spec),
  ];
}

function describeLine({
  title,
  kind,
  node,
  spec: { spec },
  proration,
  conditions,
}: CompiledLine): readonly DescribedLine[] {
  const { round, category, off, level = 'info' } = spec;
  const what = [
    wording(`rule.kind.${kind}`),
    ...(category === undefined ? [] : [wording(`category.${category}`)]),
    ...(kind === 'notice' ? [wording(`level.${level}`)] : []),
  ];
  const rounding = round === undefined ? undefined : parseRounding(round);
  return [
    phrase`${title} [${joined(what, COMMA)}]`,
    ...rule(node),
    ...(proration === undefined ? [] : [indented(proration)]),
    ...conditionLines(conditions),
    ...standInLines(spec),
    ...(off === undefined
      ? []
      : [indented(wording('rule.off', { category: wording(`category.${off}`) }))]),
    ...(spec.outside_minimum_wage === 'true'
      ? [indented(wording('rule.outside_minimum_wage'))]
      : []),
    ...(rounding === undefined ? [] : [indented(roundingText(rounding))]),
    ...valueLines([node, ...conditions]),
    ...remarkLines(spec),
  ];
}

const COMMA = sameInAll(', ');

function describeNotice(notice: CompiledNotice): readonly DescribedLine[] {
  const { title, level, text, sign, insteadOf, conditions, warnIf, source } = notice;
  const who = listedTitles('names', sign);
  const signed = sign.length === 0 ? [] : [indented(wording('rule.signed_by', { who }))];
  const lines = listedTitles(
    'names',
    insteadOf.map(({ title }) => title),
  );
  const instead = insteadOf.length === 0 ? [] : [indented(wording('rule.instead_of', { lines }))];
  const said = notice.once === undefined ? [] : [indented(wording(`rule.once_${notice.once}`))];
  return [
    phrase`${title} [${wording(`level.${level}`)}]`,
    indented(text),
    ...conditionLines(conditions),
    ...warnIf.map((each) => indented(wording('rule.warning_when', { condition: each.inWords() }))),
    ...standInLines({ missing: notice.missing }),
    ...said,
    ...instead,
    ...signed,
    ...valueLines([...conditions, ...warnIf]),
    ...remarkLines({ source }),
  ];
}

/** What a table or formula says, one line each, the later ones further in. */
function rule(node: Node): readonly DescribedLine[] {
  return linesOf(node.inWords()).flatMap((line, index) =>
    line.zh === '' ? [] : [{ ...line, indent: index === 0 ? 1 : 2 }],
  );
}

function linesOf({ zh, en }: Title): readonly Title[] {
  const english = en.split('\n');
  return zh.split('\n').map((line, index) => ({ zh: line, en: english[index] ?? line }));
}

function indented(title: Title): DescribedLine {
  return { ...title, indent: 1 };
}

function conditionLines(conditions: readonly Node[]): readonly DescribedLine[] {
  return conditions.map((condition) =>
    indented(wording('rule.when', { condition: condition.inWords() })),
  );
}

function roundingText({ step, mode }: Rounding): Title {
  const how = wording(`rounding.${mode.replace(' ', '_') as RoundingWord}`);
  return wording('rule.rounding', { step: step.toFixed(), how });
}

type RoundingWord = 'half_up' | 'half_even' | 'up' | 'down';

function standInLines(standIns: StandIns): readonly DescribedLine[] {
  return standInsInWords(standIns).map(indented);
}

/** The parameters that an entry asks for, each with its values: what the rule comes to as things stand. */
function valueLines(nodes: readonly (Node | undefined)[]): readonly DescribedLine[] {
  const asked = new Set(nodes.flatMap((node) => node?.uses ?? []));
  const parameters = [...asked].filter(({ kind }) => kind === 'parameter');
  return parameters.map(({ title, node }) =>
    indented(wording('rule.value', { title, value: node?.inWords() ?? '' })),
  );
}

/** What an author notes on an entry, and the document that it comes from. */
function remarkLines({
  notes = [],
  source,
}: {
  readonly notes?: readonly Title[] | undefined;
  readonly source?: string | undefined;
}): readonly DescribedLine[] {
  return [
    ...notes.map((note) => indented(wording('rule.note', { note }))),
    ...(source === undefined ? [] : [indented(wording('rules.source', { source }))]),
  ];
}

/** Which lines an adjustment changes, when, and what is left of them. */
function describeAdjustment(
  adjustment: CompiledAdjustment,
  plan: CompiledPlan,
): readonly DescribedLine[] {
  const { title, conditions, factor } = adjustment;
  const left = phrase`${touched(adjustment, plan)} × ${factor.inWords()}`;
  return [
    title,
    ...conditionLines(conditions),
    indented(left),
    ...valueLines([factor, ...conditions]),
    ...remarkLines({ source: adjustment.spec.source }),
  ];
}

function touched(
  { spec: { lines = [], categories = [] }, keep = [] }: CompiledAdjustment,
  plan: CompiledPlan,
): Title {
  const titles = (ids: readonly (typeof categories)[number][]) =>
    ids.map((id) => wording(`category.${id}`));
  const known = [...plan.lines.map(({ slot }) => slot), ...plan.elsewhere];
  const which = lines.map((id) => known.find((slot) => slot.id === id)?.title ?? sameInAll(id));
  const kept = listedTitles('names', titles(keep));
  const others = keep.length === 0 ? [] : [wording('rule.all_but', { kept })];
  return listedTitles('names', [...which, ...titles(categories), ...others]);
}

/** A metric over some orders: of which metric it is, and which orders count. */
function describeMetric({ id, title, filtered: { base, where } }: FilteredMetric): Title {
  const own = titled([id.slice(id.indexOf('.') + 1), title]);
  const orders = filterInWords(where);
  return phrase`${own}: ${wording('rule.some_orders', { metric: base.title, orders })}`;
}

/** Parameters or definitions, each with what else its author says of it. */
function valuesNamed(
  book: Book,
  plan: CompiledPlan,
  kind: 'parameter' | 'definition',
): readonly DescribedLine[] {
  return (plan.parametersAndDefinitions.get(book.id) ?? [])
    .filter((slot) => slot.kind === kind)
    .flatMap((slot) => {
      const [first, ...others] = linesOf(phrase`${nameOf(slot)}: ${slot.node?.inWords() ?? ''}`);
      const spec = kind === 'parameter' ? book.parameters.get(slot.id)?.spec : undefined;
      return [
        ...(first === undefined ? [] : [first]),
        ...others.map(indented),
        ...(spec === undefined ? [] : limitLines(spec)),
      ];
    });
}

/** What a parameter or definition is called, with the unit of what it gives. */
function nameOf({ id, title, unit }: Slot): Title {
  const isBare = unit === undefined || unit === 'count' || unit === 'ratio';
  return isBare
    ? phrase`${title} (${id})`
    : phrase`${title} (${id}, ${wording(`unit_title.${unit}`)})`;
}

/** The words that a parameter may be, each with what it means. */
function choicesInWords(choices: Readonly<Record<string, Title | undefined>>): Title {
  const words = Object.entries(choices).map(([id, title]) =>
    title === undefined ? sameInAll(id) : phrase`${id} (${title})`,
  );
  return wording('rule.choices', { choices: listedTitles('names', words) });
}

/** What a parameter may be set to, and what is said of it. */
function limitLines(spec: Extract<ParameterSpec, { readonly by?: unknown }>) {
  const { by = [], min = '', max = '', list, choices } = spec;
  const keys = listedTitles(
    'names',
    by.map((key) => wording(`by.${key}`)),
  );
  return [
    ...(by.length === 0 ? [] : [indented(wording('rule.by', { keys }))]),
    ...(list === undefined ? [] : [indented(wording('rule.categories'))]),
    ...(choices === undefined ? [] : [indented(choicesInWords(choices))]),
    ...(min + max === '' ? [] : [indented(rangeInWords(min, max))]),
    ...remarkLines(spec),
  ];
}
