import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { BROWSER } from '../test/setup/browser.js';

// Makes the pictures of docs/pictures from what the program gives for the demo shop: `npm run pictures`, after
// `npm run build`. Each is an SVG that holds the page itself, so that its text stays text, in the reader's own fonts.
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PICTURES = join(ROOT, 'docs/pictures');
const scratch = mkdtempSync(join(tmpdir(), 'kpi-pictures-'));

interface Picture {
  readonly name: string;
  /** What of the page it shows, in the order of the page. */
  readonly shows: string;
  /** CSS pixels; its height is what that needs, and no more than `height`. */
  readonly width: number;
  readonly height: number;
}

/** What a terminal shows, as a page. */
function terminal(...args: readonly string[]): string {
  const { FORCE_COLOR: _, ...env } = process.env;
  const out = kpi(args, env).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const style =
    'body{margin:0;background:#1e1e2e}pre{margin:0;padding:16px;color:#e6e6ef;font:14px/1.5 "Sarasa Mono SC","Noto Sans Mono CJK SC",Menlo,Consolas,monospace}';
  return `<!doctype html><meta charset="utf-8"><style>${style}</style><pre>$ kpi ${args.join(' ')}\n\n${out}</pre>`;
}

/** A page that a command writes. */
function written(command: string, ...args: readonly string[]): string {
  const file = join(scratch, `${command}.html`);
  kpi([command, ...args, '-o', file], process.env);
  return readFileSync(file, 'utf8');
}

function kpi(args: readonly string[], env: NodeJS.ProcessEnv): string {
  const program = join(ROOT, 'bin/kpi.js');
  return execFileSync(process.execPath, [program, ...args, '-C', join(ROOT, 'fixtures/demo')], {
    encoding: 'utf8',
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** Runs in the page: leaves what is shown, and gives the rest as XML with the height that it has. */
const TAKE = `(shows) => {
  for (const each of document.querySelectorAll('script, meta, title')) each.remove();
  for (const each of document.querySelectorAll('a[href]')) each.removeAttribute('href');
  const kept = [...document.querySelectorAll(shows)];
  const isKept = (each) => kept.some((one) => one.contains(each) || each.contains(one));
  for (const each of document.body.querySelectorAll('*')) if (!isKept(each)) each.remove();
  const style = [...document.querySelectorAll('style')].map((each) => each.textContent).join('\\n');
  const height = Math.ceil(document.body.getBoundingClientRect().bottom) + 8;
  return { body: new XMLSerializer().serializeToString(document.body), style, height };
}`;

interface Taken {
  readonly body: string;
  readonly style: string;
  readonly height: number;
}

async function draw(browser: Browser, html: string, picture: Picture): Promise<void> {
  const { name, shows, width, height: most } = picture;
  const page = await browser.newPage({ viewport: { width, height: most }, colorScheme: 'light' });
  await page.setContent(html);
  const taken = (await page.evaluate(`(${TAKE})(${JSON.stringify(shows)})`)) as Taken;
  await page.close();
  const height = Math.min(taken.height, most);
  const style = `<style xmlns="http://www.w3.org/1999/xhtml"><![CDATA[${taken.style}]]></style>`;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    `<foreignObject width="100%" height="100%">${style}${taken.body}</foreignObject>`,
    '</svg>',
    '',
  ].join('\n');
  writeFileSync(join(PICTURES, `${name}.svg`), svg);
}

if (BROWSER === undefined)
  throw new Error('the pictures are made with Chromium, which is not installed');
const month = ['--month', '2026-10'];
const browser = await chromium.launch({ executablePath: BROWSER, args: ['--no-sandbox'] });
try {
  mkdirSync(PICTURES, { recursive: true });
  const table = terminal('calc', ...month, '--plan', 'aftersales', '--format', 'table');
  await draw(browser, table, { name: 'table', shows: 'pre', width: 1400, height: 600 });
  const reason = terminal('explain', 'A08', 'rank_bonus', ...month);
  await draw(browser, reason, { name: 'explanation', shows: 'pre', width: 900, height: 600 });
  const report = written('report', ...month);
  const top = { name: 'report', shows: 'header, #salary', width: 1000, height: 900 };
  await draw(browser, report, top);
  const slip = written('payslips', ...month, '--agent', 'A06');
  await draw(browser, slip, { name: 'payslip', shows: 'body > *', width: 700, height: 700 });
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true, force: true });
}
