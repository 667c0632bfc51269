import type { Language } from '../../lib/language.js';
import type { Titled } from '../../payroll/statement.js';
import type { RulebookOrigin, RulebookSummary, RulebookTest } from '../../policy/rules.js';
import type { RuleDescription } from '../../rulebook/plan/describe.js';
import { text, title } from '../../words/text.js';
import { type Branch, leaf } from '../report/branch.js';
import {
  jsonColumn,
  listColumn,
  type ReportColumn,
  recorded,
  tableOf,
  textColumn,
  type View,
} from '../report/report-columns.js';
import type { ReportTable } from '../report/report-table.js';
import { BOOLEAN, INTEGER, listOf, orNull, STRING } from '../report/shapes.js';
import { traceBranches } from '../traces/trace-branches.js';

const RULEBOOK_COLUMNS: readonly ReportColumn<RulebookSummary>[] = [
  textColumn('rulebook', ({ id }) => id, { id: 'id', always: true }),
  textColumn('rulebook_kind', ({ kind }) => ({ id: kind, title: title(`rules.${kind}`) }), {
    id: 'kind',
    always: true,
  }),
  textColumn('rulebook_title', (rulebook) => rulebook.title, {
    id: 'title',
    always: true,
  }),
  textColumn('used_by', ({ usedBy }) => usedBy.join(' '), {
    json: recorded(listOf(STRING), ({ usedBy }) => usedBy),
  }),
  textColumn('origin', ({ origin }) => originOf(origin), {
    key: 'shipped',
    json: recorded(BOOLEAN, ({ origin }) => origin !== 'own'),
  }),
  jsonColumn('example', BOOLEAN, ({ origin }) => origin === 'example'),
  textColumn('file', ({ file }) => file, { always: true }),
  textColumn('source', ({ source }) => source, { long: true }),
];

function originOf(id: RulebookOrigin): Titled {
  return { id, title: title(`rules.origin_${id}`) };
}

/** The rulebooks in force, as a table. */
export function rulebooksTable(rulebooks: readonly RulebookSummary[], view: View): ReportTable {
  return tableOf(RULEBOOK_COLUMNS, rulebooks, view, 1);
}

/** As `rulebooksTable`, as a document. */
export const RULEBOOKS_DOCUMENT: readonly ReportColumn<{
  readonly rulebooks: readonly RulebookSummary[];
}>[] = [listColumn('rulebooks', RULEBOOK_COLUMNS, ({ rulebooks }) => rulebooks)];

/** A rulebook in words: what it is, its sections, what its author noted. */
export function descriptionBranches(rule: RuleDescription, language: Language): Branch[] {
  const notes = rule.notes.map((note) => leaf(note[language], 'fact'));
  return [
    {
      text: text(language, 'rules.heading', { title: rule.title, id: rule.id }),
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

type Section = RuleDescription['sections'][number];

const DESCRIBED_LINE_COLUMNS: readonly ReportColumn<Section['lines'][number]>[] = [
  jsonColumn('indent', INTEGER, ({ indent = 0 }) => indent),
  jsonColumn('text', STRING, (line, language) => line[language]),
];

const SECTION_COLUMNS: readonly ReportColumn<Section>[] = [
  jsonColumn('heading', STRING, ({ heading }, language) => heading[language]),
  listColumn('lines', DESCRIBED_LINE_COLUMNS, ({ lines }) => lines),
];

/** A rulebook in words and as YAML, as a document. */
export const RULEBOOK_DOCUMENT: readonly ReportColumn<RuleDescription>[] = [
  jsonColumn('id', STRING, ({ id }) => id),
  jsonColumn('kind', STRING, ({ kind }) => kind),
  jsonColumn('title', STRING, (rule, language) => rule.title[language]),
  jsonColumn('source', orNull(STRING), ({ source }) => source),
  jsonColumn('notes', listOf(STRING), ({ notes }, language) => notes.map((note) => note[language])),
  listColumn('sections', SECTION_COLUMNS, ({ sections }) => sections),
  jsonColumn('yaml', STRING, (rule) => rule.text),
];

/** What came of each rulebook's examples, what differs and what no example touches. */
export function testBranches(results: readonly RulebookTest[], language: Language): Branch[] {
  return results.map((result) => ({
    text: `${result.rulebook}  ${outcomeText(result, language)}`,
    tone: result.failures.length > 0 ? 'failed' : result.examples > 0 ? 'held' : 'warning',
    children: [
      ...result.failures.map((failure) => failureBranch(failure, result.file, language)),
      ...result.untouched.map((what) => leaf(text(language, 'rules.untouched', { what }), 'fact')),
    ],
  }));
}

/** What an example expects and gets, where it stands, and how what it gets came about. */
function failureBranch(
  {
    line,
    example,
    title: called,
    name,
    of,
    expected,
    actual,
    why,
  }: RulebookTest['failures'][number],
  file: string,
  language: Language,
): Branch {
  const which =
    called === undefined
      ? text(language, 'rules.example_no', { n: example })
      : text(language, 'rules.example', { title: called });
  const what =
    of[language] === name ? name : text(language, 'rules.heading', { title: of, id: name });
  return {
    text: text(language, 'rules.failure', { file, line, which, what, expected, actual }),
    tone: 'failed',
    children: why === undefined ? [] : traceBranches(why, { language, shown: new Set() }),
  };
}

function outcomeText({ examples, failures }: RulebookTest, language: Language): string {
  if (examples === 0) return text(language, 'rules.no_examples');
  return failures.length === 0
    ? text(language, 'rules.tested', { n: examples })
    : text(language, 'rules.failed', { n: examples, failed: failures.length });
}

/** One line on all results together. */
export function testSummary(results: readonly RulebookTest[], language: Language): string {
  const count = (each: (result: RulebookTest) => number) =>
    results.reduce((sum, result) => sum + each(result), 0);
  return text(language, 'rules.summary', {
    rulebooks: results.length,
    examples: count(({ examples }) => examples),
    failures: count(({ failures }) => failures.length),
  });
}

const FAILURE_COLUMNS: readonly ReportColumn<RulebookTest['failures'][number]>[] = [
  jsonColumn('line', INTEGER, ({ line }) => line),
  jsonColumn('example', INTEGER, ({ example }) => example),
  jsonColumn('title', STRING, (failure, language) => failure.title?.[language] ?? ''),
  jsonColumn('name', STRING, ({ name }) => name),
  jsonColumn('expected', STRING, ({ expected }) => expected),
  jsonColumn('actual', STRING, ({ actual }) => actual),
];

const TEST_COLUMNS: readonly ReportColumn<RulebookTest>[] = [
  jsonColumn('rulebook', STRING, ({ rulebook }) => rulebook),
  jsonColumn('file', STRING, ({ file }) => file),
  jsonColumn('examples', INTEGER, ({ examples }) => examples),
  listColumn('failures', FAILURE_COLUMNS, ({ failures }) => failures),
  jsonColumn('untouched', listOf(STRING), ({ untouched }, language) =>
    untouched.map((what) => what[language]),
  ),
];

/** What came of the examples of rulebooks, as a document. */
export const TESTS_DOCUMENT: readonly ReportColumn<{
  readonly results: readonly RulebookTest[];
}>[] = [listColumn('rulebooks', TEST_COLUMNS, ({ results }) => results)];
