import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kpi, ROOT } from '../setup/program.js';
import { wholeOr } from '../setup/runs.js';
import { writeShop } from '../setup/shop.js';

/** Words that only a shop with `statutory` has any use for: what is withheld, what it costs, how the law calls them. */
const OF_LAW =
  /养老|医疗保险|失业|公积金|个人所得税|税前应付|用工成本|最低工资|专项附加|pension|medical|unemployment|housing.fund|income.tax|before tax|employment cost|minimum wage|tax_state|withheld|"employer"|"net"|"cost"/i;

/** The starter shop as it was before it was insured: the section, the files and the columns are gone. */
function uninsuredShop(): string {
  const shop = join(writeShop({ 'x.txt': '' }), 'shop');
  cpSync(join(ROOT, 'fixtures/starter'), shop, { recursive: true });
  const config = readFileSync(join(shop, 'kpi.yaml'), 'utf8');
  writeFileSync(join(shop, 'kpi.yaml'), config.replace(/^# 四、[\s\S]*?(?=^# 五、)/m, ''));
  for (const file of ['opening.csv', 'people.csv', '2026-10/deductions.csv', '说明.md']) {
    rmSync(join(shop, file));
  }
  const roster = readFileSync(join(shop, 'agents.csv'), 'utf8');
  writeFileSync(join(shop, 'agents.csv'), roster.replaceAll(/,[^,\n]*,[^,\n]*$/gm, ''));
  return shop;
}

/** The lines of a text in which the law is spoken of; a seal has the texts of all rulebooks, whoever uses them. */
function spoken(text: string): readonly string[] {
  const rulebook = /^\s*"(?:text": "# yaml-language-server|file": "rules\/)/;
  return text.split('\n').filter((line) => OF_LAW.test(line) && !rulebook.test(line));
}

describe('a shop without statutory', () => {
  const MONTH = ['--month', '2026-10'];
  const inEnglish: readonly (readonly string[])[] = [
    ['calc', ...MONTH, '--format', 'table'],
    ['explain', 'A04', ...MONTH],
    ['report', ...MONTH, '-o', 'report.html'],
    ['payslips', ...MONTH, '-o', 'slips'],
  ];
  const commands: readonly (readonly string[])[] = [
    ...['csv', 'json', 'markdown'].map((format) => ['calc', ...MONTH, '--format', format]),
    ['calc', ...MONTH, '--ids', '--long', '--cost'],
    ['explain', 'A01', ...MONTH, '--format', 'json'],
    ['metrics', ...MONTH],
    ['check', ...MONTH],
    ['notices', ...MONTH],
    ['new', '2026-11'],
    ['close', ...MONTH],
    ['calc', ...MONTH],
    ['verify'],
    ['history', 'A04'],
    ['diff', '2026-10', '2026-10'],
    ...inEnglish,
  ];

  it.each(
    wholeOr(1, [
      ['zh', commands],
      ['en', inEnglish],
    ] as const),
  )(
    'says nothing of it in any command or file: %s',
    async (language, run) => {
      const shop = uninsuredShop();
      for (const command of run) {
        const ran = await kpi([...command, '-C', shop, '--lang', language], { cwd: shop });
        expect(spoken(ran.out + ran.err), command.join(' ')).toEqual([]);
        expect(ran.code, `${command.join(' ')}\n${ran.err}`).toBe(0);
      }
      const written = readdirSync(shop, { recursive: true, encoding: 'utf8' }).filter((name) =>
        /\.(html|json|csv|yaml)$/.test(name),
      );
      expect(written.length).toBeGreaterThan(10);
      // Schemas have every key that there is, for editors.
      const own = written.filter(
        (each) => !each.startsWith('rules') && !each.endsWith('schema.json'),
      );
      for (const name of own) {
        expect(spoken(readFileSync(join(shop, name), 'utf8')), name).toEqual([]);
      }
    },
    300_000,
  );
});
