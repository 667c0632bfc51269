import { CHART_INK } from '../pages/charts.js';

/** How the page of a month looks: on a screen, light or dark, on a phone, and on paper. */
export const OVERVIEW_STYLE = `
@page { size: A4 landscape; margin: 10mm; }
:root { color-scheme: light dark; --ink: #1b2430; --soft: #525c69; --line: #c5ccd4; --back: #fff; --card: #f2f5f8;
  --link: #0b57a4; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6eaf0; --soft: #b3bcc8; --line: #46505c; --back: #14191f;
  --card: #1f262f; --link: #8ec2ff; } }
* { box-sizing: border-box; }
body { font: 15px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; color: var(--ink);
  background: var(--back); margin: 0 auto; max-width: 1200px; padding: 12px 16px 40px; }
h1 { font-size: 24px; margin: 8px 0 0; overflow-wrap: anywhere; }
h2 { font-size: 19px; margin: 32px 0 8px; }
h3 { font-size: 16px; margin: 20px 0 6px; }
a { color: var(--link); }
small, footer, .then { color: var(--soft); }
.cards { display: flex; flex-wrap: wrap; gap: 10px; margin: 12px 0; }
.cards div { background: var(--card); border-radius: 8px; padding: 8px 14px; min-width: 130px; }
dt { color: var(--soft); font-size: 13px; }
dd { margin: 0; font-size: 19px; font-variant-numeric: tabular-nums; }
dd.then { font-size: 12px; }
.wide { overflow-x: auto; margin: 6px 0; }
table { border-collapse: collapse; font-size: 14px; }
th, td { border-bottom: 1px solid var(--line); padding: 4px 8px; text-align: left; vertical-align: top; }
tbody th { font-weight: 500; white-space: nowrap; }
thead th { background: var(--card); }
tfoot td { font-weight: 700; }
th.right, td.right { text-align: right; font-variant-numeric: tabular-nums; }
td.left, td.right { white-space: nowrap; }
td.long { min-width: 16em; white-space: pre-line; }
.ladder caption { text-align: left; }
.ladder td { border: 1px solid var(--line); text-align: center; white-space: nowrap; }
.ladder td.here { background: var(--card); outline: 2px solid var(--link); outline-offset: -2px; }
thead th { min-width: 4em; }
th button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; text-align: inherit; }
th[aria-sort="ascending"] button::after { content: " ▲"; }
th[aria-sort="descending"] button::after { content: " ▼"; }
input[type="search"] { font: inherit; padding: 4px 8px; max-width: 100%; border: 1px solid var(--soft);
  border-radius: 6px; background: var(--back); color: var(--ink); }
.chart { overflow-x: auto; }
.chart svg { display: block; width: 100%; min-width: 620px; height: auto; }
.chart text[fill="${CHART_INK}"] { fill: var(--ink); }
details { margin: 6px 0; }
summary { cursor: pointer; }
details.agent { border-bottom: 1px solid var(--line); padding: 4px 0; }
pre { overflow-x: auto; font-size: 13px; background: var(--card); padding: 8px; }
/* What is not on the screen is laid out when it comes there: a page of 300 agents opens at once. */
@media screen { section { content-visibility: auto; contain-intrinsic-size: auto 800px; } }
@media print {
  :root { --ink: #000; --soft: #333; --line: #999; --back: #fff; --card: #f2f2f2; --link: #000; }
  body { max-width: none; padding: 0; font-size: 9pt; }
  table { font-size: 7pt; }
  table.many { font-size: 5pt; }
  table.many :is(th, td) { padding: 1px; overflow-wrap: anywhere; }
  td.left, tbody th { white-space: normal; }
  thead th { min-width: 0; }
  .wide, .chart, pre { overflow: visible; }
  .chart svg { min-width: 0; max-height: 170mm; }
  th, td { padding: 1px 3px; }
  tr, .chart, .cards div { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  pre { white-space: pre-wrap; }
  input { display: none; }
}
`;
