import type { JsonSchema } from '../../words/yaml/json-schema-words.js';
import { EXPLANATION_DOCUMENT } from '../explain/question.js';
import { INSPECTION_DOCUMENT } from '../files/inspection.js';
import { PROBLEMS_DOCUMENT } from '../month/document.js';
import { METRICS_DOCUMENT } from '../month/metrics-json.js';
import { NOTICES_DOCUMENT } from '../month/notice-data.js';
import { SALARY_DOCUMENT } from '../month/salary-json.js';
import { BACKTEST_DOCUMENT } from '../months/backtest-report.js';
import { CHANGES_DOCUMENT } from '../months/changes-report.js';
import { CORRECTIONS_DOCUMENT } from '../months/corrections-report.js';
import { EFFECTS_DOCUMENT } from '../months/effects-report.js';
import { HISTORY_DOCUMENT } from '../months/history-report.js';
import { REVIEW_DOCUMENT } from '../months/review-report.js';
import { VERIFIED_DOCUMENT } from '../months/verified-report.js';
import { documentSchema } from '../report/report-columns.js';
import { RULEBOOK_DOCUMENT, RULEBOOKS_DOCUMENT, TESTS_DOCUMENT } from '../rules/rules-report.js';

/** The JSON Schema of what each command gives with `--format json`, by the name of the document. */
export const DOCUMENT_SCHEMAS = {
  salary: () => documentSchema('kpi calc --format json', SALARY_DOCUMENT),
  changes: () => documentSchema('kpi calc --compare --format json', CHANGES_DOCUMENT),
  metrics: () => documentSchema('kpi metrics --format json', METRICS_DOCUMENT),
  explanation: () => documentSchema('kpi explain --format json', EXPLANATION_DOCUMENT),
  verification: () => documentSchema('kpi verify --format json', VERIFIED_DOCUMENT),
  corrections: () => documentSchema('kpi correct --format json', CORRECTIONS_DOCUMENT),
  backtest: () => documentSchema('kpi backtest --format json', BACKTEST_DOCUMENT),
  diff: () => documentSchema('kpi diff --format json', EFFECTS_DOCUMENT),
  history: () => documentSchema('kpi history --format json', HISTORY_DOCUMENT),
  review: () => documentSchema('kpi review --format json', REVIEW_DOCUMENT),
  notices: () => documentSchema('kpi notices --format json', NOTICES_DOCUMENT),
  problems: () => documentSchema('kpi check --format json', PROBLEMS_DOCUMENT),
  inspection: () => documentSchema('kpi inspect --format json', INSPECTION_DOCUMENT),
  'rules-list': () => documentSchema('kpi rules list --format json', RULEBOOKS_DOCUMENT),
  'rules-show': () => documentSchema('kpi rules show --format json', RULEBOOK_DOCUMENT),
  'rules-test': () => documentSchema('kpi rules test --format json', TESTS_DOCUMENT),
} satisfies Readonly<Record<string, () => JsonSchema>>;
