import { CATEGORIES, type Category } from '../../catalogue/pay-words.js';
import { joined, sameInAll } from '../../lib/language.js';
import type { Place } from '../../lib/place.js';
import type { YamlPath, YamlValue } from '../../lib/yaml/yaml-node.js';
import { byId, nearNames, wrongName } from '../../words/known-names.js';
import { title as wording } from '../../words/text.js';
import { reportAt } from '../../words/yaml/report-at.js';
import type { AdjustSpec } from '../books/adjust-schema.js';
import type { Book, PayBook, Sourced } from '../books/rulebook.js';
import type { Node } from '../values/node.js';
import { literalStep } from '../values/trace.js';
import { TEXT } from '../values/type.js';
import type { Value } from '../values/value.js';
import type { PlanContext } from './plan-context.js';

const CATEGORY_NAMES = CATEGORIES.map((id) => ({ id, title: wording(`category.${id}`) }));

type ParameterSource = Book['parameters'] extends ReadonlyMap<string, infer S> ? S : never;

/** Whether a parameter is a list of categories, which adjustments name and no formula. */
export function isCategoryList({ spec }: ParameterSource): boolean {
  return 'list' in spec && spec.list !== undefined;
}

/** A parameter that is a list of categories, as a text; undefined, with the problems reported, when it is wrong. */
export function categoryListNode(
  key: string,
  parameter: ParameterSource,
  context: PlanContext,
): Node | undefined {
  const { value, place } = listIn(key, parameter, context);
  const words = wordsOf(value);
  const categories = words?.flatMap((word) => categoryNamed(word) ?? []) ?? [];
  const wrong =
    words === undefined ? [''] : words.filter((word) => categoryNamed(word) === undefined);
  for (const word of wrong) {
    const { code, params: near } = wrongName('category', nearNames(word, CATEGORY_NAMES));
    const params = { key, word, ...near };
    context.problems.report(code, place, { params, ...(word === '' ? {} : { cell: word }) });
  }
  if (wrong.length > 0) return undefined;
  const title = joined(
    categories.map((id) => wording(`category.${id}`)),
    sameInAll(', '),
  );
  const list: Value = { kind: 'text', text: title.zh, title };
  return {
    type: TEXT,
    unit: undefined,
    uses: [],
    inWords: () => title,
    evaluate: () => literalStep(list, undefined),
  };
}

/** The categories that an adjustment keeps, written out or by the name of a parameter of its book. */
export function keptBy(
  { spec, yaml, path }: Sourced<AdjustSpec>,
  book: PayBook,
  context: PlanContext,
): readonly Category[] | undefined {
  const { keep } = spec;
  if (typeof keep !== 'string') return keep;
  const parameter = book.parameters.get(keep);
  const key = `${book.id}.${keep}`;
  if (parameter !== undefined && isCategoryList(parameter)) {
    const words = wordsOf(listIn(key, parameter, context).value) ?? [];
    return words.flatMap((word) => categoryNamed(word) ?? []);
  }
  const lists = [...book.parameters].filter(([, each]) => isCategoryList(each)).map(([id]) => id);
  const at = { yaml, path: [...path, 'keep'] };
  const { code, params } = wrongName('parameter', nearNames(keep, byId(lists)));
  reportAt(context.problems, at, code, { key, ...params });
  return undefined;
}

/** What plan or kpi.yaml set goes before the book's own list. */
function listIn(
  key: string,
  { spec, yaml, path }: ParameterSource,
  { set }: PlanContext,
): { readonly value: YamlValue; readonly place: Place } {
  const setting = set.get(key);
  if (setting !== undefined) return setting;
  const at: YamlPath = [...path, 'value'];
  return { value: ('value' in spec ? spec.value : undefined) ?? [], place: yaml.placeOf(at) };
}

/** A single word is a list of one. */
function wordsOf(value: YamlValue): readonly string[] | undefined {
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return undefined;
  const words = value.filter((each) => typeof each === 'string');
  return words.length === value.length ? words : undefined;
}

/** A category by its id or its name. */
function categoryNamed(word: string): Category | undefined {
  return CATEGORIES.find((id) => id === word || wording(`category.${id}`).zh === word);
}
