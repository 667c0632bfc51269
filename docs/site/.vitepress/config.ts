import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DefaultTheme, defineConfig } from 'vitepress';
import { sitePages, siteSidebar } from '../../../scripts/site/site-pages.js';

const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url));

// The pages have to lie below the folder of the packages, from which theirs are resolved.
const PAGES = fileURLToPath(new URL('../pages/', import.meta.url));
rmSync(PAGES, { recursive: true, force: true });
for (const { path, text } of sitePages(REPOSITORY)) {
  mkdirSync(dirname(`${PAGES}${path}`), { recursive: true });
  writeFileSync(`${PAGES}${path}`, text);
}
cpSync(`${REPOSITORY}docs/pictures`, `${PAGES}public/pictures`, { recursive: true });

const CHINESE: DefaultTheme.Config = {
  sidebar: [...siteSidebar(REPOSITORY, 'zh')],
  nav: [
    { text: '五分钟上手', link: '/zh/tutorial' },
    { text: '全部文档', link: '/zh/docs' },
  ],
  outline: { label: '本页内容' },
  docFooter: { prev: '上一页', next: '下一页' },
  langMenuLabel: '切换语言',
  sidebarMenuLabel: '目录',
  returnToTopLabel: '回到顶部',
  darkModeSwitchLabel: '深色',
  darkModeSwitchTitle: '改用深色',
  lightModeSwitchTitle: '改用浅色',
  skipToContentLabel: '跳到正文',
  notFound: {
    title: '没有这一页',
    quote: '地址可能写错了。',
    linkText: '回到首页',
    linkLabel: '回到首页',
  },
};

const ENGLISH: DefaultTheme.Config = {
  sidebar: [...siteSidebar(REPOSITORY, 'en')],
  nav: [
    { text: 'Five minutes', link: '/tutorial' },
    { text: 'All pages', link: '/docs' },
  ],
};

const CHINESE_SEARCH = {
  button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
  modal: {
    displayDetails: '显示正文',
    resetButtonTitle: '清空',
    backButtonTitle: '关闭',
    noResultsText: '没有找到：',
    footer: { selectText: '打开', navigateText: '上下移动', closeText: '关闭' },
  },
};

export default defineConfig({
  title: 'kpi',
  srcDir: PAGES,
  outDir: fileURLToPath(new URL('../dist', import.meta.url)),
  cacheDir: fileURLToPath(new URL('../cache', import.meta.url)),
  locales: {
    root: {
      label: 'English',
      lang: 'en',
      description: 'Payroll and KPI for customer-service teams of online shops',
      themeConfig: ENGLISH,
    },
    zh: { label: '简体中文', lang: 'zh-CN', description: '网店客服绩效工资', themeConfig: CHINESE },
  },
  themeConfig: {
    search: {
      provider: 'local',
      options: {
        locales: { zh: { translations: CHINESE_SEARCH } },
      },
    },
  },
});
