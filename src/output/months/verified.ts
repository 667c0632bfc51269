import type { Finding, Verified } from '../../ledger/verify.js';
import type { Json } from '../../lib/json.js';
import type { Language } from '../../lib/language.js';
import { text } from '../../words/text.js';
import { textColumn, type View } from '../formats/columns.js';
import type { Table } from '../formats/table.js';
import { sentenceOf } from '../problems/problems.js';
import { problemsJson } from '../problems/problems-data.js';
import { changesJson } from './changes.js';

/** Closed months that were computed again, a row per finding. */
export function verifiedTable(verified: readonly Verified[], { language, ids }: View): Table {
  return {
    columns: [
      textColumn('month', language),
      textColumn('state', language),
      textColumn('finding', language, true),
    ],
    rows: verified.flatMap(({ month, state: id, findings }) => {
      const state = ids ? id : text(language, `verify.${id}`);
      const texts = findings.map((finding) => findingText(finding, language));
      return (texts.length === 0 ? [undefined] : texts).map((found) => [month, state, found]);
    }),
    keyColumns: 2,
  };
}

function findingText(finding: Finding, language: Language): string {
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
  return verified.map(({ month, state, findings }) => ({
    month,
    state,
    findings: findings.map((finding) => ({
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
