import type { Verified, VerifiedFinding } from '../../ledger/verify-month.js';
import type { Language } from '../../lib/language.js';
import type { Problem } from '../../words/problem.js';
import { text, title } from '../../words/text.js';
import { type Edition, VERSION } from '../month/document.js';
import { sentenceOf } from '../problems/problem-report.js';
import { problemsColumn } from '../problems/problem-table.js';
import {
  jsonColumn,
  listColumn,
  onlyOf,
  optionalColumn,
  type ReportColumn,
  tableOf,
  textColumn,
  type View,
} from '../report/report-columns.js';
import type { ReportTable } from '../report/report-table.js';
import { STRING } from '../report/shapes.js';
import { CHANGES } from './changes-report.js';

interface MonthAndFinding extends Pick<Verified, 'month' | 'state'> {
  /** Undefined: nothing was found. */
  readonly finding: VerifiedFinding | undefined;
}

const STATE_COLUMNS: readonly ReportColumn<Pick<Verified, 'month' | 'state'>>[] = [
  textColumn('month', ({ month }) => month, { always: true }),
  textColumn('state', ({ state }) => ({ id: state, title: title(`verify.${state}`) }), {
    always: true,
  }),
];

const FINDING_COLUMNS: readonly ReportColumn<MonthAndFinding>[] = [
  ...STATE_COLUMNS,
  textColumn('finding', ({ finding }, language) => finding && findingText(finding, language), {
    long: true,
  }),
];

/** Closed months that were computed again, a row per finding. */
export function verifiedTable(verified: readonly Verified[], view: View): ReportTable {
  const rows = verified.flatMap(({ findings, ...month }): readonly MonthAndFinding[] =>
    findings.length === 0
      ? [{ ...month, finding: undefined }]
      : findings.map((finding) => ({ ...month, finding })),
  );
  return tableOf(FINDING_COLUMNS, rows, view, 2);
}

function findingText(finding: VerifiedFinding, language: Language): string {
  switch (finding.kind) {
    case 'input-changed':
      return text(language, 'verify.input_changed', finding);
    case 'input-missing':
      return text(language, 'verify.input_missing', finding);
    case 'input-new':
      return text(language, 'verify.input_new', finding);
    case 'policy-changed':
      return text(language, 'verify.policy_changed', finding);
    case 'corrected':
      return text(language, 'verify.carried', finding);
    case 'signed':
      return text(language, 'verify.signed', finding);
    case 'vouched':
      return text(language, 'verify.vouched', finding);
    case 'not-signed':
      return text(language, 'verify.not_signed', finding);
    case 'other-key':
      return text(language, 'verify.other_key', finding);
    case 'program-changed':
      return text(language, 'verify.program_changed', { version: finding.sealedBy });
    case 'result-differs':
      return text(language, 'verify.result_differs', { lines: finding.changes.length });
    case 'record-differs':
      return text(language, 'verify.record_differs');
    case 'unreadable': {
      const [first] = finding.problems;
      const why = first === undefined ? '' : sentenceOf(first, language);
      return text(language, 'verify.unreadable', { why });
    }
  }
}

/** What was found of a closed month; which members it has depends on its kind. */
const FOUND_COLUMNS: readonly ReportColumn<VerifiedFinding>[] = [
  jsonColumn('kind', STRING, ({ kind }) => kind),
  jsonColumn('text', STRING, findingText),
  optionalColumn('file', STRING, (finding) => ('file' in finding ? finding.file : undefined)),
  ...onlyOf(CHANGES, (finding: VerifiedFinding) =>
    finding.kind === 'result-differs' ? finding : undefined,
  ),
  ...onlyOf(
    [problemsColumn<{ readonly problems: readonly Problem[] }>(({ problems }) => problems)],
    (finding: VerifiedFinding) => (finding.kind === 'unreadable' ? finding : undefined),
  ),
];

/** As `verifiedTable`, as a document. */
export const VERIFIED_DOCUMENT: readonly ReportColumn<{
  readonly edition: Pick<Edition, 'version'>;
  readonly verified: readonly Verified[];
}>[] = [
  VERSION,
  listColumn<{ readonly verified: readonly Verified[] }, Verified>(
    'months',
    [...STATE_COLUMNS, listColumn('findings', FOUND_COLUMNS, ({ findings }) => findings)],
    ({ verified }) => verified,
  ),
];
