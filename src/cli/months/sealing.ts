import type { Holder } from '../../ledger/lock.js';
import type { Sealing } from '../../ledger/seal.js';
import { inAll, type Language } from '../../lib/language.js';
import { formulaText, numbersText } from '../../output/traces/formula-text.js';
import { lineReason } from '../../output/traces/line-words.js';
import { text } from '../../words/text.js';
import { EXIT } from '../present/exit.js';
import type { CommandResult } from '../present/result.js';

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
