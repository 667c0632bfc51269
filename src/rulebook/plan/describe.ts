import { wordTitle } from '../../catalogue/vocabulary.js';
import type { Language, Title } from '../../lib/language.js';
import { title as wording } from '../../words/text.js';
import type { Book, Plan, Rulebook } from '../books/rulebook.js';
import type { Node } from '../values/node.js';
import type { StandIns } from '../values/resolve-missing.js';
import { parseRounding, type Rounding } from '../values/rounding.js';
import type { CompiledItem, CompiledLine, CompiledNotice, CompiledPlan } from './compiled-plan.js';
import type { CompiledAdjustment } from './entries.js';

/** A rulebook, told as a person would. */
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

export interface DescribedSection {
  readonly heading: Title;
  readonly lines: readonly DescribedLine[];
}

export type DescribedLine = Title & { readonly indent?: number };

/** Describes a scorecard, pay book or notice book that was compiled alone. */
export function describeBook(book: Exclude<Rulebook, Plan>, plan: CompiledPlan): RuleDescription {
  const sections = [
    ...plan.scorecards.flatMap(({ items }) => [
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
    section('rule.definitions', named(book, plan, 'definition')),
    section('rule.parameters', named(book, plan, 'parameter')),
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
  const titleOf = (id: string) => bookOf(id)?.title ?? both(id);
  const list = (ids: readonly string[]) => ids.map((id) => titled([id, titleOf(id)]));
  const set = [...plan.set].map(([key, { spec }]) => setText(key, String(spec), bookOf));
  const sections = [
    section(
      'rule.roles',
      plan.roles.map((role) => titled([role, wordTitle(role) ?? both(role)])),
    ),
    section('rule.scores', list(plan.scores)),
    section('rule.pay', list(plan.pay)),
    section('rule.notices', list(plan.noticeBooks)),
    section('rule.set', set),
  ];
  return { ...head(plan), sections: sections.filter(({ lines }) => lines.length > 0) };
}

/** What a plan sets of a book: the parameter by its title. */
function setText(key: string, value: string, bookOf: (id: string) => Rulebook | undefined): Title {
  const [id = '', parameter = ''] = key.split('.');
  const book = bookOf(id);
  const spec =
    book === undefined || book.kind === 'plan' ? undefined : book.parameters.get(parameter)?.spec;
  const title = spec !== undefined && 'title' in spec ? spec.title : undefined;
  const { zh, en } = titled([key, title ?? both(parameter)]);
  return { zh: `${zh} = ${value}`, en: `${en} = ${value}` };
}

function head({ id, kind, title, source, notes, yaml }: Rulebook) {
  return { id, kind, title, ...(source === undefined ? {} : { source }), notes, text: yaml.text };
}

function section(key: Parameters<typeof wording>[0], lines: readonly DescribedLine[]) {
  return { heading: wording(key), lines };
}

function isIn(wanted: CompiledItem['section']) {
  return (item: CompiledItem): boolean => item.section === wanted;
}

function both(text: string): Title {
  return { zh: text, en: text };
}

function titled([id, title]: readonly [string, Title]): Title {
  return { zh: `${title.zh}（${id}）`, en: `${title.en} (${id})` };
}

function inBoth(write: (language: Language) => string): Title {
  return { zh: write('zh'), en: write('en') };
}

function describeItem({
  title,
  full,
  node,
  spec,
  conditions,
}: CompiledItem): readonly DescribedLine[] {
  const heading = inBoth((language) => {
    const points = full?.print(language);
    if (points === undefined) return title[language];
    return language === 'zh' ? `${title.zh}，满分 ${points}` : `${title.en}, ${points} points`;
  });
  const { missing, undefined: divided } = spec.spec;
  return [heading, ...rule(node), ...told(conditions), ...standInLines(missing, divided)];
}

function describeLine({
  title,
  kind,
  node,
  spec,
  conditions,
}: CompiledLine): readonly DescribedLine[] {
  const { missing, undefined: divided, round, category } = spec.spec;
  const heading = inBoth((language) => {
    const what = wording(`rule.kind.${kind}`)[language];
    return category === undefined
      ? `${title[language]} [${what}]`
      : `${title[language]} [${what}, ${wording(`category.${category}`)[language]}]`;
  });
  const rounding = round === undefined ? undefined : parseRounding(round);
  return [
    heading,
    ...rule(node),
    ...told(conditions),
    ...standInLines(missing, divided),
    ...(rounding === undefined ? [] : [indented(roundingText(rounding))]),
  ];
}

function describeNotice({ text, conditions }: CompiledNotice): readonly DescribedLine[] {
  return [text, ...told(conditions)];
}

/** What a table or formula says, one line each, the later ones further in. */
function rule(node: Node): readonly DescribedLine[] {
  const [zh, en] = [node.print('zh').split('\n'), node.print('en').split('\n')];
  return zh.flatMap((line, index): readonly DescribedLine[] =>
    line === '' ? [] : [{ zh: line, en: en[index] ?? line, indent: index === 0 ? 1 : 2 }],
  );
}

function indented(title: Title): DescribedLine {
  return { ...title, indent: 1 };
}

function told(conditions: readonly Node[]): readonly DescribedLine[] {
  return conditions.map((condition) =>
    indented({ zh: `条件：${condition.print('zh')}`, en: `when: ${condition.print('en')}` }),
  );
}

type Worth = NonNullable<StandIns['missing']>;

function worthText(when: 'missing' | 'undefined', worth: Worth): Title {
  return wording(`rule.when_${when}`, { worth: wording(`worth.${worth}`) });
}

function roundingText({ step, mode }: Rounding): Title {
  const how = wording(`rounding.${mode.replace(' ', '_') as RoundingWord}`);
  return wording('rule.rounding', { step: step.toFixed(), how });
}

type RoundingWord = 'half_up' | 'half_even' | 'up' | 'down';

function standInLines(
  missing: StandIns['missing'],
  divided: StandIns['undefined'],
): readonly DescribedLine[] {
  return [
    ...(missing === undefined ? [] : [indented(worthText('missing', missing))]),
    ...(divided === undefined ? [] : [indented(worthText('undefined', divided))]),
  ];
}

/** Which lines an adjustment changes, when, and what is left of them. */
function describeAdjustment(
  adjustment: CompiledAdjustment,
  plan: CompiledPlan,
): readonly DescribedLine[] {
  const { title, conditions, factor } = adjustment;
  const left = inBoth(
    (language) => `${touched(adjustment, plan, language)} × ${factor.print(language)}`,
  );
  return [title, ...told(conditions), indented(left)];
}

function touched(
  { spec: { lines = [], categories = [] }, keep = [] }: CompiledAdjustment,
  plan: CompiledPlan,
  language: Language,
): string {
  const [comma, except] = language === 'zh' ? ['、', '除外'] : [', ', 'all but'];
  const category = (id: (typeof categories)[number]) => wording(`category.${id}`)[language];
  const known = [...plan.lines.map(({ slot }) => slot), ...plan.elsewhere];
  const named = lines.map((id) => known.find((slot) => slot.id === id)?.title[language] ?? id);
  const which = [...named, ...categories.map(category)];
  if (keep.length > 0) {
    const kept = keep.map(category).join(comma);
    which.push(language === 'zh' ? `${kept}${except}` : `${except} ${kept}`);
  }
  return which.join(comma);
}

function named(
  book: Book,
  plan: CompiledPlan,
  kind: 'parameter' | 'definition',
): readonly DescribedLine[] {
  return (plan.named.get(book.id) ?? [])
    .filter((slot) => slot.kind === kind)
    .flatMap(({ id, title, node }) => {
      const value = inBoth(
        (language) => `${title[language]} (${id}): ${node?.print(language) ?? ''}`,
      );
      return value.zh.split('\n').map((line, index) => ({
        zh: line,
        en: value.en.split('\n')[index] ?? line,
        ...(index === 0 ? {} : { indent: 1 }),
      }));
    });
}
