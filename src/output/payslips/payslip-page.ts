import type { Language } from '../../lib/language.js';
import { text } from '../../words/text.js';
import { html, type Markup } from '../pages/markup.js';
import { pageOf } from '../pages/page.js';
import type { Payslip } from './payslip.js';

const STYLE = `
@page { size: A4; margin: 12mm; }
:root { color-scheme: light dark; --line: #8a94a0; --soft: #5b6673; }
@media (prefers-color-scheme: dark) { :root { --line: #6b7682; --soft: #a9b4c0; } }
* { box-sizing: border-box; }
body { font: 14px/1.45 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif;
  margin: 0 auto; max-width: 186mm; padding: 8px; }
article { break-inside: avoid; border-bottom: 1px dashed var(--line); padding: 10px 0 14px; margin-bottom: 14px; }
article:last-of-type { border-bottom: 0; }
h1 { font-size: 16px; margin: 0; }
h2 { font-size: 13px; margin: 8px 0 2px; }
p { margin: 2px 0; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid var(--line); padding: 2px 4px; text-align: left; vertical-align: top;
  overflow-wrap: anywhere; }
.amount { text-align: right; white-space: nowrap; overflow-wrap: normal; font-variant-numeric: tabular-nums; }
.result, .result th { font-weight: 700; }
tbody th { width: 9em; font-weight: inherit; }
small { color: var(--soft); display: block; }
ul { display: flex; flex-wrap: wrap; gap: 0 16px; list-style: none; margin: 0; padding: 0; }
.foot { display: flex; flex-wrap: wrap; gap: 4px 32px; margin-top: 10px; align-items: end; }
.place { border-bottom: 1px solid currentColor; min-width: 32mm; min-height: 8mm; display: inline-block; }
@media print {
  :root { --line: #999; --soft: #333; }
  body { font-size: 9.5pt; line-height: 1.3; padding: 0; max-width: none; color: #000; background: #fff; }
}
`;

/** Slips one under another, with lines to cut along; no slip is divided between pages where it fits on one. */
export function payslipPage(slips: readonly Payslip[], language: Language): string {
  const [first, ...others] = slips;
  const title =
    first !== undefined && others.length === 0
      ? `${first.heading} ${first.name}`
      : (first?.heading ?? text(language, 'payslip.title'));
  const body = html`<main>${slips.map((slip) => article(slip, language))}</main>`;
  return pageOf({ title, language, style: STYLE, body });
}

function article(slip: Payslip, language: Language): Markup {
  const { heading, name, agent, role, zeros, question } = slip;
  return html`<article>
<h1>${heading}</h1>
<p>${text(language, 'table.name')} <strong>${name}</strong> · ${text(language, 'table.id')} ${agent} · ${text(language, 'table.role')} ${role}</p>
${linesTable(slip, language)}
${zeros !== undefined && html`<p><small>${zeros}</small></p>`}
${slip.scores.map(scoreSection)}
<div class="foot"><p>${text(language, 'payslip.sign')}<span class="place"></span></p><p>${text(language, 'payslip.date')}<span class="place"></span></p><p>${question}</p></div>
</article>
`;
}

function linesTable({ lines, sums }: Payslip, language: Language): Markup {
  const rows = lines.map(
    ({
      title,
      kind,
      amount,
      reason,
      source,
    }) => html`<tr><th scope="row">${title}<small>${kind}</small></th><td class="amount">${amount}</td><td>${reason}${
      source !== undefined && html`<small>${text(language, 'payslip.source', { source })}</small>`
    }</td></tr>
`,
  );
  const totals = sums.map(
    ({
      title,
      amount,
      isResult,
    }) => html`<tr class="${isResult ? 'result' : 'sum'}"><th scope="row">${title}</th><td class="amount">${amount}</td><td></td></tr>
`,
  );
  return html`<table>
<thead><tr><th scope="col">${text(language, 'table.title')}</th><th scope="col" class="amount">${text(language, 'table.amount')}</th><th scope="col">${text(language, 'payslip.reason')}</th></tr></thead>
<tbody>
${rows}${totals}</tbody>
</table>`;
}

function scoreSection({ title, result, items }: Payslip['scores'][number]): Markup {
  const shown = items.map((item) => html`<li>${item.title} ${item.points}</li>`);
  return html`<section><h2>${title} · ${result}</h2><ul>${shown}</ul></section>
`;
}
