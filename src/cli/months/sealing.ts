import type { Holder } from '../../ledger/lock.js';
import type { Sealing } from '../../ledger/seal.js';
import { readSigningKey, type SigningKey } from '../../ledger/sign-keys.js';
import { inAll, type Language } from '../../lib/language.js';
import { formulaText, numbersText } from '../../output/traces/formula-text.js';
import { lineReason } from '../../output/traces/line-words.js';
import { collectProblems } from '../../words/problem.js';
import { text } from '../../words/text.js';
import { type MonthFlags, parsePlaceFlags } from '../flags/flags.js';
import { EXIT } from '../present/exit.js';
import type { CommandResult } from '../present/result.js';
import type { Possibly } from './asked-month.js';
import { shopLanguage } from './closed-chain.js';

/** How a line came about, in every language. */
export const explainLine: Sealing['explain'] = (line) => ({
  formula: inAll((language) => formulaText(line.trace, language)),
  numbers: inAll((language) => numbersText(line.trace, language)),
  reason: inAll((language) => lineReason(line, language)),
});

/** What a command gives while another run holds the lock. */
export function lockedBy({ host, pid }: Holder, language: Language): CommandResult {
  return { language, notes: [text(language, 'close.locked', { host, pid })], exit: EXIT.refused };
}

/** The key that the flags sign with, undefined when they do not. */
export async function signingKey(
  flags: MonthFlags & { readonly sign?: string },
): Promise<Possibly<{ readonly key: SigningKey | undefined }>> {
  if (flags.sign === undefined) return { key: undefined };
  const problems = collectProblems();
  const key = readSigningKey(flags.sign, problems);
  if (key !== undefined) return { key };
  const language = await shopLanguage(parsePlaceFlags(flags));
  return { refusal: { language, problems: problems.all, exit: EXIT.problems } };
}
