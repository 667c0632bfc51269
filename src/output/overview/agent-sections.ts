import type { PayLine, Statement } from '../../payroll/statement.js';
import { text } from '../../words/text.js';
import { everythingOf, reasonBranches } from '../explain/explanation.js';
import { indentedText } from '../formats/indented-text.js';
import { html, type Markup } from '../pages/markup.js';
import { moneyText } from '../report/figure-text.js';
import { PLAIN_STYLE } from '../report/style.js';
import { lineReason } from '../traces/line-words.js';
import { anchorOf, type Overview } from './overview.js';

/** Of a larger team the trees of reasons would make a page that no phone opens; `kpi explain` has them. */
const MOST_TREES = 100;

/** Each agent: the statement line by line, and behind it the whole explanation, folded. */
export function agentsSection(overview: Overview): Markup | undefined {
  const { statements, language } = overview;
  if (statements.length === 0) return undefined;
  const withTrees = statements.length <= MOST_TREES;
  return html`<section id="agents"><h2>${text(language, 'overview.agents_each')}</h2>
${statements.map((statement) => agentPart(statement, overview, withTrees))}</section>
`;
}

function agentPart(statement: Statement, overview: Overview, withTree: boolean): Markup {
  const { language } = overview;
  const { name, agent, role, planTitle, lines } = statement;
  const about = [agent, role.title[language], planTitle[language]].join(' · ');
  const rows = lines.flatMap((line) => lineRow(line, statement, overview));
  return html`<details class="agent" id="${anchorOf(statement, overview)}"><summary>${name} <small>${about}</small></summary>
<div class="wide" role="region" tabindex="0" aria-label="${name}"><table>
<thead><tr><th scope="col">${text(language, 'table.title')}</th><th scope="col">${text(language, 'table.kind')}</th><th scope="col" class="right">${text(language, 'table.amount')}</th><th scope="col">${text(language, 'table.formula')}</th><th scope="col">${text(language, 'table.source')}</th></tr></thead>
<tbody>
${rows}</tbody></table></div>
${withTree && tree(statement, overview)}</details>
`;
}

function lineRow(line: PayLine, statement: Statement, overview: Overview): readonly Markup[] {
  const { language } = overview;
  const { id, title, kind, amount, source } = line;
  if (kind === 'notice') return [];
  const shown = amount === undefined ? text(language, 'value.absent') : moneyText(amount, language);
  return [
    html`<tr id="${anchorOf(statement, overview, id)}"><th scope="row">${title[language]}</th><td>${text(language, `line.${kind}`)}</td><td class="right">${shown}</td><td>${lineReason(line, language)}</td><td>${source}</td></tr>
`,
  ];
}

function tree(statement: Statement, { language }: Overview): Markup {
  const branches = reasonBranches(everythingOf(statement), language);
  const shown = indentedText(branches, { style: PLAIN_STYLE });
  const title = text(language, 'overview.reasons');
  return html`<details><summary>${title}</summary><pre tabindex="0" role="region" aria-label="${title}">${shown}</pre></details>
`;
}
