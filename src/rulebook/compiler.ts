import type { Month } from '../lib/month.js';
import { parseMonth } from '../lib/month.js';
import type { Place, Problems } from '../lib/problem.js';
import type { YamlFile, YamlPath } from '../lib/yaml.js';
import { compileFormula } from './formula/compile.js';
import { matches, typeName } from './formula/part.js';
import { mechanismOf } from './mechanisms/index.js';
import type { EntryValue, MechanismContext } from './mechanisms/mechanism.js';
import type { Reference, Scope } from './names.js';
import type { Env, Node } from './node.js';
import { reportAt, type Sourced } from './rulebook.js';
import type { Expr } from './schema-parts.js';
import { FLEXIBLE, type Type, YESNO } from './type.js';
import { missing } from './value.js';

/** Where a formula stands: its file, its path, and the names that it can use. */
export interface Site {
  readonly yaml: YamlFile;
  readonly path: YamlPath;
  readonly scope: Scope;
  readonly problems: Problems;
}

type FormulaNode = Node & { readonly reference?: Reference };

/** Compiles a formula, dated or not, of whatever type. */
export function compileExpr(expr: Expr, site: Site): FormulaNode | undefined {
  if (typeof expr === 'string') return compileText(expr, site);
  const compiled = expr.dated.map(({ from, text, source }) => {
    const path = source === undefined ? [...site.path, from] : [...site.path, from, 'value'];
    return { from: parseMonth(from), node: compileText(text, { ...site, path }) };
  });
  const entries = compiled.flatMap(({ from, node }) =>
    from === undefined || node === undefined ? [] : [{ from, node }],
  );
  const [first] = entries;
  if (first === undefined || entries.length < compiled.length) return undefined;
  return datedNode(entries, first.node, site.yaml.placeOf(site.path));
}

interface DatedNode {
  readonly from: Month;
  readonly node: Node;
}

/** The node in force in the month of the evaluation; a month before the first has no value. */
function datedNode(entries: readonly DatedNode[], sample: Node, place: Place): Node {
  return {
    type: sample.type,
    unit: sample.unit,
    uses: entries.flatMap(({ node }) => node.uses),
    print: (language) =>
      entries.map(({ from, node }) => `${from}: ${node.print(language)}`).join(', '),
    evaluate(env: Env) {
      const inForce = entries.findLast(({ from }) => from <= env.month)?.node;
      if (inForce !== undefined) return inForce.evaluate(env);
      const name = { zh: sample.print('zh'), en: sample.print('en') };
      const value = missing({
        name,
        code: 'rule-not-in-force',
        place,
        params: { month: env.month },
      });
      return { step: 'literal', value, unit: sample.unit, parts: [], notes: [] };
    },
  };
}

function compileText(text: string, site: Site): FormulaNode | undefined {
  return compileFormula(text, site.scope, (offset, code, params = {}) => {
    const place = site.yaml.placeInScalar(site.path, offset);
    site.problems.report(code, place, { params, cell: text, excerpt: site.yaml.excerpt(place) });
  });
}

/** Compiles a formula that must give a certain type; a number of any dimension unless said. */
export function compileTyped(
  expr: Expr,
  wanted: Type | undefined,
  site: Site,
): FormulaNode | undefined {
  const node = compileExpr(expr, site);
  if (node === undefined) return undefined;
  const right =
    wanted === undefined
      ? matches(node.type, FLEXIBLE) || matches(node.type, { kind: 'rating' })
      : matches(node.type, wanted);
  if (right) return node;
  const params = { given: typeName(node.type), wanted: typeName(wanted ?? FLEXIBLE) };
  reportAt(site.problems, { yaml: site.yaml, path: site.path }, 'wrong-result', params);
  return undefined;
}

/** What an entry is compiled with: what it is worth, what it gives, where its outcomes are noted. */
export interface EntrySetting {
  readonly source: Sourced<unknown>;
  readonly scope: Scope;
  readonly problems: Problems;
  readonly result: Type;
  readonly worth: Node | undefined;
  /** Unique name of the entry, for its outcomes. */
  readonly key: string;
  readonly outcomes: Set<string>;
}

/** Compiles the table that stands on an entry. */
export function compileTable(table: EntryValue, setting: EntrySetting): Node | undefined {
  const path = [...setting.source.path, table.mechanism];
  return compileAt(table, path, setting);
}

function compileAt(
  { mechanism: key, spec }: EntryValue,
  path: YamlPath,
  setting: EntrySetting,
): Node | undefined {
  const mechanism = mechanismOf(key);
  if (mechanism === undefined) return undefined;
  const { yaml } = setting.source;
  const { scope, problems } = setting;
  const site = (inner: YamlPath): Site => ({ yaml, path: [...path, ...inner], scope, problems });
  const branchKey = `${setting.key}:${path.slice(setting.source.path.length).join('.')}`;
  const context: MechanismContext = {
    result: setting.result,
    worth: setting.worth,
    number: (expr, inner, type) => compileTyped(expr, type, site(inner)),
    value: (expr, inner) => compileExpr(expr, site(inner)),
    condition: (text, inner) => compileTyped(text, YESNO, site(inner)),
    inner: (entry, inner, worth) => compileAt(entry, [...path, ...inner], { ...setting, worth }),
    report: (inner, code, params = {}) =>
      reportAt(problems, { yaml, path: [...path, ...inner] }, code, params),
    branch: (outcome) => `${branchKey}:${outcome}`,
    declare: (outcomes) => {
      for (const outcome of outcomes) setting.outcomes.add(outcome);
    },
  };
  // The file's schema has held the specification against the mechanism's own schema already.
  return mechanism.compile(spec as never, context);
}
