import { readFileSync } from 'node:fs';
import type { Language } from '../lib/language.js';

/** What the help of a command says after its options; a file in each language in `help/`. */
export type HelpPage =
  | 'backtest'
  | 'calc'
  | 'check'
  | 'close'
  | 'completion'
  | 'correct'
  | 'diff'
  | 'exit-codes'
  | 'explain'
  | 'export'
  | 'history'
  | 'init'
  | 'inspect'
  | 'keys'
  | 'metrics'
  | 'new'
  | 'notices'
  | 'payslips'
  | 'program'
  | 'report'
  | 'review'
  | 'rules'
  | 'rules-list'
  | 'rules-schema'
  | 'rules-show'
  | 'rules-test'
  | 'schema'
  | 'verify';

/** A help text as it is shown, after an empty line. */
export function helpText(language: Language, page: HelpPage): string {
  const shown = readFileSync(new URL(`./help/${page}.${language}.txt`, import.meta.url), 'utf8');
  return `\n${shown.replace(/\r?\n$/, '')}`;
}
