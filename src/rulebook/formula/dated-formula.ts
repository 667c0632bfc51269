import { joined, phrase, sameInAll, type Title } from '../../lib/language.js';
import { type Month, parseMonth } from '../../lib/month.js';
import type { Place } from '../../lib/place.js';
import type { YamlFile } from '../../lib/yaml/file.js';
import type { YamlPath } from '../../lib/yaml/yaml-node.js';
import { type Problems, problemOf } from '../../words/problem.js';
import { title as wording } from '../../words/text.js';
import { reportAt } from '../../words/yaml/report-at.js';
import type { ReferringNode, Scope } from '../names/reference.js';
import type { Env, Node } from '../values/node.js';
import { literalStep } from '../values/trace.js';
import { sumType, type Type } from '../values/type.js';
import { missing } from '../values/value.js';
import { compileFormula } from './compile.js';
import { matches, numeric, typesOf } from './compiled-expression.js';
import { type Expr, isUnknown } from './expr.js';

/** Where a formula stands: its file, its path, and the names that it can use. */
export interface Site {
  readonly yaml: YamlFile;
  readonly path: YamlPath;
  readonly scope: Scope;
  readonly problems: Problems;
}

/** Compiles a formula, dated or not, of whatever type. */
export function compileExpr(expr: Expr, site: Site): ReferringNode | undefined {
  if (typeof expr === 'string') return compileText(expr, site);
  const compiled = expr.dated.map(({ from, text, source }) => {
    const at = { ...site, path: datedPath(site.path, from) };
    const month = parseMonth(from);
    const node: DatedNode['node'] | undefined = isUnknown(text) ? UNKNOWN : compileText(text, at);
    return { from: month, node, source };
  });
  const entries = compiled.flatMap(({ from, node, source }): DatedNode[] =>
    from === undefined || node === undefined ? [] : [{ from, node, source }],
  );
  const known = entries.filter(isKnown);
  const [first] = known;
  if (first === undefined || entries.length < compiled.length) return undefined;
  const type = typeOfAll(known, site);
  return type && datedNode(entries, first.node, type, site.yaml.placeOf(site.path));
}

/** Stands where it is not known what holds from a month on. */
const UNKNOWN = 'unknown' as const;

/** Where a dated value stands: at its date, or under `value` when it names its source. */
function datedPath(path: YamlPath, from: string): YamlPath {
  return [...path, from, 'value'];
}

interface DatedNode {
  readonly from: Month;
  readonly node: Node | typeof UNKNOWN;
  readonly source: string | undefined;
}

type KnownNode = DatedNode & { readonly node: Node };

function isKnown(entry: DatedNode): entry is KnownNode {
  return entry.node !== UNKNOWN;
}

/** A value in words, with the document that it comes from. */
export function withSource(value: Title, source: string | undefined): Title {
  if (source === undefined) return value;
  return phrase`${value} (${wording('rules.source', { source })})`;
}

/** The one type of all dated values; a value of another type is reported. */
function typeOfAll(entries: readonly KnownNode[], site: Site): Type | undefined {
  const [first] = entries;
  let type = first?.node.type;
  for (const { from, node } of entries.slice(1)) {
    const together = type === undefined ? undefined : commonType(type, node.type);
    if (type !== undefined && together === undefined) {
      const at = { yaml: site.yaml, path: datedPath(site.path, from) };
      reportAt(site.problems, at, 'wrong-result', typesOf(node.type, type));
    }
    type = together;
  }
  return type;
}

function commonType(a: Type, b: Type): Type | undefined {
  return sumType(a, b) ?? (a.kind !== 'number' && a.kind === b.kind ? a : undefined);
}

/** The node in force in the month of the evaluation; a month before the first has no value. */
function datedNode(entries: readonly DatedNode[], sample: Node, type: Type, place: Place): Node {
  const known = entries.filter(isKnown);
  const constants = known.map(({ node }) => node.constants);
  return {
    type,
    unit: sample.unit,
    constants: constants.includes(undefined) ? undefined : constants.flatMap((each) => each ?? []),
    uses: known.flatMap(({ node }) => node.uses),
    inWords: () =>
      joined(
        entries.map(
          ({ from, node, source }) => phrase`${from}: ${withSource(inWords(node), source)}`,
        ),
        sameInAll(', '),
      ),
    evaluate(env: Env) {
      const { from, node } = entries.findLast((each) => each.from <= env.month) ?? {};
      if (node !== undefined && node !== UNKNOWN) return node.evaluate(env);
      const name = sample.inWords();
      const gone =
        from === undefined
          ? missing({
              name,
              code: 'rule-not-in-force',
              place,
              params: { month: env.month, first: entries[0]?.from ?? '' },
            })
          : missing({ name, code: 'value-unknown', place, params: { name, since: from } });
      return literalStep(gone, sample.unit);
    },
  };
}

function inWords(node: DatedNode['node']): Title {
  return node === UNKNOWN ? wording('rule.unknown') : node.inWords();
}

/** Compiles the formula that starts so many characters into the scalar at the site. */
export function compileText(text: string, site: Site, start = 0): ReferringNode | undefined {
  const { yaml, path, problems } = site;
  return compileFormula(text, site.scope, (at, code, ...[params = {}]) => {
    if (typeof at !== 'number') {
      problems.add(problemOf(code, at, { params }));
      return;
    }
    const place = yaml.placeInScalar(path, start + at);
    const excerpt = yaml.excerpt(place);
    problems.add(problemOf(code, place, { params, cell: text, excerpt }));
  });
}

/** Compiles a formula that must give a certain type; a number of any dimension unless said. */
export function compileTyped(expr: Expr, wanted: Type, site: Site): ReferringNode | undefined {
  const compiled = compileExpr(expr, site);
  if (compiled === undefined) return undefined;
  const node = numeric(compiled);
  if (matches(node.type, wanted)) return node;
  reportAt(site.problems, site, 'wrong-result', typesOf(node.type, wanted));
  return undefined;
}
