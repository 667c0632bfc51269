import type { Verified, VerifiedFinding } from '../../ledger/verify-month.js';
import type { Json } from '../../lib/json.js';
import type { Language } from '../../lib/language.js';
import { text, title } from '../../words/text.js';
import { sentenceOf } from '../problems/problem-report.js';
import { problemsJson } from '../problems/problem-table.js';
import {
  type ReportColumn,
  recordOf,
  tableOf,
  textColumn,
  type View,
} from '../report/report-columns.js';
import type { ReportTable } from '../report/report-table.js';
import { changesJson } from './changes-report.js';

interface MonthAndFinding extends Pick<Verified, 'month' | 'state'> {
  /** Undefined: nothing was found. */
  readonly finding: VerifiedFinding | undefined;
}

const STATE_COLUMNS: readonly ReportColumn<Pick<Verified, 'month' | 'state'>>[] = [
  textColumn('month', ({ month }) => month),
  textColumn('state', ({ state }) => ({ id: state, title: title(`verify.${state}`) })),
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

/** As `verifiedTable`, as data. */
export function verifiedJson(verified: readonly Verified[], language: Language): Json {
  return verified.map((month) => ({
    ...recordOf(STATE_COLUMNS, month, language),
    findings: month.findings.map((finding) => ({
      kind: finding.kind,
      text: findingText(finding, language),
      ...('file' in finding ? { file: finding.file } : {}),
      ...(finding.kind === 'result-differs' ? changesJson(finding.changes, language) : {}),
      ...(finding.kind === 'unreadable'
        ? { problems: problemsJson(finding.problems, language) }
        : {}),
    })),
  }));
}
