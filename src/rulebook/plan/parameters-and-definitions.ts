import type { Unit } from '../../catalogue/units.js';
import { phrase, sameInAll } from '../../lib/language.js';
import { problemOf } from '../../words/problem.js';
import { reportAt } from '../../words/yaml/report-at.js';
import type { Book } from '../books/rulebook.js';
import { compileExpr, compileTyped } from '../formula/dated-formula.js';
import type { Expr } from '../formula/expr.js';
import { ENTRY_TABLES } from '../mechanisms/index.js';
import { onlyTable } from '../mechanisms/mechanism.js';
import type { BookNames, LazySlot } from '../names/plan-names.js';
import type { Scope } from '../names/reference.js';
import { createScope } from '../names/scope.js';
import type { Node, Slot } from '../values/node.js';
import { FLEXIBLE, TEXT, type Type, typeOfSaid, typeOfSet } from '../values/type.js';
import { categoryListNode, isCategoryList } from './category-lists.js';
import { compileTable } from './compile-table.js';
import { unknownNode } from './entries.js';
import { filteredDefinitions, isFiltered } from './filtered-definitions.js';
import { compileParameter, type ParameterSetting, withinRange } from './parameters.js';
import { type PlanContext, siteOf } from './plan-context.js';
import { type UnlinkedSlot, unlinkedSlot } from './unlinked-slots.js';

type ParameterSource = Book['parameters'] extends ReadonlyMap<string, infer S> ? S : never;
type DefinitionSource = Book['definitions'] extends ReadonlyMap<string, infer S> ? S : never;

/** Definitions that lean on definitions, so many deep: people's books go three or four deep. */
const MAX_LAYERS = 20;

/** The names of a book: its entries, and its parameters and definitions, compiled when first asked for. */
export function bookNames(book: Book, entries: readonly Slot[], context: PlanContext): BookNames {
  const own: LazySlot[] = entries.map((slot) => ({ slot, ensure: () => {} }));
  const filtered = filteredDefinitions(book, context);
  const { id: bookId, ratings, events } = book;
  const names: BookNames = { id: bookId, own, filtered, ratings, events };
  const layers: UnlinkedSlot[] = [];
  const lazily = (slot: UnlinkedSlot, compile: () => Node | undefined) =>
    own.push(lazySlot(slot, layers, context, compile));
  for (const [id, parameter] of book.parameters) {
    const slot = unlinkedNamed('parameter', book.id, id, parameter);
    // Known even where its value cannot be read: formulas that compare it are as right as they were.
    if ('choices' in parameter.spec && parameter.spec.choices !== undefined) slot.type = TEXT;
    lazily(slot, () => parameterNode(slot, book, parameter, names, context));
  }
  for (const [id, definition] of book.definitions) {
    if (isFiltered(definition)) continue;
    const slot = unlinkedNamed('definition', book.id, id, definition);
    const unit = 'unit' in definition.spec ? definition.spec.unit : undefined;
    // Known before its formula is compiled, which may ask for it as it was in an earlier month.
    if (unit !== undefined) Object.assign(slot, { unit, type: typeOfSet(unit) });
    lazily(slot, () => definitionNode(slot, definition, names, context));
  }
  return names;
}

function unlinkedNamed(
  kind: 'parameter' | 'definition',
  book: string,
  id: string,
  { spec, yaml, path }: ParameterSource | DefinitionSource,
): UnlinkedSlot {
  const title = ('title' in spec ? spec.title : undefined) ?? sameInAll(id);
  const sort = { kind, type: FLEXIBLE, unit: undefined };
  return unlinkedSlot(sort, `${kind}.${book}.${id}`, id, title, yaml.placeOf(path));
}

/** A slot whose type is known only when its formula is compiled. */
function lazySlot(
  slot: UnlinkedSlot,
  layers: UnlinkedSlot[],
  { problems }: PlanContext,
  compile: () => Node | undefined,
): LazySlot {
  let isBegun = false;
  return {
    slot,
    ensure() {
      // When it is being compiled already it stands in a circle, which is reported with all its names.
      if (isBegun) return;
      isBegun = true;
      if (layers.length > MAX_LAYERS) {
        const params = { name: slot.title, limit: MAX_LAYERS };
        problems.report('names-too-deep', slot.place, { params });
        slot.node = unknownNode(slot);
        return;
      }
      layers.push(slot);
      const node = compile();
      layers.pop();
      if (node === undefined) {
        slot.node = unknownNode(slot);
        return;
      }
      slot.node = node;
      slot.type = node.type;
      slot.unit = node.unit;
    },
  };
}

function parameterNode(
  slot: UnlinkedSlot,
  book: Book,
  parameter: ParameterSource,
  names: BookNames,
  context: PlanContext,
): Node | undefined {
  const { spec, yaml, path } = parameter;
  const { problems } = context;
  const key = `${book.id}.${slot.id}`;
  const isSet = context.set.has(key);
  // What it lacks may be its value.
  if (parameter.isPart === true && !isSet) return undefined;
  if (isCategoryList(parameter)) return categoryListNode(key, parameter, context);
  const set = context.set.get(key);
  const { formula, of, value } = valueKeysOf(spec);
  if ([formula, of, value].filter((each) => each !== undefined).length > 1) {
    reportAt(problems, parameter, 'value-and-formula', { id: slot.id });
    return undefined;
  }
  if (set === undefined && of !== undefined) return takenNode(of, parameter, context);
  if (set === undefined && formula !== undefined) {
    const unit = 'unit' in spec ? spec.unit : undefined;
    const site = siteOf(parameter, ['formula'], scopeOf(slot, names, context), context);
    const node = compileTyped(formula, unit === undefined ? FLEXIBLE : typeOfSaid(unit), site);
    const report: ParameterSetting['report'] = (inner, code, ...params) =>
      reportAt(problems, { yaml, path: [...path, ...inner] }, code, ...params);
    const { title, place } = slot;
    const limited = node && withinRange(node, { key, title, spec, place, report });
    return limited && unit !== undefined ? inUnit(limited, unit, typeOfSet(unit)) : limited;
  }
  return valuesNode(slot, book, parameter, context);
}

/** A parameter of values, as the book has them or as they are set. */
function valuesNode(
  slot: UnlinkedSlot,
  { id: book, published }: Book,
  { spec, yaml, path }: ParameterSource,
  { set: allSet, names, problems }: PlanContext,
): Node | undefined {
  const key = `${book}.${slot.id}`;
  const set = allSet.get(key);
  return compileParameter({
    key,
    title: slot.title,
    spec,
    set: set?.value,
    levels: names.levels,
    published,
    place: set?.place ?? slot.place,
    report(inner, code, ...params) {
      const isValue = inner[0] === 'value';
      if (set === undefined || !isValue) {
        const at = [...path, ...inner];
        const place = OF_KEYS.has(code) ? yaml.placeOfKey(at) : yaml.placeOf(at);
        reportAt(problems, { yaml, path: at, place }, code, ...params);
      } else {
        problems.add(problemOf(code, set.place, { params: params[0] ?? {} }));
      }
    },
  });
}

/** The ways in which a parameter may say its value. */
function valueKeysOf(spec: ParameterSource['spec']): {
  readonly formula?: Expr | undefined;
  readonly of?: string | undefined;
  readonly value?: unknown;
} {
  return spec;
}

/** The value of another book's parameter, or what is set of that one. */
function takenNode(
  key: string,
  parameter: ParameterSource,
  context: PlanContext,
): Node | undefined {
  const { problems, parameterOf } = context;
  const found = parameterOf(key);
  const source = found?.book.parameters.get(found.id);
  if (found === undefined || source === undefined) {
    const at = { yaml: parameter.yaml, path: [...parameter.path, 'of'] };
    reportAt(problems, at, 'unknown-parameter-of', { key });
    return undefined;
  }
  const { book, id } = found;
  const slot = unlinkedNamed('parameter', book.id, id, source);
  // Its own book is checked with the plan that has it; here it lends its values only.
  const lent = valueKeysOf(source.spec);
  if (lent.formula !== undefined || lent.of !== undefined || isCategoryList(source)) {
    const at = { yaml: parameter.yaml, path: [...parameter.path, 'of'] };
    reportAt(problems, at, 'parameter-without-values', { key });
    return undefined;
  }
  const node = valuesNode(slot, book, source, context);
  const words = phrase`${slot.title} (${book.id}.${id})`;
  return node && { ...node, inWords: () => words };
}

/** What is wrong with a key and not with what it says. */
const OF_KEYS: ReadonlySet<string> = new Set([
  'bad-table-key',
  'duplicate-key',
  'unknown-level',
  'misspelt-level',
]);

/** A figure is of the unit that its rulebook says, and prints in it. */
function inUnit(node: Node, unit: Unit, type: Type): Node {
  const { uses, inWords } = node;
  return { type, unit, uses, inWords, evaluate: (env) => ({ ...node.evaluate(env), unit }) };
}

/** The names that the formula of a named value can use; it is noted when one has figures of single days. */
function scopeOf(slot: UnlinkedSlot, names: BookNames, context: PlanContext): Scope {
  const scope = createScope(names, context.names, slot);
  const noteDayFigure = () => {
    slot.ofDay = true;
  };
  return { ...scope, noteDayFigure };
}

function definitionNode(
  slot: UnlinkedSlot,
  definition: DefinitionSource,
  names: BookNames,
  context: PlanContext,
): Node | undefined {
  const { spec } = definition;
  const scope = scopeOf(slot, names, context);
  const unit = 'unit' in spec ? (spec.unit as Unit | undefined) : undefined;
  const table = onlyTable(spec, ENTRY_TABLES);
  if (table === undefined) {
    reportAt(context.problems, definition, 'one-mechanism', { id: slot.id });
    return undefined;
  }
  // A formula may give anything; its own type holds unless a unit is said. `run: streak(…)` is short for
  // `run: {formula: streak(…)}`: then the path's last step leads nowhere further.
  if (table.mechanism === 'formula' && unit === undefined) {
    return compileExpr(table.spec as Expr, siteOf(definition, ['formula'], scope, context));
  }
  const node = compileTable(table, {
    source: definition,
    scope,
    problems: context.problems,
    result: unit === undefined ? FLEXIBLE : typeOfSaid(unit),
    full: undefined,
    slot,
    outcomes: context.outcomes,
  });
  return node && unit !== undefined ? inUnit(node, unit, typeOfSet(unit)) : node;
}
