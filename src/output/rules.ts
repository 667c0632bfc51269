import type { Language, Title } from '../lib/language.js';
import { text } from '../lib/messages/index.js';
import { type Branch, leaf } from './branches.js';
import { textColumn, type View } from './columns.js';
import type { Json } from './json.js';
import type { Table } from './table.js';

export type RulebookKind = 'scorecard' | 'pay' | 'plan' | 'notices';

/** A rulebook in force, as a list shows it. */
export interface ListedRulebook {
  readonly id: string;
  readonly kind: RulebookKind;
  readonly title: Title;
  readonly source?: string;
  readonly file: string;
  readonly shipped: boolean;
  /** Ids of the roles that are paid or scored by it. */
  readonly usedBy: readonly string[];
}

/** A rulebook explained in words. */
export interface DescribedRulebook {
  readonly id: string;
  readonly kind: RulebookKind;
  readonly title: Title;
  readonly source?: string;
  readonly notes: readonly Title[];
  readonly sections: readonly {
    readonly heading: Title;
    readonly lines: readonly (Title & { readonly indent?: number })[];
  }[];
  /** The YAML. */
  readonly text: string;
}

/** How the examples of a rulebook came out. */
export interface TestedRulebook {
  readonly rulebook: string;
  readonly file: string;
  readonly examples: number;
  readonly failures: readonly {
    readonly line: number;
    /** What the example says of itself. */
    readonly title: string;
    /** What was expected to have a value: a line, an item, a score. */
    readonly name: string;
    readonly expected: string;
    readonly actual: string;
  }[];
  readonly untouched: readonly Title[];
}

export function rulebooksTable(
  rulebooks: readonly ListedRulebook[],
  { language, ids }: View,
): Table {
  return {
    columns: [
      { ...textColumn('rulebook', language), id: 'id' },
      { ...textColumn('rulebook_kind', language), id: 'kind' },
      { ...textColumn('rulebook_title', language), id: 'title' },
      textColumn('used_by', language),
      textColumn('origin', language),
      textColumn('file', language),
      textColumn('source', language, true),
    ],
    rows: rulebooks.map((rulebook) => [
      rulebook.id,
      ids ? rulebook.kind : text(language, `rules.${rulebook.kind}`),
      rulebook.title[language],
      rulebook.usedBy.join(' '),
      originOf(rulebook, { language, ids }),
      rulebook.file,
      rulebook.source,
    ]),
    keyColumns: 1,
  };
}

function originOf({ shipped }: ListedRulebook, { language, ids }: View): string {
  if (ids) return shipped ? 'shipped' : 'own';
  return text(language, shipped ? 'rules.shipped' : 'rules.own');
}

export function rulebooksJson(rulebooks: readonly ListedRulebook[], language: Language): Json {
  return {
    rulebooks: rulebooks.map((rulebook) => ({
      id: rulebook.id,
      kind: rulebook.kind,
      title: rulebook.title[language],
      used_by: rulebook.usedBy,
      shipped: rulebook.shipped,
      file: rulebook.file,
      source: rulebook.source ?? null,
    })),
  };
}

/** A rulebook in words: what it is, its sections, what its author noted. */
export function descriptionBranches(rule: DescribedRulebook, language: Language): Branch[] {
  const notes = rule.notes.map((note) => leaf(note[language], 'fact'));
  return [
    {
      text: `${rule.title[language]}（${rule.id}）`,
      tone: 'title',
      children: [
        leaf(text(language, `rules.${rule.kind}`)),
        ...(rule.source === undefined
          ? []
          : [leaf(text(language, 'rules.source', { source: rule.source }))]),
      ],
    },
    ...rule.sections.map(
      (section): Branch => ({
        text: section.heading[language],
        tone: 'title',
        children: section.lines.map((line) => leaf('  '.repeat(line.indent ?? 0) + line[language])),
      }),
    ),
    ...(notes.length === 0
      ? []
      : [{ text: text(language, 'rules.notes'), tone: 'title' as const, children: notes }]),
  ];
}

export function descriptionJson(rule: DescribedRulebook, language: Language): Json {
  return {
    id: rule.id,
    kind: rule.kind,
    title: rule.title[language],
    source: rule.source ?? null,
    notes: rule.notes.map((note) => note[language]),
    sections: rule.sections.map(({ heading, lines }) => ({
      heading: heading[language],
      lines: lines.map((line) => ({ indent: line.indent ?? 0, text: line[language] })),
    })),
    yaml: rule.text,
  };
}

/** What came of each rulebook's examples, what differs and what no example touches. */
export function testBranches(results: readonly TestedRulebook[], language: Language): Branch[] {
  return results.map((result) => ({
    text: `${result.rulebook}  ${outcomeText(result, language)}`,
    tone: result.failures.length > 0 ? 'failed' : result.examples > 0 ? 'held' : 'warning',
    children: [
      ...result.failures.map(({ line, title, name, expected, actual }) =>
        leaf(
          text(language, 'rules.failure', {
            file: result.file,
            line,
            title,
            name,
            expected,
            actual,
          }),
          'failed',
        ),
      ),
      ...result.untouched.map((what) => leaf(text(language, 'rules.untouched', { what }), 'fact')),
    ],
  }));
}

function outcomeText({ examples, failures }: TestedRulebook, language: Language): string {
  if (examples === 0) return text(language, 'rules.no_examples');
  return failures.length === 0
    ? text(language, 'rules.tested', { n: examples })
    : text(language, 'rules.failed', { n: examples, failed: failures.length });
}

/** One line on all results together. */
export function testSummary(results: readonly TestedRulebook[], language: Language): string {
  const count = (each: (result: TestedRulebook) => number) =>
    results.reduce((sum, result) => sum + each(result), 0);
  return text(language, 'rules.summary', {
    rulebooks: results.length,
    examples: count(({ examples }) => examples),
    failures: count(({ failures }) => failures.length),
  });
}

export function testsJson(results: readonly TestedRulebook[], language: Language): Json {
  return {
    rulebooks: results.map((result) => ({
      rulebook: result.rulebook,
      file: result.file,
      examples: result.examples,
      failures: result.failures.map((failure) => ({ ...failure })),
      untouched: result.untouched.map((what) => what[language]),
    })),
  };
}
