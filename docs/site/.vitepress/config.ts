import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitepress';

const DOCS = fileURLToPath(new URL('../../', import.meta.url));

/** The pages in the order of docs/README.md, which says of each in both languages what it is. */
const ROWS = readFileSync(`${DOCS}README.md`, 'utf8').matchAll(
  /^\| \[[^\]]+\]\(([^)]+)\) \| ([^|]+) \|/gm,
);
const SIDEBAR = [...ROWS].map(([, page = '', zh = '']) => ({
  text: zh.split(/[：，:]/)[0] ?? page,
  link: `/${page.replace(/(?:README)?\.md$/, '')}`,
}));

// The pages have to lie below the folder of the packages, from which theirs are resolved.
const PAGES = fileURLToPath(new URL('../pages/', import.meta.url));
rmSync(PAGES, { recursive: true, force: true });
for (const name of readdirSync(DOCS)) {
  if (name !== 'site') cpSync(`${DOCS}${name}`, `${PAGES}${name}`, { recursive: true });
}

export default defineConfig({
  title: 'kpi',
  description: '网店客服绩效工资 · Payroll and KPI for customer-service teams of online shops',
  lang: 'zh-CN',
  srcDir: PAGES,
  outDir: fileURLToPath(new URL('../dist', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../cache', import.meta.url)),
  rewrites: (page) => page.replace(/README\.md$/, 'index.md'),
  // What lies beside docs/, and folders without a page, are read in the repository and in the package.
  ignoreDeadLinks: [/^(?:\.\/)?\.\.\//, './problems/index'],
  themeConfig: { sidebar: SIDEBAR, search: { provider: 'local' } },
});
