import { text } from '../../words/text.js';
import { html } from '../pages/markup.js';
import { pageOf } from '../pages/page.js';
import { PAGE_SCRIPT } from '../pages/page-script.js';
import { agentsSection } from './agent-sections.js';
import { findingsSection } from './findings-section.js';
import { headSection } from './head-section.js';
import type { Overview } from './overview.js';
import { OVERVIEW_STYLE } from './overview-style.js';
import { boardSections, salarySection } from './pay-sections.js';
import { ordersSection, serviceSection } from './service-sections.js';
import { trendSection } from './trend-section.js';

/** A month as one page: what the owner, the lead and the agents look at. */
export function overviewPage(overview: Overview): string {
  const { month, language, version } = overview;
  const sections = [
    salarySection(overview),
    ...boardSections(overview),
    serviceSection(overview),
    ordersSection(overview),
    trendSection(overview),
    findingsSection(overview),
    agentsSection(overview),
  ].flatMap((section) => section ?? []);
  const heading = text(language, 'overview.title', {
    shop: month.shop?.name ?? '',
    period: month.month,
  });
  const body = html`${headSection(overview)}<main>
${sections}</main>
<footer><p>kpi ${version}</p></footer>`;
  const parts = { title: heading.trim(), language, body };
  return pageOf({ ...parts, style: OVERVIEW_STYLE, script: PAGE_SCRIPT });
}
