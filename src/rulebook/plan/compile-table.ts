import type { Title } from '../../lib/language.js';
import type { YamlPath } from '../../lib/yaml/node.js';
import type { Problems } from '../../words/problem.js';
import { reportAt } from '../../words/yaml/report-at.js';
import type { Sourced } from '../books/rulebook.js';
import { compileExpr, compileTyped, type Site } from '../formula/dated-formula.js';
import { compileFigures } from '../formula/text-with-figures.js';
import { mechanismOf } from '../mechanisms/index.js';
import type { EntryValue, MechanismContext } from '../mechanisms/mechanism.js';
import type { Scope } from '../names/reference.js';
import type { Node } from '../values/node.js';
import { type Type, YESNO } from '../values/type.js';

/** What an entry is compiled with: what it is worth, what it gives, where its outcomes are noted. */
export interface EntrySetting {
  readonly source: Sourced<unknown>;
  readonly scope: Scope;
  readonly problems: Problems;
  readonly result: Type;
  readonly worth: Node | undefined;
  readonly id: string;
  /** What people call the entry, or the part of it that is being compiled. */
  readonly title: Title;
  /** Unique name of the entry, for its outcomes. */
  readonly key: string;
  readonly outcomes: Outcomes;
}

/** Every outcome that a rule can have, by key, with what people call it. */
export type Outcomes = Map<string, Title>;

/** An outcome as people call it: the entry's title and what comes about there. */
export function outcomeTitle(entry: Title, outcome: Title): Title {
  return { zh: `${entry.zh}：${outcome.zh}`, en: `${entry.en}: ${outcome.en}` };
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
  // The file's schema has held the specification against the mechanism's own schema already.
  return mechanism.compile(spec as never, contextOf(path, setting));
}

function contextOf(path: YamlPath, setting: EntrySetting): MechanismContext {
  const { yaml } = setting.source;
  const { scope, problems, outcomes } = setting;
  const site = (inner: YamlPath): Site => ({ yaml, path: [...path, ...inner], scope, problems });
  const branchKey = `${setting.key}:${path.slice(setting.source.path.length).join('.')}`;
  const branch = (outcome: string | number) => `${branchKey}:${outcome}`;
  return {
    id: setting.id,
    result: setting.result,
    worth: setting.worth,
    number: (expr, inner, type) => compileTyped(expr, type, site(inner)),
    value: (expr, inner) => compileExpr(expr, site(inner)),
    condition: (text, inner) => compileTyped(text, YESNO, site(inner)),
    text: (text, inner) => compileFigures(text, site(inner)),
    inner: (entry, inner, { title: part, worth }) => {
      const { zh, en } = setting.title;
      const title = { zh: `${zh} · ${part.zh}`, en: `${en} · ${part.en}` };
      return compileAt(entry, [...path, ...inner], { ...setting, title, worth });
    },
    report: (inner, code, params = {}) =>
      reportAt(problems, { yaml, path: [...path, ...inner] }, code, params),
    branch,
    declare(declared) {
      for (const [outcome, title] of Object.entries(declared)) {
        outcomes.set(branch(outcome), outcomeTitle(setting.title, title));
      }
    },
  };
}
