import { COLUMNS } from '../../catalogue/columns.js';
import type { DraftAgent } from '../../intake/first/draft-roster.js';
import type { ExportedFile } from '../../intake/first/exported-files.js';
import type { SeenAccount } from '../../intake/first/people-seen.js';
import { decimal, plain } from '../../lib/decimal.js';
import { type Language, sameInAll } from '../../lib/language.js';
import { listed } from '../../words/lists.js';
import { text } from '../../words/text.js';
import { csvOf } from '../formats/csv.js';
import { columnOf, type ReportColumn, tableOf } from '../report/report-columns.js';
import type { Cell, ReportTable } from '../report/report-table.js';
import { mappingYaml } from './inspection.js';

/** A column of agents.csv, under the header that the roster has in every language. */
function rosterColumn(
  id: string,
  of: (agent: DraftAgent, language: Language) => Cell,
): ReportColumn<DraftAgent> {
  const zh = COLUMNS.agents.find((column) => column.id === id)?.zh ?? id;
  return columnOf({ id, heading: sameInAll(zh), align: 'left' }, of);
}

const ROSTER_COLUMNS: readonly ReportColumn<DraftAgent>[] = [
  rosterColumn('agent_id', ({ id }) => id),
  rosterColumn('name', ({ name }) => name),
  // Nobody is paid by a role that was guessed.
  rosterColumn('role', () => undefined),
  rosterColumn('accounts', ({ accounts }) => accounts.map(({ account }) => account).join(';')),
  columnOf({ id: 'note', heading: sameInAll('说明'), align: 'left' }, evidenceOf),
];

function evidenceOf({ accounts, isNamed }: DraftAgent, language: Language): string {
  const parts = accounts.map((account) => accountEvidence(account, language));
  const unnamed = isNamed ? [] : [text(language, 'draft.evidence.unnamed')];
  return listed('clauses', [...parts, ...unnamed], language);
}

function accountEvidence(seen: SeenAccount, language: Language): string {
  const { account, messages, afterSales, rows, first = '', last = '' } = seen;
  if (messages === 0) return text(language, 'draft.evidence.rows', { account, rows });
  const share = plain(decimal(afterSales).times(100).dividedBy(messages).round());
  const params = { account, messages, first, last, share };
  return text(language, 'draft.evidence.messages', params);
}

function draftedRoster(agents: readonly DraftAgent[], language: Language): ReportTable {
  return tableOf(ROSTER_COLUMNS, agents, { language, ids: false }, 2);
}

/** Rows of agents.csv, with their header, to be pasted. */
export function rosterRows(agents: readonly DraftAgent[], language: Language): string {
  const options = { ids: false, lineEnd: '\n', bom: false } as const;
  return csvOf(draftedRoster(agents, language), options);
}

/** The roster that exports suggest, as a file that spreadsheets open. */
export function rosterFile(agents: readonly DraftAgent[], language: Language): string {
  const options = { ids: false, lineEnd: '\r\n', bom: true } as const;
  return csvOf(draftedRoster(agents, language), options);
}

/** kpi.yaml as far as exports tell what stands in it, with comments on the rest. */
export function configFile(
  shop: string,
  files: readonly ExportedFile[],
  language: Language,
): string {
  const ruled = files.find(({ rule }) => rule !== undefined);
  const comment = (sentence: string) => `# ${sentence}`;
  const metrics =
    ruled === undefined
      ? [
          comment(text(language, 'draft.config.unset')),
          '# metrics:',
          '#   attribution: order_first',
        ]
      : [
          comment(text(language, 'draft.config.attribution', { file: ruled.file })),
          'metrics:',
          `  attribution: ${ruled.rule}`,
        ];
  const sources = files.flatMap(({ file, mapping }) =>
    mapping === undefined
      ? []
      : [
          '',
          comment(text(language, 'draft.config.source', { file })),
          ...mappingYaml(mapping, language).trimEnd().split('\n').map(comment),
        ],
  );
  return `${[
    '# yaml-language-server: $schema=./kpi.schema.json',
    comment(text(language, 'draft.config.shop')),
    `shop: ${JSON.stringify(shop)}`,
    `lang: ${language}`,
    '',
    comment(text(language, 'draft.config.plans')),
    'plans:',
    '  presales: classic',
    '  aftersales: aftersales',
    '  aftersales_lead: aftersales',
    '',
    ...metrics,
    ...sources,
  ].join('\n')}\n`;
}
