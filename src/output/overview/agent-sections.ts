import type { PayLine, Statement } from '../../payroll/statement.js';
import { text, title } from '../../words/text.js';
import { everythingOf, reasonBranches } from '../explain/explanation.js';
import { indentedText } from '../formats/indented-text.js';
import { html, type Markup } from '../pages/markup.js';
import { tableMarkup } from '../pages/tables.js';
import { moneyText } from '../report/figure-text.js';
import { columnOf, type ReportColumn, tableOf, textColumn } from '../report/report-columns.js';
import { PLAIN_STYLE } from '../report/style.js';
import { lineReason } from '../traces/line-words.js';
import { type KeyFigure, keyFigures } from './key-figures.js';
import { laddersPart } from './ladders.js';
import { anchorOf, type Overview } from './overview.js';
import { filledSheet } from './score-sheet.js';

/** Of a larger team the trees of reasons would make a page that no phone opens; `kpi explain` has them. */
const MOST_TREES = 100;

/** Each agent: the statement line by line, and behind it the whole explanation, folded. */
export function agentsSection(overview: Overview): Markup | undefined {
  const { statements, language } = overview;
  if (statements.length === 0) return undefined;
  const withTrees = statements.length <= MOST_TREES;
  const figures = keyFigures(overview);
  const parts = { overview, figures, withTree: withTrees };
  return html`<section id="agents"><h2>${text(language, 'overview.agents_each')}</h2>
${!withTrees && html`<p>${text(language, 'overview.no_trees', { month: overview.month.month })}</p>`}
${statements.map((statement) => agentPart(statement, parts))}</section>
`;
}

interface Parts {
  readonly overview: Overview;
  readonly figures: readonly KeyFigure[];
  readonly withTree: boolean;
}

function agentPart(statement: Statement, { overview, figures, withTree }: Parts): Markup {
  const { language } = overview;
  const { name, agent, role, planTitle, lines } = statement;
  const about = [agent, role.title[language], planTitle[language]].join(' · ');
  const rows = lines.flatMap((line) => lineRow(line, statement, overview));
  return html`<details class="agent" id="${anchorOf(statement, overview)}"><summary>${name} <small>${about}</small></summary>
<div class="wide" role="region" tabindex="0" aria-label="${name}"><table>
<thead><tr><th scope="col">${text(language, 'table.title')}</th><th scope="col">${text(language, 'table.kind')}</th><th scope="col" class="right">${text(language, 'table.amount')}</th><th scope="col">${text(language, 'table.formula')}</th><th scope="col">${text(language, 'table.source')}</th></tr></thead>
<tbody>
${rows}</tbody></table></div>
${statement.scores.map((score) => filledSheet(score, name, language))}${laddersPart(statement, language)}
${ownFigures(statement, figures, language)}
${withTree && tree(statement, overview)}</details>
`;
}

/** The key metrics of an agent beside those of all, and what was aimed at. */
function ownFigures(
  { agent, name }: Statement,
  figures: readonly KeyFigure[],
  language: Overview['language'],
): Markup | undefined {
  const there = figures.filter(({ own }) => own(agent) !== undefined);
  if (there.length === 0) return undefined;
  const label = text(language, 'overview.service');
  const columns: readonly ReportColumn<KeyFigure>[] = [
    textColumn('metric', ({ title }) => title),
    columnOf({ id: 'own', heading: title('overview.own'), align: 'right' }, ({ own }) =>
      own(agent),
    ),
    columnOf({ id: 'team', heading: title('overview.team'), align: 'right' }, ({ team }) => team),
    columnOf(
      { id: 'target', heading: title('overview.target'), align: 'right' },
      ({ ownTarget, target }) => ownTarget(agent) ?? target,
    ),
  ];
  const table = tableOf(columns, there, { language, ids: false }, 1);
  return tableMarkup(table, { label: `${name} ${label}`, language });
}

function lineRow(line: PayLine, statement: Statement, overview: Overview): readonly Markup[] {
  const { language } = overview;
  const { id, title: named, kind, amount, source } = line;
  if (kind === 'notice') return [];
  const shown = amount === undefined ? text(language, 'value.absent') : moneyText(amount, language);
  return [
    html`<tr id="${anchorOf(statement, overview, id)}"><th scope="row">${named[language]}</th><td>${text(language, `line.${kind}`)}</td><td class="right">${shown}</td><td>${lineReason(line, language)}</td><td>${source}</td></tr>
`,
  ];
}

function tree(statement: Statement, { language }: Overview): Markup {
  const branches = reasonBranches(everythingOf(statement), language);
  const shown = indentedText(branches, { style: PLAIN_STYLE });
  const heading = text(language, 'overview.reasons');
  return html`<details><summary>${heading}</summary><pre tabindex="0" role="region" aria-label="${heading}">${shown}</pre></details>
`;
}
